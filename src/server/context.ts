import type { ResponseIntake } from '../collect/index.ts';
import type { Config } from '../config/index.ts';
import type { Access, LiveSession, Principal } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import type { LiveHub } from './live-hub.ts';
import type { Log } from './log.ts';

/** What every route may use; made once by whoever starts the server, and by tests. */
export interface ServerContext {
  readonly config: Config;
  readonly store: Store;
  /** Takes single responses and acknowledges them after their commit. */
  readonly intake: ResponseIntake;
  readonly live: LiveHub;
  readonly clock: () => Date;
  /** Lets whoever installs set up the first workspace from another machine; made at every start, printed. */
  readonly setUpCode?: string;
  readonly log: Log;
}

/** What a handler finds on its request. The guard of its route has put it there. */
export interface RouteEnv {
  Variables: {
    context: ServerContext;
    /** In routes that need a sign-in or a key. */
    principal: Principal;
    /** In routes of signed-in people (`signedIn`). */
    session: LiveSession;
    /** In routes of a workspace (`inWorkspace`). */
    access: Access;
  };
}

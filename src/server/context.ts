import type { Answering } from '../answering/index.ts';
import type { ResponseIntake } from '../collect/index.ts';
import type { Config } from '../config/index.ts';
import type { EventWriter } from '../fieldwork/index.ts';
import type { DriverStudier, ModelStudier, ProgrammeAuditor } from '../findings/index.ts';
import type { OutboundClient } from '../outbound/index.ts';
import type { Access, LiveSession, Principal } from '../people/index.ts';
import type { Store } from '../store/index.ts';
import type { EventLimit } from './event-limit.ts';
import type { Health } from './health.ts';
import type { LiveHub } from './live-hub.ts';
import type { Log } from './log.ts';
import type { ServerMetrics } from './server-metrics.ts';

/** What every route may use; made once by whoever starts the server, and by tests. */
export interface ServerContext {
  readonly config: Config;
  readonly store: Store;
  /** Takes single responses and acknowledges them after their commit. */
  readonly intake: ResponseIntake;
  /** Takes events and acknowledges them after their commit. */
  readonly events: EventWriter;
  /** How many events one key may send. */
  readonly eventLimit: EventLimit;
  /** Takes the answers of people who were asked, over the same writer. */
  readonly answering: Answering;
  readonly live: LiveHub;
  readonly clock: () => Date;
  /** The only way out by HTTP. */
  readonly outbound: OutboundClient;
  /** Judges programmes beside the requests; without one they are judged in their way. */
  readonly auditor?: ProgrammeAuditor;
  /** Studies drivers beside the requests; without one it is done in their way. */
  readonly studier?: DriverStudier;
  /** Studies path models beside the requests; without one it is done in their way. */
  readonly modeller?: ModelStudier;
  /** Lets whoever installs set up the first workspace from another machine; made at every start, printed. */
  readonly setUpCode?: string;
  readonly log: Log;
  readonly metrics: ServerMetrics;
  /** What /readyz tells; a test that asks the application only has none. */
  readonly health?: Health;
}

/** What a handler finds on its request. The guard of its route has put it there. */
export interface RouteEnv {
  Variables: {
    context: ServerContext;
    /** The number under which the log knows this request. */
    requestId: string;
    /** The code of the refusal, where it was refused. */
    code: string | undefined;
    /** In routes that need a sign-in or a key. */
    principal: Principal;
    /** In routes of signed-in people (`signedIn`). */
    session: LiveSession;
    /** In routes of a workspace (`inWorkspace`). */
    access: Access;
    /** In routes of a widget: pages go out as a piece of JSON that its script puts into the page of the host. */
    asPiece: boolean | undefined;
    /** In a request with an Idempotency-Key: what stands for it and its caller, the same at every repeat. */
    repeatKey: string | undefined;
  };
}

import type { HttpServer } from './listen.ts';

/** Running requests get this long to end; then their connections are closed. */
const patienceMilliseconds = 10_000;

/**
 * Stops on SIGINT and SIGTERM: no new request is taken, those that run are finished, and then `close` lets go of the
 * rest. A second signal ends at once; the embedded database that is left behind is joined by the next start.
 */
export function stopOnSignal(server: HttpServer, stop: { begin: () => void; close: () => Promise<void> }): void {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(130);
    asked = true;
    stop.begin();
    void endRequests(server)
      .then(stop.close)
      .then(
        () => process.exit(0),
        () => process.exit(3),
      );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function endRequests(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // A kept connection without a request would hold the end for nothing.
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    const looking = setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    }, 100);
    setTimeout(() => {
      clearInterval(looking);
      if ('closeAllConnections' in server) server.closeAllConnections();
      resolve();
    }, patienceMilliseconds).unref();
    looking.unref();
  });
}

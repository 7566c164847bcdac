import { CandorError } from '../errors/index.ts';

/** A sender that wakes up after a pause may send as much as it could have sent in so many seconds. */
const burstSeconds = 10;
/** A whole batch always fits, or it could never be sent. */
const leastBurst = 1_000;
/** More callers at once than this begin anew: a limit that is too kind for a moment, and memory that stays small. */
const mostCallers = 10_000;

/** Takes so many events off what a caller may send; more are refused (`CND_EVENTS_LIMIT`, with the seconds to wait). */
export type EventLimit = (caller: string, events: number, now: Date) => void;

/** How many events one key may send, over all its requests to this process: `perSecond` for long, ten times it at once. */
export function eventLimit(perSecond: number): EventLimit {
  const most = Math.max(leastBurst, perSecond * burstSeconds);
  const callers = new Map<string, { left: number; at: number }>();
  return (caller, events, now) => {
    const at = now.getTime();
    const known = callers.get(caller);
    const left = known ? Math.min(most, known.left + (Math.max(0, at - known.at) / 1_000) * perSecond) : most;
    if (!known && callers.size >= mostCallers) callers.clear();
    if (left >= events) {
      callers.set(caller, { left: left - events, at });
      return;
    }
    callers.set(caller, { left, at });
    const seconds = Math.max(1, Math.ceil((events - left) / perSecond));
    throw new CandorError('CND_EVENTS_LIMIT', `this key may send ${perSecond} events a second`, { perSecond, seconds });
  };
}

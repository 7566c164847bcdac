import type { SmtpFailure } from './smtp-reply.ts';
import { openSession, type SmtpSession } from './smtp-session.ts';
import type { SmtpSettings, SmtpTimeouts } from './smtp-settings.ts';

const closed: SmtpFailure = { code: 'ECLOSED', message: 'the channel is closed' };

/** A few connections that are used again. Whoever finds none free waits in line. */
export function sessionPool(settings: SmtpSettings, timeouts: SmtpTimeouts) {
  const most = Math.max(1, settings.connections ?? 2);
  const perSession = Math.max(1, settings.messagesPerConnection ?? 100);
  const idle: { session: SmtpSession; timer: ReturnType<typeof setTimeout> }[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let open = true;
  let emptied: (() => void) | undefined;

  const free = (): void => {
    busy--;
    waiting.shift()?.();
    if (busy === 0) emptied?.();
  };
  const idleOne = (): SmtpSession | undefined => {
    for (let next = idle.pop(); next !== undefined; next = idle.pop()) {
      clearTimeout(next.timer);
      if (next.session.usable()) return next.session;
    }
    return undefined;
  };
  const dropIdle = (): void => {
    for (const { session, timer } of idle.splice(0)) {
      clearTimeout(timer);
      session.quit();
    }
  };

  return {
    /** A connection for one message: one that is open, or with `fresh` surely a new one. */
    async take(wanted?: 'fresh'): Promise<SmtpSession> {
      if (!open) throw closed;
      while (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      busy++;
      try {
        if (!open) throw closed;
        // Where one lay idle too long the others did as well.
        if (wanted === 'fresh') dropIdle();
        return idleOne() ?? (await openSession(settings, timeouts));
      } catch (error) {
        free();
        throw error;
      }
    },
    giveBack(session: SmtpSession): void {
      if (!open || !session.usable() || session.sent() >= perSession) session.quit();
      else {
        const timer = setTimeout(() => {
          idle.splice(
            idle.findIndex((entry) => entry.session === session),
            1,
          );
          session.quit();
        }, timeouts.idle);
        timer.unref();
        idle.push({ session, timer });
      }
      free();
    },
    async close(): Promise<void> {
      open = false;
      dropIdle();
      if (busy > 0) {
        await new Promise<void>((resolve) => {
          emptied = resolve;
        });
      }
    },
  };
}

import type { Channel, Handed, HandOverHooks } from './channel.ts';
import type { ComposedEmail, EmailMessage } from './email-message.ts';
import { prepareEmail } from './prepare-email.ts';
import { paceOf } from './rate-limit.ts';
import { sessionPool } from './smtp-pool.ts';
import { refusedBySmtp, type SmtpFailure } from './smtp-reply.ts';
import { type SmtpSettings, smtpTimeouts } from './smtp-settings.ts';

/**
 * E-mail over SMTP. A mail is composed and signed first; the server gets it in one dialogue, in which `handingOver` is
 * awaited between its 354 and the first byte of the mail. A mail is never handed over twice: another connection is tried
 * only where the first one broke before that.
 */
export function smtpChannel(settings: SmtpSettings): Channel<EmailMessage> {
  const timeouts = { ...smtpTimeouts, ...settings.timeouts };
  const pool = sessionPool(settings, timeouts);
  const pace = paceOf(settings.perSecond);
  return {
    kind: 'email',
    close: pool.close,
    async send(message, hooks) {
      const mail = await prepareEmail(message, settings.dkim);
      if ('kind' in mail) return mail;
      await pace();
      const first = await sendOnce(pool, mail, hooks);
      // A connection that lay idle may have been closed by the server; a fresh one has no such excuse.
      const again = first.mayTryAnother && first.reused;
      return (again ? await sendOnce(pool, mail, hooks, 'fresh') : first).handed;
    },
  };
}

async function sendOnce(
  pool: ReturnType<typeof sessionPool>,
  mail: ComposedEmail,
  hooks: HandOverHooks,
  wanted?: 'fresh',
): Promise<{ handed: Handed; mayTryAnother: boolean; reused: boolean }> {
  const session = await pool.take(wanted).catch((failure: SmtpFailure) => ({ failure }));
  if ('failure' in session) {
    return { handed: refusedBySmtp(session.failure), mayTryAnother: false, reused: false };
  }
  const reused = session.sent() > 0;
  try {
    return { ...(await session.send(mail, hooks)), reused };
  } finally {
    pool.giveBack(session);
  }
}

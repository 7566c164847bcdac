import type { SmtpSettings } from './smtp-settings.ts';

export interface MailSetup {
  /** The address that mail comes from. */
  readonly from: string;
  /** The domain of the return paths. */
  readonly returnPathDomain: string;
  readonly smtp: SmtpSettings;
  /** The addresses that receivers see; without it those of the SMTP server. */
  readonly sendingAddresses?: readonly string[];
  /** Where people answer; for the one-click promise it has to be https. */
  readonly baseUrl?: string;
}

/** One line of `candor doctor`. */
export interface MailCheck {
  readonly check: 'spf' | 'dkim' | 'dmarc' | 'bounces' | 'reverse-name' | 'server' | 'one-click';
  readonly ok: boolean;
  readonly finding: string;
  /** What to do; absent where all is well. */
  readonly mend?: string;
}

export const good = (check: MailCheck['check'], finding: string): MailCheck => ({ check, ok: true, finding });
export const bad = (check: MailCheck['check'], finding: string, mend: string): MailCheck => ({
  check,
  ok: false,
  finding,
  mend,
});
export const silent = (check: MailCheck['check'], reason: string): MailCheck =>
  bad(check, `unknown: the name system did not answer (${reason})`, 'Ask again, or check the network of this machine.');

import type { IncomingMail } from './incoming-mail.ts';

/** Headers that only programs write. X-Auto-Response-Suppress comes with every absence note of Exchange. */
const programHeaders = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-response-suppress',
  'x-vacation',
  'list-id',
];

/** Absence notes of programs that forgot the headers, in the languages of our respondents. */
const subjects =
  /^\s*(automatic reply|auto(matic)?[- ]?(reply|response|responder)|autoreply|out of (the )?office|away from (the )?office|on vacation|vacation (reply|notice)|automaattinen (vastaus|poissaolo|paluuviesti)|poissaolo|poissa( toimistosta)?\b|olen (poissa|lomalla|vuosilomalla)|lomalla\b|lomaviesti|autom(atiskt|atisk)? ?svar|autosvar|frånvaro|ej på kontoret|inte på kontoret|på semester|jag är (på semester|borta|inte på kontoret)|abwesenheit|abwesend|automatische (antwort|e-?mail|rückmeldung)|nicht im büro|ich bin (nicht im büro|im urlaub|abwesend)|urlaub(snotiz|sbenachrichtigung)?\b|رد تلقائي|خارج المكتب)/i;

/**
 * Whether a program wrote this mail: an absence note, a ticket receipt, a read receipt, a mailing list. Such a mail is
 * neither an answer nor a comment, and is never replied to (RFC 3834).
 */
export function isAutoReply(mail: IncomingMail): boolean {
  const says = (name: string, pattern: RegExp) => mail.header(name).some((value) => pattern.test(value));
  return (
    says('auto-submitted', /^(?!\s*no\b)\s*\S/i) ||
    says('precedence', /^\s*(bulk|junk|list|auto[_-]?reply)/i) ||
    says('x-precedence', /^\s*(bulk|junk|list|auto[_-]?reply)/i) ||
    says('content-type', /disposition-notification/i) ||
    says('return-path', /^\s*<\s*>/) ||
    programHeaders.some((name) => mail.header(name).length > 0) ||
    /^(mailer-daemon|no-?reply|do-?not-?reply|auto(responder|reply))\b/.test(mail.from) ||
    subjects.test(mail.subject)
  );
}

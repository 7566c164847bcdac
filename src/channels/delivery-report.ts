import { type BounceKind, bounceKindOf, isGeneral, statusIn } from './bounce-kind.ts';
import { fieldGroups, type IncomingMail, invitationOf, parseIncoming, type ReadingOptions } from './incoming-mail.ts';
import type { InvitationReference } from './return-path.ts';

export interface DeliveryReport {
  readonly kind: BounceKind;
  /** RFC 3463, the most specific that was given. */
  readonly status?: string;
  /** The words of the server, on one line, at most 500 characters. */
  readonly diagnostic: string;
  /** Absent where the mail did not come back to a return path of ours: nobody can say whom it is about. */
  readonly invitation?: InvitationReference;
}

/**
 * What a mail says of a delivery: a report by RFC 3464, or one of the older shapes (qmail, Exim, Exchange, Notes, German,
 * Swedish and Finnish wordings). Undefined where it is no report. Whom it is about is never read from its body.
 */
export async function readDeliveryReport(raw: Buffer, options: ReadingOptions): Promise<DeliveryReport | undefined> {
  return deliveryReportOf(await parseIncoming(raw), options);
}

export function deliveryReportOf(mail: IncomingMail, options: ReadingOptions): DeliveryReport | undefined {
  const found = structuredReport(mail) ?? (looksLikeBounce(mail) ? plainReport(mail) : undefined);
  if (!found) return undefined;
  const { kind, status, words } = found;
  const invitation = invitationOf(mail, options);
  return {
    kind,
    ...(status !== undefined && { status }),
    diagnostic: words.replace(/\s+/g, ' ').trim().slice(0, 500),
    ...(invitation && { invitation }),
  };
}

interface Finding {
  readonly kind: BounceKind;
  readonly status: string | undefined;
  readonly words: string;
}

function structuredReport(mail: IncomingMail): Finding | undefined {
  const part = mail.parts.find(({ type }) => /^message\/(global-)?delivery-status$/.test(type));
  if (!part) return undefined;
  const recipients = fieldGroups(part.text).filter((fields) => fields.has('action') || fields.has('status'));
  const ofAction = (wanted: RegExp) => recipients.find((fields) => wanted.test(fields.get('action') ?? ''));
  // We write to one recipient; where a forwarder made several, a failure outweighs a success.
  const recipient = ofAction(/^failed/i) ?? ofAction(/^delayed/i) ?? recipients[0];
  // A report part without one recipient (some old gateways) leaves only the words for people.
  if (!recipient) return plainReport(mail);
  const diagnostic = recipient.get('diagnostic-code') ?? '';
  const status = moreSpecific(statusIn(recipient.get('status') ?? ''), diagnostic);
  const action = recipient.get('action')?.toLowerCase() ?? '';
  if (action.startsWith('delayed')) return { kind: 'delayed', status, words: diagnostic };
  if (/^(delivered|relayed|expanded)/.test(action)) return { kind: 'delivered', status, words: diagnostic };
  const kind = bounceKindOf(status, diagnostic);
  if (kind !== 'unknown') return { kind, status, words: diagnostic };
  // The machine part says only that it failed: the part for people often quotes the server.
  const said = saidByPeople(mail.text);
  const better = moreSpecific(status, said);
  return { kind: bounceKindOf(better, `${diagnostic} ${said}`), status: better, words: diagnostic || said };
}

function moreSpecific(status: string | undefined, words: string): string | undefined {
  if (status !== undefined && !isGeneral(status)) return status;
  return statusIn(words) ?? status;
}

function plainReport(mail: IncomingMail): Finding {
  const words = saidByPeople(mail.text);
  const status = statusIn(words);
  if (delayWords.test(mail.subject) || delayWords.test(words)) return { kind: 'delayed', status, words };
  return { kind: bounceKindOf(status, words), status, words };
}

const delayWords =
  /\(delay\)|delayed mail|delivery (is |has been )?delayed|\bwarning: (could not send|message .{0,40}delayed)|(has )?not (yet )?been delivered yet|has not yet been delivered|will (be retried|keep trying|continue (to try|trying)|retry)|(you )?do not need to resend|no action is required|viiväst|yritetään vielä|försena|fördröj|verzöger|wird weiter versucht/i;

const bounceSenders =
  /^(mailer-daemon|postmaster|mdaemon|mail-?daemon|maildelivery|microsoftexchange[0-9a-f]*|bounces?|noreply-bounce)@|^(mailer-daemon|postmaster)$/;
const bounceSubjects =
  /^(re: )?(failure notice|undeliver(able|ed)|undelivered mail|returned mail|mail delivery (failed|failure|problem)|delivery (status notification|failure|has failed|report|problem)|message (delivery )?(failure|delayed|could not be delivered)|nondeliverable|non-?delivery|mail could not be delivered|mail system error|warning: (could not send|message)|delayed mail|delivery delayed|notification d|rejected:|toimittamaton|ei voitu toimittaa|viestin toimitus|viestiä ei voitu|palautettu viesti|toimitusilmoitus|viesti viivästyi|toimitus viivästy|olevererbart|kunde inte levereras|meddelandet kunde inte|leveransfel|ej levererbart|fördröjd|försenad|unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|fehler bei der|ihre nachricht konnte nicht|zustellungs)/i;

/** A mail that can only be a report: written by a mail system, or with the subject of one. */
function looksLikeBounce(mail: IncomingMail): boolean {
  if (mail.header('x-failed-recipients').length > 0) return true;
  const emptyPath = mail.header('return-path').some((value) => /^<\s*>$/.test(value.trim()));
  const reportType = mail.header('content-type').some((value) => /multipart\/report.*delivery-status/is.test(value));
  return (
    reportType ||
    bounceSenders.test(mail.from) ||
    (emptyPath && bounceSubjects.test(mail.subject)) ||
    (bounceSubjects.test(mail.subject) && mail.from === '')
  );
}

const originalFollows =
  /^(.{0,20}(below this line is a copy|this is a copy of|original message|begin (forwarded|returned) message|headers? of (the )?original|message header|the body of the message|alkuperäinen viesti|ursprungligt meddelande|ursprüngliche nachricht|original-nachricht).*|(received|return-path|dkim-signature|x-received): .*)$/im;

/** What the mail system says, without the copy of our own mail below it. */
function saidByPeople(text: string): string {
  const cut = originalFollows.exec(text)?.index ?? text.length;
  return text.slice(0, cut).slice(0, 4000);
}

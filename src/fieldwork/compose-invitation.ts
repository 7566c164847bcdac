import { type EmailMessage, type Mailbox, messageIdOf, returnPath } from '../channels/index.ts';
import {
  defaultTheme,
  directionOf,
  labelColour,
  type Questionnaire,
  respondentLanguage,
  respondentWords,
  textIn,
} from '../survey/index.ts';
import { messageWords } from './message-words.ts';

/** Who sends, and to where answers and failures lead. */
export interface SenderIdentity {
  readonly from: Mailbox;
  /** Number or name that an SMS comes from. */
  readonly smsFrom: string;
  /** Replies by SMS come in: then the question itself is asked, and a number answers it. */
  readonly takesReplies?: boolean;
  /** Where mail that cannot be delivered comes back to. */
  readonly returnDomain: string;
  /** The address by which people reach the pages. */
  readonly baseUrl: string;
  /** Seals return paths and message ids. */
  readonly secret: string;
}

/** One invitation or reminder with everything that its words depend on. */
export interface MessageContent {
  readonly workspaceId: string;
  readonly invitationId: string;
  readonly number: number;
  /** Tells its Message-ID from that of another message of the invitation: the number, or the channel it went on by. */
  readonly series: number | string;
  /** The organisation that asks. */
  readonly organisation: string;
  readonly questionnaire: Questionnaire;
  readonly language: string;
  readonly subject: string | undefined;
  readonly seconds: number;
  readonly name: string | undefined;
  readonly expiresAt: Date;
  readonly timeZone: string;
  readonly answerUrl: string;
  readonly stopUrl: string;
  readonly date: Date;
}

interface Lines {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly button: string;
  readonly until: string;
  readonly origin: string;
  readonly stop: string;
}

function linesOf(content: MessageContent): Lines {
  const { language, questionnaire, organisation, number, seconds, name, expiresAt, timeZone } = content;
  const speech = respondentLanguage(language);
  const words = messageWords[speech];
  const say = (texts: Questionnaire['title']) => oneLine(textIn(texts, language, questionnaire.languages[0]!));
  const title = say(questionnaire.title);
  const day = new Intl.DateTimeFormat(speech, { dateStyle: 'long', timeZone }).format(expiresAt);
  const subject = content.subject === 'subject.question' ? words.subjects.question : words.subjects.plain;
  const minutes = Math.max(1, Math.round(seconds / 60));
  const opening = number === 0 ? words.ask(minutes) : words.remind;
  return {
    subject: number === 0 ? subject(title, oneLine(organisation)) : words.reminderSubject(title, organisation),
    greeting: words.greeting(name === undefined ? undefined : oneLine(name)),
    paragraphs: [opening],
    button: words.button,
    until: words.until(day),
    origin: words.origin(oneLine(organisation)),
    stop: respondentWords[speech].unsubscribeLink,
  };
}

/** Names come from other systems: a line break in one would begin a header or a paragraph of its own. */
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();

/** The mail of an invitation: text and HTML alike, one link to answer and one to stop, no image and no trace. */
export function composeInvitation(content: MessageContent, to: string, sender: SenderIdentity): EmailMessage {
  const { workspaceId, invitationId, series, language, date, stopUrl, organisation } = content;
  const reference = { workspaceId, invitationId };
  const lines = linesOf(content);
  return {
    id: messageIdOf(reference, series, sender.secret),
    returnPath: returnPath(reference, sender.secret, sender.returnDomain),
    from: { address: sender.from.address, name: sender.from.name ?? oneLine(organisation) },
    to: { address: to },
    subject: lines.subject,
    text: textOf(lines, content),
    html: htmlOf(lines, content),
    language,
    date,
    unsubscribeUrl: stopUrl,
  };
}

function textOf(lines: Lines, { answerUrl, stopUrl }: MessageContent): string {
  const { greeting, paragraphs, button, until, origin, stop } = lines;
  return [greeting, ...paragraphs, `${button}:\n${answerUrl}`, until, `--\n${origin}\n${stop}: ${stopUrl}`, ''].join(
    '\n\n',
  );
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function htmlOf(lines: Lines, { language, answerUrl, stopUrl, questionnaire }: MessageContent): string {
  const theme = questionnaire.theme ?? defaultTheme;
  const button = `display:inline-block;padding:12px 20px;border-radius:6px;text-decoration:none;font-weight:bold;background:${theme.accent};color:${labelColour(theme)}`;
  const small = 'font-size:14px;margin-top:32px';
  const paragraphs = [lines.greeting, ...lines.paragraphs].map((text) => `<p>${escaped(text)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(lines.subject)}</title></head>
<body style="margin:0;padding:24px;background:${theme.ground};color:${theme.ink};font:16px/1.5 sans-serif">
${paragraphs}
<p><a href="${escaped(answerUrl)}" style="${button}">${escaped(lines.button)}</a></p>
<p>${escaped(lines.until)}</p>
<p style="${small}">${escaped(lines.origin)}<br><a href="${escaped(stopUrl)}" style="color:${theme.ink}">${escaped(lines.stop)}</a></p>
</body>
</html>
`;
}

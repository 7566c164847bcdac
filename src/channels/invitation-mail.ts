import { CandorError } from '../errors/index.ts';
import type { InvitationMail } from './invitation-content.ts';
import { invitationHtml } from './invitation-mail-html.ts';
import { directionOf, type InvitationWords, wordsFor } from './invitation-mail-words.ts';

/**
 * The subject, text and HTML of an invitation. No picture, no pixel, nothing loaded from anywhere. The scores are plain
 * links of at least 44 px; their meaning stands in words beside them, and GET on them records nothing. Refused
 * (`CND_MAIL_HEADER`): an address that is not http or https, scores without a question and anchors, a colour that is none.
 */
export function invitationMail(mail: InvitationMail): { subject: string; text: string; html: string } {
  refuseUnusable(mail);
  const words = { ...wordsFor(mail.language), direction: directionOf(mail.language) };
  return { subject: mail.texts.subject, text: invitationText(mail, words), html: invitationHtml(mail, words) };
}

function invitationText(mail: InvitationMail, words: InvitationWords): string {
  const { greeting, introduction, question, anchors } = mail.texts;
  const [first, last] = [mail.scoreLinks?.[0], mail.scoreLinks?.at(-1)];
  const scale = anchors && first && last && `${first.score} = ${anchors.low} · ${last.score} = ${anchors.high}`;
  const paragraphs = [
    mail.reminder && words.reminder,
    greeting,
    introduction,
    mail.questions && words.length(mail.questions),
    question,
    scale,
    `${words.answerHere}\n${mail.link}`,
    '-- ',
    words.why[mail.level](mail.sender.name),
    [`${words.sentBy}: ${mail.sender.name}`, mail.sender.address].filter(Boolean).join(' · '),
    mail.privacyLink && `${words.privacy}: ${mail.privacyLink}`,
    mail.stopLink && `${words.stopReminders}: ${mail.stopLink}`,
    `${words.unsubscribe}: ${mail.unsubscribeLink}`,
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

function refuseUnusable(mail: InvitationMail): void {
  const { link, stopLink, unsubscribeLink, privacyLink, scoreLinks = [], texts, theme } = mail;
  const links = { link, stopLink, unsubscribeLink, privacyLink };
  for (const [field, url] of [...Object.entries(links), ...scoreLinks.map(({ url }) => ['scoreLinks', url] as const)]) {
    if (url !== undefined && !/^https?:\/\/[^\s"'<>]+$/.test(url))
      throw refusal(field, 'needs an http or https address');
  }
  if (scoreLinks.length > 0 && !(texts.question && texts.anchors)) {
    throw refusal('scoreLinks', 'needs the question and both anchors, or nobody knows what a score means');
  }
  for (const colour of [theme?.accent, theme?.onAccent]) {
    if (colour !== undefined && !/^#[0-9a-f]{6}$/i.test(colour))
      throw refusal('theme', 'needs colours such as #1D5FA8');
  }
}

function refusal(field: string, needs: string): CandorError {
  return new CandorError('CND_MAIL_HEADER', `${field} ${needs}`, { field });
}

import { askedBySms } from '../answering/index.ts';
import { messageIdOf, type SmsMessage } from '../channels/index.ts';
import { respondentLanguage, type Texts, textIn } from '../survey/index.ts';
import { type MessageContent, oneLine, type SenderIdentity } from './compose-invitation.ts';
import { messageWords } from './message-words.ts';

/**
 * The SMS of an invitation. Where replies come in and the survey begins with a score, it asks that question with the words
 * at both ends of its scale, so that a number is an answer; else it holds the link. How to stop stands in both.
 */
export function composeSms(content: MessageContent, to: string, sender: SenderIdentity): SmsMessage {
  const { workspaceId, invitationId, series } = content;
  return {
    id: messageIdOf({ workspaceId, invitationId }, series, sender.secret),
    from: sender.smsFrom,
    to,
    text: (sender.takesReplies ? askingText(content) : undefined) ?? linkText(content, sender),
  };
}

function linkText({ number, language, organisation, answerUrl, stopUrl }: MessageContent, sender: SenderIdentity) {
  const words = messageWords[respondentLanguage(language)];
  const opening = number === 0 ? words.sms(oneLine(organisation)) : words.smsReminder(oneLine(organisation));
  const stop = sender.takesReplies ? words.smsStopWord : `${words.smsStop} ${stopUrl}`;
  return `${opening} ${answerUrl}\n${stop}`;
}

function askingText({ language, organisation, questionnaire, answerUrl }: MessageContent): string | undefined {
  const question = askedBySms(questionnaire);
  if (question === undefined) return undefined;
  const words = messageWords[respondentLanguage(language)];
  const say = (texts: Texts) => oneLine(textIn(texts, language, questionnaire.languages[0]!));
  const { scale, anchors, text } = question;
  const [low, high] = [scale.minimum, scale.minimum + scale.points - 1];
  const ends = `${low} = ${say(anchors.low)}, ${high} = ${say(anchors.high)}`;
  return `${oneLine(organisation)}: ${say(text)} ${words.smsAnswer(low, high)} (${ends}). ${words.smsOrLink} ${answerUrl}\n${words.smsStopWord}`;
}

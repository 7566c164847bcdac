/**
 * From the link of an invitation to one answer: what its page shows, what was given so far, the one response, intents
 * of score links, and the link that stops. See docs/guides/answer-pages.md.
 */

export { addWordsBySms, answerBySms, type SmsOutcome } from './answer-by-sms.ts';
export type { AnswerForm, NotOpen, OpenedAnswer } from './answer-form.ts';
export { type Answering, openAnswering, workspaceOf } from './answering.ts';
export { askedBySms } from './asked-by-sms.ts';
export { endAllPartials, endPartials } from './end-partials.ts';
export { type IntentFilter, type ListedIntent, listIntents } from './intent-list-store.ts';
export { judgeIntent, keepHoneypot, keepIntent } from './intents.ts';
export { keepPartial } from './keep-partial.ts';
export { type InvitationLinks, keepLinks } from './links.ts';
export { fieldsOfAnswers } from './new-answers.ts';
export { openAnswer } from './open-answer.ts';
export { formOfLink, type LinkVisit, openFoundLink, openLink } from './open-link.ts';
export { type FoundLink, findOpenLink, standingOfLink } from './open-link-store.ts';
export { type OptOutReason, optIn, optOut } from './opt-out.ts';
export { newHolder, sealAge, sealTime } from './page-seal.ts';
export {
  type Intent,
  type ScannerReason,
  type ScannerVerdict,
  scannerReasons,
  scannerVerdicts,
} from './scanner-verdict.ts';
export { answersToSend, isHis, responseOf, type SendOutcome, type SentAnswer, sendAnswer } from './send-answer.ts';
export { type OpenedStop, openStop, resubscribe, type StopPage, stopReminders, unsubscribe } from './stop.ts';
export { answerToken, type LinkPurpose, linkPath, privacyPath, secretHash } from './token.ts';
export { askedVersion } from './version-store.ts';

/** E-mail and SMS: messages handed over at most once, and what comes back read. */

export { addressHash } from './address-hash.ts';
export { isAutoReply } from './auto-reply.ts';
export { type BounceKind, bounceKindOf } from './bounce-kind.ts';
export { type Bounce, type BounceVerdict, bounceVerdict } from './bounce-verdict.ts';
export type { Channel, Handed, HandOverHooks, RefusedMessage, SentMessage, UncertainMessage } from './channel.ts';
export { type Complaint, readComplaint } from './complaint.ts';
export { type DeliveryReport, readDeliveryReport } from './delivery-report.ts';
export { developmentChannel, developmentSmsChannel, type Keep, type KeptSummary } from './development-channel.ts';
export type { DkimKey } from './dkim.ts';
export type { DnsResolver } from './dns-resolver.ts';
export { asciiDomain, type EmailAddress, type PersonKeyRules, parseAddress, personKeyOf } from './email-address.ts';
export { type ComposedEmail, composeEmail, type EmailMessage, type Mailbox } from './email-message.ts';
export type { FetchLike } from './http-hand-over.ts';
export { type Inbound, readInbound } from './inbound.ts';
export { type IncomingMail, parseIncoming, type ReadingOptions } from './incoming-mail.ts';
export type { InvitationMail, MailTheme } from './invitation-content.ts';
export { invitationMail } from './invitation-mail.ts';
export { type InvitationWords, invitationWords, type MailLanguage } from './invitation-mail-words.ts';
export { logChannel } from './log-channel.ts';
export type { MailCheck, MailSetup } from './mail-check.ts';
export { mailDoctor, type ServerProbe } from './mail-doctor.ts';
export { type OpenedMail, openMail } from './open-mail.ts';
export { e164Of } from './phone-number.ts';
export { type Retry, retryAfter } from './retry.ts';
export { type InvitationReference, messageIdOf, returnPath, sealedInvitation } from './return-path.ts';
export { type SenderDay, type SenderHistory, type SenderLimit, senderLimit } from './sender-limit.ts';
export { type FieldTemplate, type SmsGatewaySettings, smsChannel } from './sms-gateway.ts';
export type { SmsMessage } from './sms-message.ts';
export { readSmsReply, type SmsReply } from './sms-reply.ts';
export { type SmsSegments, smsSegments } from './sms-segments.ts';
export { smtpChannel } from './smtp-channel.ts';
export type { SmtpSettings, SmtpTimeouts } from './smtp-settings.ts';
export {
  type IncomingSms,
  readTwilioMessage,
  readTwilioStatus,
  type SmsReport,
  type TwilioSettings,
  twilioChannel,
} from './twilio.ts';
export { isSignedByTwilio, type SignedWebhook } from './twilio-signature.ts';

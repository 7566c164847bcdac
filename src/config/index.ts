/** The settings: the only place that reads the environment. Parsed once, frozen. */
export type { AllowedReceiver } from './allowed-receivers.ts';
export { type Config, type Environment, readConfig, type ServerRole, shownSettings } from './config.ts';
export type { MailSettings } from './mail-settings.ts';
export { serverSecret } from './server-secret.ts';
export type { HttpGateway, SmsSettings, TwilioGateway } from './sms-settings.ts';
export type { StoreSettings } from './store-settings.ts';

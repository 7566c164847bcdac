import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import * as z from 'zod';
import { CandorError, nearestName } from '../errors/index.ts';
import { type AllowedReceiver, allowedReceivers } from './allowed-receivers.ts';
import { type MailSettings, mailSettings } from './mail-settings.ts';
import { type SettingName, settingNames, settings } from './settings.ts';
import { type SmsSettings, smsSettings } from './sms-settings.ts';
import { type StoreSettings, storeSettings } from './store-settings.ts';

/** What this process does. */
export type ServerRole = 'all' | 'web' | 'worker';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly role: ServerRole;
  readonly store: StoreSettings;
  /** Connections of this process to the store at most. */
  readonly connections: number;
  readonly statementMilliseconds: number;
  /** The address by which people come; undefined where nobody said. */
  readonly baseUrl: string | undefined;
  /** People come over TLS, so cookies may demand it. */
  readonly secureCookies: boolean;
  readonly trustedHops: number;
  /** What links are made from and passwords of sources sealed with (`serverSecret`); undefined where the home folder keeps it. */
  readonly secret: string | undefined;
  readonly session: { readonly idleMilliseconds: number; readonly absoluteMilliseconds: number };
  readonly uploadBytes: number;
  /** Undefined where nobody chose: it then depends on who watches. */
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' | undefined;
  readonly metricsToken: string | undefined;
  /** With which commands ask a server. */
  readonly key: string | undefined;
  /** Where sources of events may lead. */
  readonly sources: { readonly folder: string | undefined; readonly hosts: readonly string[] };
  /** Events that one key may send in a second. */
  readonly eventsPerSecond: number;
  /** Where this server may write to beside public receivers at the usual ports. */
  readonly outboundAllow: readonly AllowedReceiver[];
  /** How invitations are sent. */
  readonly mail: MailSettings;
  /** Maildir of what comes back and in. */
  readonly mailFolder: string | undefined;
  readonly sms: SmsSettings;
  /** Companies of the demo that a first start loads; undefined for none. */
  readonly demoAccounts: number | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const schema = z.object(
  Object.fromEntries(settingNames.map((name) => [name, settings[name].value])) as {
    [Name in SettingName]: (typeof settings)[Name]['value'];
  },
);

/** Reads the settings; what cannot be a setting is refused in one line that says what is right (`CND_SETTING`). */
export function readConfig(environment: Environment): Config {
  refuseUnknown(environment);
  const given = Object.fromEntries(settingNames.map((name) => [name, environment[name] || undefined]));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw settingError(parsed.error.issues[0]?.path[0] as SettingName, environment);
  return Object.freeze(configOf(parsed.data, environment));
}

function configOf(given: z.infer<typeof schema>, environment: Environment): Config {
  const home = resolve(given.CANDOR_HOME ?? usualHome(environment));
  const hour = 3_600_000;
  return {
    port: given.PORT,
    host: given.HOST,
    role: given.CANDOR_ROLE,
    store: storeSettings({ url: given.DATABASE_URL, home, port: given.STORE_PORT }),
    connections: given.CANDOR_CONNECTIONS,
    statementMilliseconds: given.CANDOR_STATEMENT_SECONDS * 1000,
    baseUrl: given.CANDOR_BASE_URL?.replace(/\/+$/, ''),
    secureCookies: given.CANDOR_BASE_URL?.startsWith('https:') ?? false,
    trustedHops: given.CANDOR_TRUSTED_HOPS,
    secret: given.CANDOR_SECRET,
    session: {
      idleMilliseconds: given.CANDOR_SESSION_IDLE_HOURS * hour,
      absoluteMilliseconds: given.CANDOR_SESSION_DAYS * 24 * hour,
    },
    uploadBytes: given.CANDOR_UPLOAD_MB * 1_000_000,
    logLevel: given.CANDOR_LOG_LEVEL,
    metricsToken: given.CANDOR_METRICS_TOKEN,
    key: given.CANDOR_KEY,
    sources: {
      folder: given.CANDOR_SOURCES_FOLDER === undefined ? undefined : resolve(given.CANDOR_SOURCES_FOLDER),
      hosts: (given.CANDOR_SOURCES_HOSTS ?? '')
        .toLowerCase()
        .split(/\s*,\s*/)
        .filter(Boolean),
    },
    eventsPerSecond: given.CANDOR_EVENTS_PER_SECOND,
    outboundAllow: allowedReceivers(given.CANDOR_OUTBOUND_ALLOW ?? '') ?? [],
    mail: mailSettings(given),
    mailFolder: given.CANDOR_MAIL_FOLDER === undefined ? undefined : resolve(given.CANDOR_MAIL_FOLDER),
    sms: smsSettings(given),
    demoAccounts: given.CANDOR_DEMO === 'off' ? undefined : given.CANDOR_DEMO,
  };
}

/** A setting that is misspelt would otherwise be a default that nobody chose. */
function refuseUnknown(environment: Environment): void {
  const known = new Set<string>(settingNames);
  // Tests and benches speak to themselves under these two names.
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith('CANDOR_') && !known.has(name) && !/^CANDOR_(TEST|BENCH)_/.test(name),
  );
  if (unknown === undefined) return;
  // Without the prefix, which all of them share and which would make any name near.
  const own = (name: string): string => name.slice('CANDOR_'.length);
  const nearest = nearestName(own(unknown), settingNames.filter((name) => name.startsWith('CANDOR_')).map(own));
  const hint = nearest ? `; did you mean CANDOR_${nearest}?` : '';
  throw new CandorError('CND_SETTING', `there is no setting ${unknown}${hint}`, { name: unknown });
}

function settingError(name: SettingName, environment: Environment): CandorError {
  // A secret is not repeated.
  const got = 'secret' in settings[name] ? 'another one' : `"${environment[name]}"`;
  return new CandorError('CND_SETTING', `${name} needs ${settings[name].needs}, got ${got}`, { name });
}

/** The settings that are not left to their defaults, as they may be shown: a secret only as set. */
export function shownSettings(environment: Environment): { readonly name: SettingName; readonly value: string }[] {
  return settingNames
    .filter((name) => environment[name])
    .map((name) => ({ name, value: 'secret' in settings[name] ? '(set)' : environment[name]! }));
}

/** By the XDG base directory rules; root keeps its data where services do. */
function usualHome(environment: Environment): string {
  if (process.getuid?.() === 0) return '/var/lib/candor';
  const given = environment.XDG_DATA_HOME;
  // The rules say that a relative path there is to be ignored.
  return join(given && isAbsolute(given) ? given : join(homedir(), '.local', 'share'), 'candor');
}

import * as z from 'zod';
import { allowedReceivers } from './allowed-receivers.ts';

/** One setting of the environment: what it means, what it may be, and whether it is to be kept from every eye. */
interface Setting {
  readonly means: string;
  /** What is right, for the line that refuses what is not. */
  readonly needs: string;
  readonly value: z.ZodType;
  readonly secret?: true;
}

const port = z.coerce.number().int().min(0).max(65_535);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/**
 * Every setting, in the order of docs/guides/configuration.md (a test compares the two). Names without CANDOR_ are those
 * that other programs use too.
 */
export const settings = {
  PORT: {
    means: 'Port of the pages and the API; 0 picks a free one.',
    needs: 'a whole number 0 to 65535',
    value: port.default(4700),
  },
  HOST: {
    means: 'Address to listen on. Only this machine is served unless it is changed.',
    needs: 'an address',
    value: z.string().min(1).default('127.0.0.1'),
  },
  DATABASE_URL: {
    means: 'A PostgreSQL server (15 or newer) to use instead of the embedded one.',
    needs: 'an address such as postgresql://user:password@host:5432/database',
    value: z
      .string()
      .regex(/^postgres(ql)?:\/\/.+/)
      .optional(),
    secret: true,
  },
  STORE_PORT: {
    means: 'Port of the embedded database on this machine; 0 picks a free one at every start.',
    needs: 'a whole number 0 to 65535',
    value: port.default(0),
  },
  CANDOR_HOME: {
    means: 'Folder of the embedded database. Else the XDG data folder, /var/lib/candor for root.',
    needs: 'a folder',
    value: z.string().min(1).optional(),
  },
  CANDOR_ROLE: {
    means: 'What this process does: web serves requests, worker runs jobs, all does both.',
    needs: 'all, web or worker',
    value: z.enum(['all', 'web', 'worker']).default('all'),
  },
  CANDOR_BASE_URL: {
    means: 'The address by which people reach the pages. With https, session cookies are sent over TLS only.',
    needs: 'an address such as https://candor.example.com',
    value: z.url({ protocol: /^https?$/ }).optional(),
  },
  CANDOR_TRUSTED_HOPS: {
    means: 'Proxies in front of this server whose X-Forwarded-For is believed.',
    needs: 'a whole number 0 to 10',
    value: whole(0, 10).default(0),
  },
  CANDOR_SECRET: {
    means:
      'What links of invitations are made from and passwords of event sources sealed with. Else the file `secret` in CANDOR_HOME.',
    needs: 'at least 32 characters',
    value: z.string().min(32).optional(),
    secret: true,
  },
  CANDOR_SESSION_IDLE_HOURS: {
    means: 'Hours without a request after which a session ends.',
    needs: 'a number above 0, at most 8760',
    value: z.coerce.number().positive().max(8760).default(12),
  },
  CANDOR_SESSION_DAYS: {
    means: 'Days after which a session ends in any case.',
    needs: 'a number above 0, at most 365',
    value: z.coerce.number().positive().max(365).default(7),
  },
  CANDOR_UPLOAD_MB: {
    means: 'Megabytes that an uploaded file may have.',
    needs: 'a whole number 1 to 10000',
    value: whole(1, 10_000).default(512),
  },
  CANDOR_CONNECTIONS: {
    means: 'Connections to the database that this process keeps at most. The embedded one takes 60 in all.',
    needs: 'a whole number 2 to 200',
    value: whole(2, 200).default(16),
  },
  CANDOR_STATEMENT_SECONDS: {
    means: 'Seconds after which a statement of a request is given up. Jobs are not limited.',
    needs: 'a whole number 1 to 3600',
    value: whole(1, 3600).default(60),
  },
  CANDOR_LOG_LEVEL: {
    means: 'The least important line that the log keeps; without it info, and warn on a terminal.',
    needs: 'debug, info, warn, error or silent',
    value: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  },
  CANDOR_METRICS_TOKEN: {
    means: 'Bearer token for /metrics. Without it only this machine may read them.',
    needs: 'at least 16 characters',
    value: z.string().min(16).optional(),
    secret: true,
  },
  CANDOR_SOURCES_FOLDER: {
    means: 'Folder below which workspaces may watch folders for files of events. None without it.',
    needs: 'a folder',
    value: z.string().min(1).optional(),
  },
  CANDOR_SOURCES_HOSTS: {
    means: 'Servers that sources of events may lead to (SFTP, PostgreSQL), separated by commas. None without it.',
    needs: 'HOST:PORT, separated by commas',
    value: z
      .string()
      .regex(/^[^\s,:]+:\d{1,5}(\s*,\s*[^\s,:]+:\d{1,5})*$/)
      .optional(),
  },
  CANDOR_EVENTS_PER_SECOND: {
    means:
      'Events that one key may send in a second for long, and ten times as many at once; more are refused with 429.',
    needs: 'a whole number 1 to 1000000',
    value: whole(1, 1_000_000).default(5_000),
  },
  CANDOR_KEY: {
    means: 'API key of `candor events send --url`, which no list of processes then shows.',
    needs: 'a key, cnd_…',
    value: z
      .string()
      .regex(/^cnd_\S+$/)
      .optional(),
    secret: true,
  },
  CANDOR_OUTBOUND_ALLOW: {
    means: 'Receivers of webhooks that are private or listen at another port than 80 and 443.',
    needs: 'names, networks or * with ports, such as hooks.internal:8080, 10.1.0.0/16, [fd00::/8]:8443, *:8443',
    value: z
      .string()
      .refine((text) => allowedReceivers(text) !== undefined)
      .optional(),
  },
  CANDOR_SMTP_URL: {
    means:
      'The mail server that sends. Without it mail is kept in the development outbox and nothing leaves this machine.',
    needs: 'an address such as smtps://user:password@mail.example.com:465 or smtp://localhost:25',
    value: z
      .string()
      .regex(/^smtps?:\/\/[^\s/]+$/)
      .optional(),
    secret: true,
  },
  CANDOR_MAIL_FROM: {
    means: 'Who invitations come from; needed with CANDOR_SMTP_URL. Without a name the workspace is named.',
    needs: 'an address such as survey@example.com or Acme <survey@example.com>',
    value: z
      .string()
      .regex(/^([^<>\r\n]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/)
      .optional(),
  },
  CANDOR_MAIL_RETURN_DOMAIN: {
    means: 'Domain to which mail that cannot be delivered comes back. Else that of CANDOR_MAIL_FROM.',
    needs: 'a domain such as bounce.example.com',
    value: z
      .string()
      .regex(/^[^\s@/]+\.[^\s@/]+$/)
      .optional(),
  },
  CANDOR_DKIM_SELECTOR: {
    means: 'Name of the DKIM key in the DNS of the domain of CANDOR_MAIL_FROM. Mail is not signed without it.',
    needs: 'a name such as candor, together with CANDOR_DKIM_KEY_FILE',
    value: z
      .string()
      .regex(/^[A-Za-z0-9.-]{1,63}$/)
      .optional(),
  },
  CANDOR_DKIM_KEY_FILE: {
    means: 'File of the private DKIM key: PEM, RSA of 2048 bits.',
    needs: 'a file, together with CANDOR_DKIM_SELECTOR',
    value: z.string().min(1).optional(),
  },
  CANDOR_MAIL_FOLDER: {
    means:
      'Maildir into which a mail server puts what comes back and in: bounces, complaints, replies. Read every 5 s.',
    needs: 'a folder',
    value: z.string().min(1).optional(),
  },
  CANDOR_SMS_TWILIO: {
    means:
      'Account at Twilio, or at a gateway that speaks its interface. Without a gateway SMS are kept in the development outbox.',
    needs: 'ACCOUNT_SID:AUTH_TOKEN',
    value: z
      .string()
      .regex(/^[^\s:]+:\S+$/)
      .optional(),
    secret: true,
  },
  CANDOR_SMS_TWILIO_URL: {
    means: 'Address of a gateway that speaks the interface of Twilio.',
    needs: 'an address such as https://sms.example.com',
    value: z.url({ protocol: /^https?$/ }).optional(),
  },
  CANDOR_SMS_GATEWAY_FILE: {
    means: 'File that describes any other SMS gateway as JSON: its address, fields and headers.',
    needs: 'a file',
    value: z.string().min(1).optional(),
  },
  CANDOR_SMS_FROM: {
    means: 'Who SMS come from; needed with a gateway. Only a number can be answered.',
    needs: 'a number such as +358401234567, a short code, up to 11 letters and digits, or a messaging service MG…',
    value: z
      .string()
      .regex(/^(\+[1-9]\d{6,14}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}|MG[0-9a-f]{32})$/)
      .optional(),
  },
  CANDOR_SMS_SECRET: {
    means: 'What a gateway that is not Twilio shows when it brings replies and receipts. Without it none are taken.',
    needs: 'at least 16 characters without spaces',
    value: z
      .string()
      .regex(/^\S{16,}$/)
      .optional(),
    secret: true,
  },
  CANDOR_DEMO: {
    means: 'The demo company that a first start loads: off, or its number of companies.',
    needs: 'off, or a whole number 60 to 20000',
    value: z.union([z.literal('off'), whole(60, 20_000)]).default(1200),
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;
export const settingNames = Object.keys(settings) as readonly SettingName[];

import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { CandorError } from '../errors/index.ts';

/** How SMS are sent and come in; without a gateway they are kept in the development outbox. */
export interface SmsSettings {
  readonly gateway: TwilioGateway | HttpGateway | undefined;
  /** The number or name that SMS come from. */
  readonly from: string;
  /** What a gateway that is not Twilio shows when it brings replies and receipts. Without it none are taken. */
  readonly secret: string | undefined;
}

export interface TwilioGateway {
  readonly kind: 'twilio';
  readonly accountSid: string;
  readonly authToken: string;
  /** Of a gateway that speaks the interface of Twilio. */
  readonly url: string | undefined;
  readonly messagingServiceSid: string | undefined;
}

export type HttpGateway = { readonly kind: 'http' } & z.infer<typeof gatewayFile>;

type FieldTemplate = string | number | boolean | FieldTemplate[] | { [name: string]: FieldTemplate };
const template: z.ZodType<FieldTemplate> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(template), z.record(z.string(), template)]),
);
const path = z.string().min(1).max(200);

/** docs/guides/sms.md describes each field. */
const gatewayFile = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  method: z.enum(['POST', 'GET']).default('POST'),
  headers: z.record(z.string(), z.string()).default({}),
  encoding: z.enum(['json', 'form']).default('json'),
  fields: z.record(z.string(), template),
  idPath: path.optional(),
  incoming: z.strictObject({ id: path, from: path, text: path }).default({ id: 'id', from: 'from', text: 'text' }),
  receipt: z
    .strictObject({
      id: path,
      status: path,
      delivered: z.array(z.string()),
      gone: z.array(z.string()).default([]),
      failed: z.array(z.string()).default([]),
    })
    .optional(),
});

interface GivenSms {
  readonly CANDOR_SMS_TWILIO?: string | undefined;
  readonly CANDOR_SMS_TWILIO_URL?: string | undefined;
  readonly CANDOR_SMS_GATEWAY_FILE?: string | undefined;
  readonly CANDOR_SMS_FROM?: string | undefined;
  readonly CANDOR_SMS_SECRET?: string | undefined;
}

/** Puts the settings of SMS together and refuses what stands alone (`CND_SETTING`). */
export function smsSettings(given: GivenSms): SmsSettings {
  const { CANDOR_SMS_TWILIO: twilio, CANDOR_SMS_GATEWAY_FILE: file, CANDOR_SMS_FROM: from } = given;
  if (twilio !== undefined && file !== undefined) {
    throw needed('CANDOR_SMS_GATEWAY_FILE', 'cannot stand beside CANDOR_SMS_TWILIO: SMS go over one gateway');
  }
  if ((twilio ?? file) !== undefined && from === undefined) {
    throw needed('CANDOR_SMS_FROM', 'is needed with a gateway: the number or name that SMS come from');
  }
  return {
    gateway: twilio !== undefined ? twilioOf(twilio, given) : file === undefined ? undefined : gatewayOf(file),
    from: from ?? 'Candor',
    secret: given.CANDOR_SMS_SECRET,
  };
}

const needed = (name: string, message: string) => new CandorError('CND_SETTING', `${name} ${message}`, { name });

function twilioOf(text: string, { CANDOR_SMS_FROM: from, CANDOR_SMS_TWILIO_URL: url }: GivenSms): TwilioGateway {
  const colon = text.indexOf(':');
  return {
    kind: 'twilio',
    accountSid: text.slice(0, colon),
    authToken: text.slice(colon + 1),
    url,
    messagingServiceSid: from?.startsWith('MG') && from.length === 34 ? from : undefined,
  };
}

/** A file, since it holds the headers that sign in at the gateway. What is in it is never repeated. */
function gatewayOf(file: string): HttpGateway {
  const name = 'CANDOR_SMS_GATEWAY_FILE';
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is no JSON' : ((error as NodeJS.ErrnoException).code ?? 'unknown');
    throw needed(name, `cannot be read (${why})`);
  }
  const parsed = gatewayFile.safeParse(content);
  if (parsed.success) return { kind: 'http', ...parsed.data };
  const field = parsed.error.issues[0]?.path.join('.') || 'the whole';
  throw needed(name, `describes no gateway: look at ${field} (docs/guides/sms.md)`);
}

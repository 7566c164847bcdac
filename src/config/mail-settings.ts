import { CandorError } from '../errors/index.ts';

/** How mail is sent; without a server it is kept in the development outbox. */
export interface MailSettings {
  readonly server:
    | {
        readonly host: string;
        readonly port: number;
        readonly security: 'tls' | 'starttls' | 'opportunistic' | 'none';
        readonly auth?: { readonly user: string; readonly password: string };
      }
    | undefined;
  readonly from: { readonly address: string; readonly name?: string };
  readonly returnDomain: string;
  readonly dkim: { readonly domain: string; readonly selector: string; readonly keyFile: string } | undefined;
}

interface GivenMail {
  readonly CANDOR_SMTP_URL?: string | undefined;
  readonly CANDOR_MAIL_FROM?: string | undefined;
  readonly CANDOR_MAIL_RETURN_DOMAIN?: string | undefined;
  readonly CANDOR_DKIM_SELECTOR?: string | undefined;
  readonly CANDOR_DKIM_KEY_FILE?: string | undefined;
}

/** RFC 2606 keeps `.invalid` free: what is only kept can reach nobody, not even by mistake. */
const developmentFrom = 'survey@candor.invalid';

/** Puts the settings of mail together and refuses what stands alone (`CND_SETTING`). */
export function mailSettings(given: GivenMail): MailSettings {
  const { CANDOR_SMTP_URL: url, CANDOR_DKIM_SELECTOR: selector, CANDOR_DKIM_KEY_FILE: keyFile } = given;
  if (url !== undefined && given.CANDOR_MAIL_FROM === undefined) {
    throw needed('CANDOR_MAIL_FROM', 'is needed with CANDOR_SMTP_URL: mail without a sender cannot be answered');
  }
  if ((selector === undefined) !== (keyFile === undefined)) {
    const missing = selector === undefined ? 'CANDOR_DKIM_SELECTOR' : 'CANDOR_DKIM_KEY_FILE';
    throw needed(missing, 'is needed too: a DKIM key has a name in DNS and a file');
  }
  const from = mailboxOf(given.CANDOR_MAIL_FROM ?? developmentFrom);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    server: url === undefined ? undefined : serverOf(url),
    from,
    returnDomain: given.CANDOR_MAIL_RETURN_DOMAIN ?? domain,
    dkim: selector !== undefined && keyFile !== undefined ? { domain, selector, keyFile } : undefined,
  };
}

const needed = (name: string, message: string) => new CandorError('CND_SETTING', `${name} ${message}`, { name });

function mailboxOf(text: string): MailSettings['from'] {
  const [, name, address] = /^([^<]*)<([^>]+)>$/.exec(text) ?? [undefined, '', text];
  return { address: address!.trim(), ...(name!.trim() !== '' && { name: name!.trim() }) };
}

/** TLS from the first byte for smtps; for smtp it is required where a password travels, and none on this machine. */
function serverOf(text: string): NonNullable<MailSettings['server']> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw needed('CANDOR_SMTP_URL', 'needs an address such as smtps://user:password@mail.example.com:465');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'smtps:';
  const hasPassword = url.username !== '';
  const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
  return {
    host,
    port: url.port === '' ? (isSecure ? 465 : hasPassword ? 587 : 25) : Number(url.port),
    security: isSecure ? 'tls' : isHere ? 'none' : hasPassword ? 'starttls' : 'opportunistic',
    ...(hasPassword && {
      auth: { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    }),
  };
}

import type { InvitationReference } from './return-path.ts';

/** What the readers look at; of an attached original only its head. */
export interface IncomingMail {
  /** All values of a header, unfolded, encoded words decoded. Lower-case name. */
  readonly header: (name: string) => readonly string[];
  readonly subject: string;
  /** The address of From in lower case; empty where there is none. */
  readonly from: string;
  readonly text: string;
  readonly parts: readonly { readonly type: string; readonly text: string }[];
}

/** How the invitation of a mail is found. */
export interface ReadingOptions {
  /** Knows our own return paths and message ids: `sealedInvitation` with its secret. */
  readonly verify: (address: string) => InvitationReference | undefined;
  /** The recipient of the envelope, where whoever delivers the mail tells it. */
  readonly recipient?: string;
}

/** A report says what it has to say in its first kilobytes; a bounced attachment may be any size. */
const mostBytes = 256 * 1024;
const mostPartCharacters = 16 * 1024;

export async function parseIncoming(raw: Buffer): Promise<IncomingMail> {
  const { default: PostalMime } = await import('postal-mime');
  const email = await PostalMime.parse(raw.subarray(0, mostBytes), {
    forceRfc822Attachments: true,
    maxNestingDepth: 16,
    maxHeadersSize: 128 * 1024,
  });
  const headers = new Map<string, string[]>();
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), value]);
  return {
    header: (name) => headers.get(name) ?? [],
    subject: email.subject ?? '',
    from: (email.from?.address ?? '').toLowerCase(),
    text: (email.text ?? plainOf(email.html ?? '')).slice(0, mostPartCharacters),
    parts: email.attachments.map(({ mimeType, content }) => ({ type: mimeType, text: textOf(content) })),
  };
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  if (typeof content === 'string') return content.slice(0, mostPartCharacters);
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
  return new TextDecoder().decode(bytes.subarray(0, mostPartCharacters));
}

/** Enough for reports that are HTML only. */
function plainOf(html: string): string {
  return withoutBlocks(html.slice(0, 4 * mostPartCharacters))
    .replace(/<(br|\/p|\/div|\/tr|\/h\d)\b[^>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Style and script go with their content. By steps, not by one expression: a thousand unclosed ones must cost nothing. */
function withoutBlocks(html: string): string {
  const small = html.toLowerCase();
  let kept = '';
  let at = 0;
  for (const { index, 1: name } of small.matchAll(/<(style|script)\b/g)) {
    if (index < at) continue;
    kept += html.slice(at, index);
    const end = small.indexOf(`</${name}`, index);
    if (end < 0) return kept;
    at = end;
  }
  return kept + html.slice(at);
}

/** Where mail systems write to whom a mail was really delivered, the surest first. */
const recipientHeaders = [
  'delivered-to',
  'x-original-to',
  'x-envelope-to',
  'envelope-to',
  'x-delivered-to',
  'to',
  'cc',
];

/** The invitation of the return path that this mail came back to. */
export function invitationOf(
  mail: IncomingMail,
  { verify, recipient }: ReadingOptions,
): InvitationReference | undefined {
  return sealedIn([recipient ?? '', ...recipientHeaders.flatMap((name) => mail.header(name))], verify);
}

/** The invitation whose mail a person answered. */
export function answeredInvitation(mail: IncomingMail, options: ReadingOptions): InvitationReference | undefined {
  const ids = [...mail.header('in-reply-to'), ...mail.header('references')];
  return invitationOf(mail, options) ?? sealedIn(ids, options.verify);
}

/** The first of our own return paths and message ids in these texts whose seal is right. */
export function sealedIn(texts: readonly string[], verify: ReadingOptions['verify']): InvitationReference | undefined {
  for (const text of texts) {
    for (const [address] of text.matchAll(/[0-9a-z.+]{60,90}@[a-z0-9.-]{1,253}/gi)) {
      const found = verify(address);
      if (found) return found;
    }
  }
  return undefined;
}

/** The fields of a report part, in groups between empty lines; names in lower case, folded lines joined. */
export function fieldGroups(text: string): ReadonlyMap<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
        // The first of a name counts; a forger who adds a second gains nothing.
        if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
      }
      return fields;
    })
    .filter((fields) => fields.size > 0);
}

/** A mail as whoever receives it sees it, and what his mail program hides. */
export interface OpenedMail {
  /** As they were written, in their order. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly html: string;
  readonly text: string;
}

/** Opens the bytes of a mail that we composed ourselves; of strange ones `parseIncoming` reads less and trusts less. */
export async function openMail(raw: Uint8Array): Promise<OpenedMail> {
  const { default: PostalMime } = await import('postal-mime');
  const { html = '', text = '' } = await PostalMime.parse(raw, { maxNestingDepth: 16 });
  return { headers: headersOf(raw), html, text };
}

/** Unfolded as RFC 5322 2.2.3 says, otherwise as they stand on the wire. */
function headersOf(raw: Uint8Array): OpenedMail['headers'] {
  const [head = ''] = Buffer.from(raw)
    .toString('utf8')
    .split(/\r?\n\r?\n/, 1);
  return head
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [{ name, value: value ?? '' }];
    });
}

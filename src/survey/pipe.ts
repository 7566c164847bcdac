/** What a text may be filled with. Answers by key, already in words (`answerTexts`). */
export interface PipeValues {
  readonly contact?: { readonly name?: string | undefined };
  readonly account?: { readonly name?: string | undefined };
  readonly touchpoint?: string | undefined;
  readonly encounter?: Readonly<Record<string, unknown>>;
  readonly answer?: Readonly<Record<string, unknown>>;
}

/** A name longer than this is no name; what stands between such braces is left as it is. */
const longestSlot = 200;
/** A value comes from a back-end system and may be anything; a sentence has room for this much of it. */
const longestValue = 200;

/** One `{{name|fallback}}` of a text. */
export interface Slot {
  readonly name: string;
  readonly fallback: string;
}

/** The text cut into words and slots, in one pass from left to right: twice the text takes twice the time. */
export function partsOf(text: string): (string | Slot)[] {
  const parts: (string | Slot)[] = [];
  let from = 0;
  // Found once and kept until it is passed: searching again from every "{{" would be quadratic.
  let close = -1;
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', open)) {
    if (close < open + 2) close = text.indexOf('}}', open + 2);
    if (close < 0) break;
    if (close - open > longestSlot || text.startsWith('{', open + 2)) {
      open += 1;
      continue;
    }
    parts.push(text.slice(from, open), slotOf(text.slice(open + 2, close)));
    from = close + 2;
    open = from;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}

function slotOf(inner: string): Slot {
  const bar = inner.indexOf('|');
  const name = bar < 0 ? inner : inner.slice(0, bar);
  return { name: name.trim(), fallback: bar < 0 ? '' : inner.slice(bar + 1).trim() };
}

/** What a slot may name: a person or account by name, the touchpoint, an attribute of the encounter, an answer. */
export function isKnownSlot(name: string): boolean {
  if (name === 'contact.name' || name === 'account.name' || name === 'touchpoint') return true;
  return /^(encounter|answer)\.[\p{L}\p{N}_.-]+$/u.test(name);
}

function filling(name: string, { contact, account, touchpoint, encounter, answer }: PipeValues): string {
  if (name === 'contact.name') return plain(contact?.name);
  if (name === 'account.name') return plain(account?.name);
  if (name === 'touchpoint') return plain(touchpoint);
  const dot = name.indexOf('.');
  const from = name.slice(0, dot) === 'encounter' ? encounter : name.slice(0, dot) === 'answer' ? answer : undefined;
  const attribute = name.slice(dot + 1);
  return from && Object.hasOwn(from, attribute) ? plain(from[attribute]) : '';
}

/** Texts, finite numbers and whole truths can be read in a sentence; objects and lists cannot. */
function plain(value: unknown): string {
  const isReadable = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
  const text = isReadable ? String(value).trim() : '';
  if (text.length <= longestValue) return text;
  // Not inside a pair of surrogates.
  return `${text.slice(0, longestValue - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * How does this text read for this person? `{{contact.name|customer}}`, `{{account.name}}`, `{{touchpoint}}`,
 * `{{encounter.ATTRIBUTE}}` and `{{answer.KEY}}` are replaced by their values; what is unknown or empty by the words
 * behind the bar, else by nothing. No logic, one pass: braces inside a value stay braces. The result is PLAIN text:
 * whoever writes it into HTML escapes it. With `header` (a subject, a sender's name) every control character becomes a
 * space, so that no value can add a header to a mail.
 * @example pipe("Hello {{contact.name|customer}}!", {}) // => "Hello customer!"
 * @example pipe("{{account.name}}", { "account": { "name": "Oak\r\nBcc: x" } }, { "header": true }) // => "Oak Bcc: x"
 */
export function pipe(text: string, values: PipeValues, { header = false }: { header?: boolean } = {}): string {
  const piped = partsOf(text)
    .map((part) => (typeof part === 'string' ? part : filling(part.name, values) || part.fallback))
    .join('');
  return header ? piped.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() : piped;
}

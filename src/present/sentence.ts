import type { Verdict } from '../inference/index.ts';

/** A verdict inside a sentence: drawn with its sign and colour, never by colour alone. */
export interface VerdictPhrase {
  readonly verdict: Verdict;
  readonly text: string;
}

/** A sentence as it is drawn: plain text with verdict words in it. */
export type Sentence = readonly (string | VerdictPhrase)[];

const verdictMark: Readonly<Record<string, Verdict>> = {
  r: 'rose',
  f: 'fell',
  n: 'no evidence of change',
  d: 'not enough data',
};
const marked = /\[([rfnd]):([^\]]+)\]/g;

/** The dictionary marks verdict words as `[r:rose]`; this is the sign that each of them carries everywhere. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  rose: '▲',
  fell: '▼',
  'no evidence of change': '●',
  'not enough data': '○',
};

/**
 * Which words of a dictionary text are verdicts?
 * Texts mark them as `[r:…]` rose, `[f:…]` fell, `[n:…]` no evidence of change, `[d:…]` not enough data.
 * @example toSentence('NPS [r:rose].')[2] // => "."
 */
export function toSentence(text: string): Sentence {
  const sentence: (string | VerdictPhrase)[] = [];
  let end = 0;
  for (const match of text.matchAll(marked)) {
    if (match.index > end) sentence.push(text.slice(end, match.index));
    sentence.push({ verdict: verdictMark[match[1]!]!, text: match[2]! });
    end = match.index + match[0].length;
  }
  if (end < text.length) sentence.push(text.slice(end));
  return sentence;
}

/**
 * How does a sentence read without signs and colours, as in a text alternative?
 * @example plainText(['NPS ', { verdict: 'rose', text: 'rose' }, '.']) // => "NPS rose."
 */
export function plainText(sentence: Sentence): string {
  return sentence.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.text)).join('');
}

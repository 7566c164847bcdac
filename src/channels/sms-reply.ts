import {
  aloneOnly,
  betweenWords,
  givenOnly,
  givingWords,
  halfWords,
  helpWords,
  joiningWords,
  negatingWords,
  numberWords,
  opinionWords,
  startWords,
  stopWords,
  strongStopWords,
} from './sms-reply-words.ts';

/** What a reply by SMS means. */
export type SmsReply =
  | { readonly kind: 'stop' }
  | { readonly kind: 'start' }
  | { readonly kind: 'help' }
  | { readonly kind: 'score'; readonly score: number; readonly words?: string }
  /** A number is in it, but which score is meant is not sure: ask once, then take it as a comment. */
  | { readonly kind: 'ambiguous'; readonly words: string }
  | { readonly kind: 'words'; readonly words: string };

/**
 * Reads a reply in Finnish, Swedish, English, German or Arabic to a question of 0 to `most`. A score is taken only where
 * nothing else can be meant: a false score is worse than a question asked once more. Stop, start and help come first.
 */
export function readSmsReply(text: string, most = 10): SmsReply {
  const plain = westernDigits(text.slice(0, 2000)).trim();
  const command = commandOf(plain);
  if (command) return { kind: command };
  return scoreOf(plain, most) ?? { kind: 'words', words: plain };
}

/** Arabic-Indic, Persian, full-width, keycap and circled digits as the usual ones. */
function westernDigits(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]|\ufe0f|\u20e3/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[\u2460-\u2469]/g, (digit) => String(digit.charCodeAt(0) - 0x245f))
    .replaceAll('\u{1f51f}', '10')
    .replace(/\u066b/g, ',');
}

function commandOf(text: string): 'stop' | 'start' | 'help' | undefined {
  const tokens = wordsOf(text);
  const all = tokens.join(' ');
  if (stopWords.has(all)) return 'stop';
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)];
  if (strongStopWords.has(first) && tokens.length <= 5) return 'stop';
  // "9 STOP", "please stop", "I want to unsubscribe": at the end of a short reply nobody means anything else.
  if (strongStopWords.has(last) && tokens.length <= 4) return 'stop';
  if (startWords.has(all)) return 'start';
  return helpWords.has(all) ? 'help' : undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}'’]+|\d+/gu) ?? [];
}

type ScoreReading = Extract<SmsReply, { kind: 'score' | 'ambiguous' }> | undefined;

function scoreOf(text: string, most: number): ScoreReading {
  const ambiguous = { kind: 'ambiguous', words: text } as const;
  const tokens = tokensOf(text);
  const numbers = tokens.flatMap((token, at) => {
    const value = numberOf(token, tokens);
    return value === undefined ? [] : [{ at, value, token }];
  });
  const [number, ...others] = numbers;
  if (number === undefined) return undefined;
  const outOf = outOfMost(text, tokens, number.at, most);
  // "10 10" and "9 9 9" say the same again.
  const rest = tokens.slice(outOf ?? number.at + 1).filter(({ word }) => word !== number.token.word);
  const before = tokens.slice(0, number.at);
  const leading = before.every((token) => givingWords.has(token.word) || isGreeting(token.word));
  const alone = leading && rest.every(({ word }) => word === '');
  const meant = meaningOf({ text, number, before, rest, leading, hasScale: outOf !== undefined });
  // More numbers are fine in a reason ("9, waited 5 minutes"), not beside the score ("7 tai 8", "7-8").
  const rivals = others.filter(({ at, value }) => (outOf === undefined || at >= outOf) && value !== number.value);
  const half = rest.slice(0, 3).some(({ word }) => halfWords.has(word));
  const beside = half || rivals.some(({ at }) => at - number.at <= 3);
  if (meant === 'words') return undefined;
  if (meant === 'ambiguous' || beside || !isWhole(number.token) || number.value > most) return ambiguous;
  const reason = reasonOf(text, tokens, number.at, outOf);
  return { kind: 'score', score: number.value, ...(!alone && reason !== '' && { words: reason }) };
}

interface Token {
  /** Lower case letters or digits; empty for a sign or a smile. */
  readonly word: string;
  /** What stood between it and the token before. */
  readonly gap: string;
  /** What follows directly: a comma, a plus, a percent sign. */
  readonly after: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): Token[] {
  const found = [...text.matchAll(/[\p{L}\p{M}'’]+|\d+(?:[.,:]\d+)*/gu)];
  return found.map((match, i) => {
    const previous = found[i - 1];
    const start = match.index;
    const end = start + match[0].length;
    return {
      word: match[0].toLowerCase().replaceAll('’', "'"),
      gap: text.slice(previous ? previous.index + previous[0].length : 0, start),
      after: text.slice(end, found[i + 1]?.index ?? text.length),
      start,
      end,
    };
  });
}

/** The number that a token says; words that are articles too count only where the reply is nothing else. */
function numberOf(token: Token, all: readonly Token[]): number | undefined {
  if (/^\d/.test(token.word)) return Number(token.word.replace(',', '.').replace(/[.:](?=.*[.:])/g, ''));
  const value = numberWords.get(token.word);
  if (givenOnly.has(token.word)) {
    const before = all.slice(0, all.indexOf(token));
    return before.every(({ word }) => isGreeting(word) || givingWords.has(word)) ? value : undefined;
  }
  if (value === undefined || !aloneOnly.has(token.word)) return value;
  return all.every((one) => one === token || isGreeting(one.word)) ? value : undefined;
}

function isGreeting(word: string): boolean {
  return /^(hi|hello|hey|hei|moi|moikka|terve|hej|hejsan|hallo|guten|tag|kiitos|tack|thanks|danke|مرحبا|السلام|عليكم|شكرا)$/.test(
    word,
  );
}

/** A bare whole number: no decimals, no time of day, no fraction, nothing that changes it. */
function isWhole(token: Token): boolean {
  if (/^\d/.test(token.word) && !/^\d{1,2}$/.test(token.word)) return false;
  if (/^\s*[-–−]$/.test(token.gap.trimStart()) && token.start > 0 && /[-–−]$/.test(token.gap)) return false;
  if (/^(%|½|¼|¾|²|³|°|€|\$|£)/.test(token.after.trimStart())) return false;
  // 10+ is full marks; 9+ and 9- are school marks between two scores.
  if (/^\+/.test(token.after)) return token.word === '10';
  return !/^[-–−](\s|$)/.test(token.after) || /\p{L}/u.test(token.after);
}

/** "9/10", "9 out of 10", "9 av 10", "9 von 10", "9 من 10": where the scale ends, as an index behind it. */
function outOfMost(text: string, tokens: readonly Token[], at: number, most: number): number | undefined {
  const next = tokens[at + 1];
  if (next === undefined) return undefined;
  if (/^\s*[/\\]\s*$/.test(next.gap) && next.word === String(most)) return at + 2;
  const small = tokens.slice(at + 1, at + 4).map(({ word }) => word);
  if (small[0] === 'out' && small[1] === 'of' && small[2] === String(most)) return at + 4;
  const of = ['of', 'av', 'von', 'من', 'kautta', 'asteikolla'];
  return of.includes(small[0] ?? '') && small[1] === String(most) && text.length > 0 ? at + 3 : undefined;
}

interface Situation {
  readonly text: string;
  readonly number: { readonly at: number; readonly value: number; readonly token: Token };
  readonly before: readonly Token[];
  readonly rest: readonly Token[];
  /** Nothing but "I would give a" stands before the number. */
  readonly leading: boolean;
  readonly hasScale: boolean;
}

function meaningOf({ text, number, before, rest, leading, hasScale }: Situation): 'score' | 'ambiguous' | 'words' {
  const { token } = number;
  // An order or a telephone number; alone it may be a slip of the finger.
  if (token.word.length > 3 && /^\d/.test(token.word) && before.length + rest.length > 0) return 'words';
  // Finnish "en 9" is "not 9", Swedish "en 9" is "a 9": directly before the number it is read as the article.
  const negated = before
    .slice(-3)
    .some(({ word }, i, near) => negatingWords.has(word) && !(word === 'en' && i === near.length - 1));
  // Another scale ("4/5"), or two marks ("7/8").
  if (!hasScale && (/^\s*[/\\]\s*\d?$/.test(token.after.trimEnd()) || otherScale.test(text.slice(token.end)))) {
    return 'ambiguous';
  }
  if (betweenWords.has(before.at(-1)?.word ?? '')) return 'ambiguous';
  if (leading && !negated) return hasScale ? 'score' : behind(rest, token);
  if (negated) return 'ambiguous';
  if (hasScale) return 'score';
  // "Hyvä palvelu, 9": a number that ends the reply behind a stop or a line break.
  const ends = rest.length === 0;
  const given = before.slice(-2).some(({ word }) => givingVerbs.has(word));
  if (ends && (/[.,:;!?\n\p{Extended_Pictographic}]\s*$/u.test(token.gap) || given)) return 'score';
  if (given) return behind(rest, token);
  // "Kävin 3 kertaa": a number inside a sentence is no score, nor a doubt.
  return ends ? 'ambiguous' : 'words';
}

/** "4 of 5", "5 stars out of 5": a scale that is not the one asked for. */
const otherScale = /^.{0,25}(?<!\p{L})(?:of|av|von|من) \d+/u;

const givingVerbs: ReadonlySet<string> = new Set(
  'give gave rating score annan antaisin arvosana arvosanaksi arvosanani sanoisin ger betyg betyget gebe note bewertung أعطي اعطي أعطيكم اعطيكم تقييمي التقييم الدرجة'.split(
    ' ',
  ),
);

/** What stands behind a number at the start: nothing, a reason, an opinion; or a unit, so that it is a count. */
function behind(rest: readonly Token[], number: Token): 'score' | 'ambiguous' | 'words' {
  const next = rest[0];
  if (next === undefined) return 'score';
  if (
    /[.,:;!?\n()\u060c\u2013\u2014\p{Extended_Pictographic}]|\s-+\s|-\s/u.test(number.after) &&
    !/^[.,:]\d/.test(number.after)
  ) {
    return 'score';
  }
  if (joiningWords.has(next.word) || opinionWords.has(next.word) || next.word.startsWith('و')) return 'score';
  // "One thing", "kaksi asiaa": numbers that are counted are written as words, scores as digits.
  return unitWords.test(next.word) || !/^\d/.test(number.word) ? 'words' : 'ambiguous';
}

/** Things that are counted: the number says how many, not how good. */
const unitWords =
  /^(x|times?|days?|weeks?|months?|years?|hours?|hrs?|h|min|mins?|minutes?|minuuttia|tuntia|päivää|viikkoa|kuukautta|kk|vuotta|kertaa|krt|euroa|eur|km|kpl|henkeä|ihmistä|soittoa|gånger|dagar|veckor|månader|år|timmar|minuter|st|kronor|kr|personer|samtal|mal|tage?n?|wochen?|monaten?|jahren?|stunden?|minuten|stück|leute|anrufe|am|pm|kello|uhr|st|nd|rd|th|people|calls|items|orders|paketti(a)?|tuotetta|tilausta|aamulla|illalla|مرات|مرة|أيام|ايام|يوم|أسابيع|اسابيع|ساعات|ساعة|دقيقة|دقائق|أشهر|اشهر|سنوات)$/;

/** What the person wrote beside the score. */
function reasonOf(text: string, tokens: readonly Token[], at: number, outOf: number | undefined): string {
  const last = tokens[(outOf ?? at + 1) - 1]!;
  const behindIt = text.slice(last.end).replace(/^[\s.,:;!?+\-–—/()]+/, '');
  const beforeIt = text.slice(0, tokens[at]!.start).replace(/[\s,:;\-–—(]+$/, '');
  const opening = tokens.slice(0, at).every(({ word }) => givingWords.has(word) || isGreeting(word));
  return [opening ? '' : beforeIt, behindIt]
    .filter((part) => part.trim() !== '')
    .join(' ')
    .trim();
}

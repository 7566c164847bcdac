/** Fewer answers than this on either side settle nothing. */
const leastAnswers = 30;
/** In the middle of a programme a bad month may be without high answers, and then others follow. */
const leastInTheMiddle = 60;
/** So many answers above the top: fewer may be typing errors. */
const leastAbove = 8;
/**
 * A part without any answer above the top is another scale where this had a smaller chance than one in a million if
 * its answers were drawn like the others. With 35 % of the other answers above, 33 answers are enough; with 5 %, 270:
 * a short month of few answers whose top happened not to be used stays what it is.
 */
const chanceOfNone = 1e-6;

export interface AnswersInTime {
  readonly scores: Float64Array;
  readonly days: Int32Array;
  /** The top of the shorter scale. */
  readonly top: number;
}

interface Part {
  answers: number;
  above: number;
  zeros: number;
}

function add(part: Part, score: number, top: number): void {
  part.answers += 1;
  // 555 and 1,000 are typing errors on any scale.
  if (score > top && score <= 100) part.above += 1;
  if (score === 0) part.zeros += 1;
}

/**
 * Whether the part can be one on the shorter scale. On 0-10 a bad month may be without a 6, and then it has 0s, which
 * scales of 1-5 and 1-7 have not, but for the days on which one scale gives way to the other.
 */
function fits({ above, zeros, answers }: Part, top: number): boolean {
  return above === 0 && (top === 10 || zeros <= Math.max(1, answers * 0.02));
}

/**
 * The chance that `answers` all avoid the values above the top although they are drawn like the others, for the most
 * favourable of `places` parts that could have been looked at.
 */
function chance(answers: number, share: number, places: number): number {
  return places * Math.exp(answers * Math.log1p(-share));
}

/** The codes of the groups without an answer above the top where the other groups have too many for chance. */
export function lowParts({ scores, top }: AnswersInTime, partOf: (index: number) => number): Set<number> {
  const parts = new Map<number, Part>();
  for (let index = 0; index < scores.length; index += 1) {
    const code = partOf(index);
    let part = parts.get(code);
    if (!part) {
      part = { answers: 0, above: 0, zeros: 0 };
      parts.set(code, part);
    }
    add(part, scores[index] as number, top);
  }
  const rest = [...parts.values()].filter((part) => part.above > 0);
  const answers = rest.reduce((sum, part) => sum + part.answers, 0);
  const above = rest.reduce((sum, part) => sum + part.above, 0);
  if (answers < leastAnswers || above < leastAbove) return new Set();
  const low = [...parts].filter(
    ([, part]) =>
      fits(part, top) &&
      part.answers >= leastAnswers &&
      chance(part.answers, above / answers, parts.size) < chanceOfNone,
  );
  return new Set(low.map(([code]) => code));
}

interface Span extends Part {
  readonly first: number;
  last: number;
}

/** The span of days, with the most answers, in which none is above the top although chance would have put some there. */
export function longestLowSpan(answers: AnswersInTime): { readonly first: number; readonly last: number } | undefined {
  const days = daysOf(answers);
  let best: Span | undefined;
  let open: Span | undefined;
  let total = 0;
  for (const [day, part] of days) {
    total += part.above;
    if (part.above > 0) open = undefined;
    else {
      open ??= { first: day, last: day, answers: 0, above: 0, zeros: 0 };
      open.last = day;
      open.answers += part.answers;
      open.zeros += part.zeros;
      if (open.answers > (best?.answers ?? 0)) best = open;
    }
  }
  if (!best || !fits(best, answers.top)) return undefined;
  const others = answers.scores.length - best.answers;
  const atEnd = best.first === days[0]?.[0] || best.last === days.at(-1)?.[0];
  const least = atEnd ? leastAnswers : leastInTheMiddle;
  if (best.answers < least || others < leastAnswers || total < leastAbove) return undefined;
  // A span in the middle could have begun behind any answer above the top.
  return chance(best.answers, total / others, atEnd ? 1 : total) < chanceOfNone ? best : undefined;
}

/** The answers of each day, in the order of time. */
function daysOf({ scores, days, top }: AnswersInTime): [number, Part][] {
  const parts = new Map<number, Part>();
  for (let index = 0; index < scores.length; index += 1) {
    const day = days[index] as number;
    let part = parts.get(day);
    if (!part) {
      part = { answers: 0, above: 0, zeros: 0 };
      parts.set(day, part);
    }
    add(part, scores[index] as number, top);
  }
  return [...parts].sort(([a], [b]) => a - b);
}

import { describe, expect, it } from 'vitest';
import { CandorError } from '../errors/index.ts';
import { refuseMixedScales } from './mixed-scales.ts';

/** Numbers in [0, 1) that are the same in every run (Park and Miller's generator). */
function randomOf(seed: number): () => number {
  let state = seed * 7_919 + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Answers drawn from `weights` of the values `from`, `from` + 1, …; `perMonth` a month over `months`. */
interface Phase {
  readonly months: number;
  readonly perMonth: number;
  readonly from: number;
  readonly weights: readonly number[];
  readonly step?: number;
}

function programme(seed: number, phases: readonly Phase[]): { scores: Float64Array; days: Int32Array } {
  const random = randomOf(seed);
  const scores: number[] = [];
  const days: number[] = [];
  let month = 0;
  for (const { months, perMonth, from, weights, step = 1 } of phases) {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (let answer = 0; answer < months * perMonth; answer += 1) {
      let left = random() * total;
      let value = 0;
      while (left >= (weights[value] as number) && value < weights.length - 1) left -= weights[value++] as number;
      scores.push(from + value * step);
      days.push(20_000 + Math.floor((month + random() * months) * 30.4));
    }
    month += months;
  }
  return { scores: Float64Array.from(scores), days: Int32Array.from(days) };
}

const five = { from: 1, weights: [2, 3, 3, 6, 5] };
const seven = { from: 1, weights: [2, 2, 3, 3, 3, 4, 5] };
const eleven = { from: 0, weights: [1, 0, 1, 1, 1, 2, 2, 4, 6, 6, 5] };

/** What is met outside the scale is judged as `judgeRows` does: it is set apart. */
function refusal(max: number, { scores, days }: { scores: Float64Array; days: Int32Array }): CandorError | undefined {
  const isOn = (score: number) => score <= max;
  const at = [...scores.keys()];
  const on = at.filter((index) => isOn(scores[index] as number));
  const off = at.filter((index) => !isOn(scores[index] as number));
  const take = (indices: readonly number[]) => ({
    rows: indices,
    scores: indices.map((index) => scores[index] as number),
    days: indices.map((index) => days[index] as number),
  });
  const used = take(on);
  try {
    refuseMixedScales({
      rows: Int32Array.from(used.rows),
      scores: Float64Array.from(used.scores),
      days: Int32Array.from(used.days),
      outside: take(off),
      scale: { min: max === 10 || max === 100 ? 0 : 1, max },
      column: 'Score',
      groups: [],
    });
  } catch (error) {
    if (error instanceof CandorError) return error;
    throw error;
  }
  return undefined;
}

describe('two scales that follow each other', () => {
  it.each([
    ['1-5 then 1-7', 7, { ...five, months: 6, perMonth: 40 }, { ...seven, months: 6, perMonth: 40 }, '1-5'],
    ['1-7 then 1-5', 7, { ...seven, months: 6, perMonth: 40 }, { ...five, months: 6, perMonth: 40 }, '1-5'],
    ['1-5, then 1-7 in the last month only', 5, { ...five, months: 11, perMonth: 80 }, { ...seven, months: 1, perMonth: 60 }, '1-5'], // biome-ignore format: a table
    ['1-5 then 0-10', 10, { ...five, months: 1, perMonth: 40 }, { ...eleven, months: 6, perMonth: 40 }, '1-5'],
    ['1-7 then 0-10', 10, { ...seven, months: 6, perMonth: 40 }, { ...eleven, months: 6, perMonth: 40 }, '1-7'],
    ['0-100 in tens then 0-10', 10, { ...eleven, step: 10, months: 6, perMonth: 40 }, { ...eleven, months: 6, perMonth: 40 }, '0-10'], // biome-ignore format: a table
  ] as const)('are refused: %s', (_, max, before, after, shorter) => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const error = refusal(max, programme(seed, [before, after]));
      expect(error?.code).toBe('CND_SCALES_MIXED');
      expect(error?.details.scales).toContain(shorter);
      expect(error?.message).toMatch(/between \d{4}-\d\d-\d\d and \d{4}-\d\d-\d\d/);
    }
  });

  it('are refused when typing errors stand among the shorter ones', () => {
    const answers = programme(3, [
      { ...five, months: 6, perMonth: 80 },
      { ...seven, months: 6, perMonth: 80 },
    ]);
    answers.scores[40] = 55;
    answers.scores[300] = 7;
    expect(refusal(7, answers)?.code).toBe('CND_SCALES_MIXED');
  });
});

describe('one scale, whose top is not always used', () => {
  it.each([
    [
      '1-7 with 3 answers a month and 8 % above 5',
      7,
      { from: 1, weights: [10, 20, 24, 22, 16, 5, 3], months: 24, perMonth: 3 },
    ],
    [
      '1-7 with 20 answers a month and 3 % above 5',
      7,
      { from: 1, weights: [20, 25, 25, 17, 10, 2, 1], months: 24, perMonth: 20 },
    ],
    ['0-10 with 4 answers a month', 10, { ...eleven, months: 36, perMonth: 4 }],
    ['0-10 of detractors', 10, { from: 0, weights: [9, 9, 9, 9, 9, 9, 2, 1, 1, 1, 1], months: 24, perMonth: 10 }],
    ['0-100 in tens with few answers', 100, { ...eleven, step: 10, months: 24, perMonth: 5 }],
    ['1-5', 5, { ...five, months: 12, perMonth: 50 }],
  ] as const)('is not refused in 300 programmes: %s', (_, max, phase) => {
    for (let seed = 1; seed <= 300; seed += 1) expect(refusal(max, programme(seed, [phase]))).toBeUndefined();
  });

  it('is not refused when it falls or rises far', () => {
    const bad = { from: 0, weights: [6, 4, 5, 5, 4, 5, 3, 2, 1, 1, 1], months: 2, perMonth: 40 };
    for (let seed = 1; seed <= 300; seed += 1) {
      const answers = programme(seed, [
        { ...eleven, months: 6, perMonth: 40 },
        bad,
        { ...eleven, months: 6, perMonth: 40 },
      ]);
      expect(refusal(10, answers)).toBeUndefined();
    }
  });
});

describe('answers outside the scale', () => {
  /** Every third answer is replaced by one of `values`. */
  const spoilt = (values: readonly number[], every: number) => {
    const answers = programme(5, [{ ...eleven, months: 6, perMonth: 60 }]);
    for (let index = 0; index < answers.scores.length; index += every) {
      answers.scores[index] = values[(index / every) % values.length] as number;
    }
    return answers;
  };

  it('are another scale when they are many and regular, row by row', () => {
    const error = refusal(10, spoilt([60, 70, 80, 90, 100], 4));
    expect(error?.code).toBe('CND_SCALES_MIXED');
    expect(error?.message).toContain('90 of 360 answers');
    expect(error?.details.scales).toEqual(['0-10', '0-100']);
    expect(refusal(10, spoilt([61, 67, 72, 75, 83, 85, 88, 91, 94, 97], 4))?.code).toBe('CND_SCALES_MIXED');
  });

  it('are typing errors or codes when they are few, or of one or two sizes', () => {
    expect(refusal(10, spoilt([60, 70, 80, 90, 100], 24))).toBeUndefined();
    expect(refusal(10, spoilt([77, 88], 4))).toBeUndefined();
    expect(refusal(10, spoilt([555, 101, 1_000, 7_777, 8_888], 4))).toBeUndefined();
  });

  it('are found among tens up to 100 as well, and a slider is none', () => {
    expect(refusal(100, spoilt([60, 70, 80, 90, 100], 2))?.code).toBe('CND_SCALES_MIXED');
    for (let seed = 1; seed <= 100; seed += 1) {
      const slider = programme(seed, [{ from: 0, weights: new Array(101).fill(1), months: 6, perMonth: 60 }]);
      expect(refusal(100, slider)).toBeUndefined();
    }
  });
});

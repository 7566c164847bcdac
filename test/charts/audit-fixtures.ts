import { type AuditResult, auditProgramme, type PeriodUnit } from '../../src/audit/index.ts';
import { type AnswerSeries, type CodedColumn, metricDefinition, type Scale } from '../../src/metrics/index.ts';

/** mulberry32: small, seeded, the same everywhere; only for these fixtures. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Days since 1970-01-01. */
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 864e5;

interface Programme {
  readonly metric: string;
  readonly scale?: Scale;
  readonly unit: PeriodUnit;
  readonly file: string;
  readonly seed: number;
  /** For each period: first day, days, answers, and the chance of each answer from the lowest to the highest. */
  readonly periods: readonly { start: string; days: number; n: number; shares: readonly number[] }[];
  readonly versionFrom?: string;
}

/** An audit of a simulated programme, made by the real audit. */
function audit(programme: Programme): AuditResult {
  const definition = metricDefinition(programme.metric, programme.scale ? { scale: programme.scale } : {});
  const next = random(programme.seed);
  const scores: number[] = [];
  const days: number[] = [];
  for (const period of programme.periods) {
    const first = dayNumber(period.start);
    for (let answer = 0; answer < period.n; answer++) {
      scores.push(definition.scale.min + draw(period.shares, next()));
      days.push(first + Math.floor(((answer + 0.5) / period.n) * period.days));
    }
  }
  const series: AnswerSeries = {
    scores: Float64Array.from(scores),
    days: Int32Array.from(days),
    families: [definition.family],
    questions: 9,
    ...(programme.versionFrom ? { version: versions(days, dayNumber(programme.versionFrom)) } : {}),
  };
  return resultOf(programme, series);
}

/** The audit of months with exactly these promoters, passives and detractors; accounts take the answers in turn. */
export function auditOfMonths(
  from: string,
  counts: readonly (readonly [number, number, number])[],
  accounts = 0,
): AuditResult {
  const scores: number[] = [];
  const days: number[] = [];
  for (const [index, { start }] of months(
    from,
    counts.map(() => []),
    () => 0,
  ).entries()) {
    const answers = counts[index]!.flatMap((count, group) => Array.from({ length: count }, () => [10, 8, 3][group]!));
    scores.push(...answers);
    days.push(...answers.map((_, answer) => dayNumber(start) + (answer % 28)));
  }
  const account: CodedColumn = {
    codes: Int32Array.from(scores, (_, answer) => answer % Math.max(1, accounts)),
    names: Array.from({ length: accounts }, (_, index) => `a${index}`),
  };
  const series: AnswerSeries = {
    scores: Float64Array.from(scores),
    days: Int32Array.from(days),
    families: ['nps'],
    questions: 1,
    ...(accounts > 0 ? { account } : {}),
  };
  return resultOf({ metric: 'nps', unit: 'month', file: 'exact.csv', seed: 1 }, series);
}

function resultOf(programme: Omit<Programme, 'periods'>, series: AnswerSeries): AuditResult {
  const definition = metricDefinition(programme.metric, programme.scale ? { scale: programme.scale } : {});
  const told = auditProgramme({
    definition,
    series,
    periodUnit: programme.unit,
    confidence: 0.95,
    seed: programme.seed,
  });
  const { scores } = series;
  return {
    run: {
      id: '5e0c91d47ab2f368',
      dataHash: '9b41c0ffee12345678e07c',
      definition: `${definition.id} ${definition.version}`,
      engine: '0.1.0',
      seed: programme.seed,
    },
    source: { file: programme.file, format: 'csv', encoding: 'utf-8', delimiter: ';' },
    assumed: [
      { what: 'metric', value: definition.id, why: 'the column is called "recommend"', because: 'column-name' },
      { what: 'score', value: 'recommend', why: 'the column is called "recommend"', because: 'column-name' },
      { what: 'date', value: 'submitted_at', why: 'the column is called "submitted_at"', because: 'column-name' },
      { what: 'dateOrder', value: 'ymd', why: 'all dates begin with the year', because: 'unambiguous-day' },
      { what: 'timeZone', value: 'UTC', why: 'none was given', because: 'default' },
      { what: 'period', value: programme.unit, why: 'none was given', because: 'default' },
      { what: 'encoding', value: 'utf-8', why: 'the bytes are valid UTF-8', because: 'byte-order' },
      {
        what: 'delimiter',
        value: ';',
        why: 'it gives the same number of columns in every row',
        because: 'column-count',
      },
    ],
    rows: {
      read: scores.length + 61,
      used: scores.length,
      rejected: 61,
      reasons: [
        { reason: 'empty-score', count: 41, firstLine: 118 },
        { reason: 'duplicate', count: 9, firstLine: 1204 },
        { reason: 'preview', count: 6, firstLine: 2 },
        { reason: 'unreadable-date', count: 3, firstLine: 877 },
        { reason: 'outside-scale', count: 2, firstLine: 1931 },
      ],
    },
    metric: definition.id,
    scale: definition.scale,
    periodUnit: programme.unit,
    timeZone: 'UTC',
    confidence: 0.95,
    ...told,
  };
}

function draw(shares: readonly number[], at: number): number {
  let sum = 0;
  const all = shares.reduce((total, share) => total + share, 0);
  for (let answer = 0; answer < shares.length; answer++) {
    sum += shares[answer]! / all;
    if (at < sum) return answer;
  }
  return shares.length - 1;
}

function versions(days: readonly number[], from: number): CodedColumn {
  return { codes: Int32Array.from(days, (day) => (day < from ? 0 : 1)), names: ['3', '4'] };
}

/** Shares of 0..10 with this many promoters and detractors of a hundred. */
const nps = (promoters: number, detractors: number) => {
  const low = detractors / 7;
  const passive = (100 - promoters - detractors) / 2;
  return [low, low, low, low, low, low, low, passive, passive, promoters / 2, promoters / 2];
};
const iso = (date: Date) => date.toISOString().slice(0, 10);

function months(from: string, shares: readonly (readonly number[])[], n: (index: number) => number) {
  const start = new Date(`${from}-01T00:00:00Z`);
  return shares.map((of, index) => {
    const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1));
    const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index + 1, 1));
    return { start: iso(first), days: (end.getTime() - first.getTime()) / 864e5, n: n(index), shares: of };
  });
}

function weeks(from: string, shares: readonly (readonly number[])[], n: (index: number) => number) {
  const start = Date.parse(`${from}T00:00:00Z`);
  return shares.map((of, index) => ({
    start: iso(new Date(start + index * 7 * 864e5)),
    days: 7,
    n: n(index),
    shares: of,
  }));
}

const repeat = <T>(count: number, of: (index: number) => T) => Array.from({ length: count }, (_, index) => of(index));

/** The programmes of the gallery, each once: the states that a page must stand. */
export const programmes = {
  /** Twelve months, +12 and then +33 from June; a plain test colours more than is proven. */
  'one proven change': (seed = 42) =>
    audit({
      metric: 'nps',
      unit: 'month',
      file: 'relationship-survey.csv',
      seed,
      versionFrom: '2026-01-01',
      periods: months(
        '2025-11',
        repeat(12, (month) => (month < 7 ? nps(38, 26) : nps(52, 19))),
        (month) => 213 + ((month * 17) % 31),
      ),
    }),
  'all noise': (seed = 3) =>
    audit({
      metric: 'csat-top2',
      unit: 'month',
      file: 'service-desk.csv',
      seed,
      periods: months(
        '2025-01',
        repeat(12, () => [6, 8, 18, 40, 28]),
        (month) => 90 + ((month * 13) % 25),
      ),
    }),
  'one period': () =>
    audit({
      metric: 'nps',
      unit: 'month',
      file: 'pilot.csv',
      seed: 1,
      periods: months('2026-06', [nps(45, 20)], () => 225),
    }),
  'one answer': () =>
    audit({
      metric: 'nps',
      unit: 'month',
      file: 'first-answer.csv',
      seed: 1,
      periods: months('2026-06', [nps(100, 0)], () => 1),
    }),
  'few answers': () =>
    audit({
      metric: 'nps',
      unit: 'month',
      file: 'small.csv',
      seed: 5,
      periods: months(
        '2026-01',
        repeat(5, () => nps(45, 20)),
        (month) => [4, 0, 7, 12, 3][month]!,
      ),
    }),
  'three years': () =>
    audit({
      metric: 'nps',
      unit: 'month',
      file: 'three-years.csv',
      seed: 11,
      periods: months(
        '2023-11',
        repeat(36, (month) => (month < 12 ? nps(38, 24) : month < 25 ? nps(55, 15) : nps(44, 22))),
        (month) => 480 + ((month * 37) % 90),
      ),
    }),
  'weekly effort': () =>
    audit({
      metric: 'ces-7',
      unit: 'week',
      file: 'customer-effort-weekly.csv',
      seed: 21,
      periods: weeks(
        '2024-01-01',
        repeat(120, (week) => (week < 70 ? [3, 5, 9, 16, 25, 27, 15] : [2, 3, 6, 13, 25, 31, 20])),
        (week) => 70 + ((week * 29) % 40),
      ),
    }),
  'quarterly index': () =>
    audit({
      metric: 'index-100',
      scale: { min: 1, max: 10 },
      unit: 'quarter',
      file: 'account-index.csv',
      seed: 4,
      periods: months(
        '2024-01',
        repeat(24, (month) => (month < 12 ? [1, 1, 2, 3, 6, 10, 20, 28, 19, 10] : [3, 3, 4, 6, 10, 14, 22, 20, 12, 6])),
        () => 120,
      ),
    }),
};

export type ProgrammeName = keyof typeof programmes;

import { CandorError } from '../errors/index.ts';
import type { Scale } from '../metrics/index.ts';
import type { TextColumn } from './kept-columns.ts';

export interface MixedScaleInput {
  readonly scores: Float64Array;
  readonly days: Int32Array;
  readonly scale: Scale;
  readonly column: string;
  /** Columns that may explain a change of scale (version, survey), with a code for each score. */
  readonly groups: readonly { readonly name: string; readonly column: TextColumn; readonly rows: Int32Array }[];
}

/**
 * Refuses a series whose parts were answered on two scales: a part with answers, none above 5, beside a part where most
 * are. Parts are the versions or surveys where a column tells, else spans of a month. In a part of 12 answers on a 0-10
 * scale with half of them above 5, none above 5 has a chance of 1 in 4,096.
 */
export function refuseMixedScales(input: MixedScaleInput): void {
  if (input.scale.max <= 7) return;
  for (const { name, column, rows } of input.groups) {
    const { codes } = column;
    const low = lowParts(input.scores, (index) => codes[rows[index] as number] as number);
    if (!low) continue;
    const values = [...low].map((code) => column.names[code] ?? '');
    throw mixed(input, `where "${name}" is ${values.map((value) => `"${value}"`).join(', ')}`, { where: name, values });
  }
  const low = lowParts(input.scores, (index) => Math.floor((input.days[index] as number) / 30.436875));
  if (!low) return;
  const days = [...input.days].filter((day) => low.has(Math.floor(day / 30.436875)));
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const span = `between ${iso(days.reduce((a, b) => Math.min(a, b)))} and ${iso(days.reduce((a, b) => Math.max(a, b)))}`;
  throw mixed(input, span, {});
}

/** The parts answered on the shorter scale, or undefined where there is one scale. */
function lowParts(scores: Float64Array, partOf: (index: number) => number): Set<number> | undefined {
  const parts = new Map<number, { answers: number; above: number; zero: number }>();
  for (let index = 0; index < scores.length; index += 1) {
    const key = partOf(index);
    let part = parts.get(key);
    if (!part) {
      part = { answers: 0, above: 0, zero: 0 };
      parts.set(key, part);
    }
    const score = scores[index] as number;
    part.answers += 1;
    if (score > 5) part.above += 1;
    if (score === 0) part.zero += 1;
  }
  const low = [...parts].filter(
    ([, { answers, above, zero }]) => answers >= 12 && above <= answers * 0.02 && zero === 0,
  );
  const high = [...parts.values()].filter(({ answers, above }) => answers >= 12 && above >= answers / 2);
  const lowAnswers = low.reduce((sum, [, { answers }]) => sum + answers, 0);
  return lowAnswers >= 20 && high.length > 0 ? new Set(low.map(([key]) => key)) : undefined;
}

function mixed(
  { column, scale }: MixedScaleInput,
  where: string,
  details: { readonly where?: string; readonly values?: readonly string[] },
): CandorError {
  return new CandorError(
    'CND_SCALES_MIXED',
    `"${column}" holds answers on two scales: up to ${scale.max} in most of the file, but none above 5 ${where}. ` +
      'Answers on two scales have no common score',
    { column, scales: ['1-5', `${scale.min}-${scale.max}`], ...details },
  );
}

import { CandorError } from '../errors/index.ts';
import type { NamedFamily } from './choose-score.ts';
import { familyOf } from './column-names.ts';
import type { TextColumn } from './kept-columns.ts';
import type { Kept } from './survey-layout.ts';

/** The family a survey type names: "nps", "csat5", "CES". Smileys and stars are satisfaction. */
function familyOfType(type: string): NamedFamily | undefined {
  const words = type.toLowerCase();
  if (/nps/.test(words)) return 'nps';
  if (/csat|smile|star/.test(words)) return 'csat';
  if (/^ces|effort/.test(words)) return 'ces';
  return familyOf(words);
}

/**
 * The one survey type of the file, counted over rows with a score. Two types in one file are refused: their scores
 * stand on different scales and answer different questions.
 */
export function surveyTypeOf(
  type: Kept<TextColumn> | undefined,
  scores: readonly Kept<TextColumn>[],
  file: string,
): NamedFamily | undefined {
  if (!type || type.column.gaveUp) return undefined;
  const counts = type.column.names.map((value) => ({ value, count: 0 }));
  const scoreCodes = scores.filter(({ column }) => !column.gaveUp).map(({ column }) => column.codes);
  const { codes } = type.column;
  for (let row = 0; row < codes.length; row += 1) {
    const met = counts[codes[row] as number];
    if (met && scoreCodes.some((score) => (score[row] as number) >= 0)) met.count += 1;
  }
  const values = counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ value }) => value);
  const families = values.map(familyOfType);
  if (values.length < 2 || families.every((family) => family === undefined)) return families[0];
  if (new Set(families).size === 1) return families[0];
  const { name } = type.profile;
  const list = values
    .slice(0, 10)
    .map((value) => `"${value}"`)
    .join(', ');
  throw new CandorError(
    'CND_SEVERAL_SURVEYS',
    `"${file}" holds answers of ${values.length} survey types: ${list} in column "${name}" (for example --where "${name}=${values[0]}" keeps one)`,
    { column: name, values: values.slice(0, 50) },
  );
}

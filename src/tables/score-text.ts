/** What a cell of a score column holds. `label` keeps the words beside the number ("10 - Extremely likely"). */
export type ScoreCell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' | 'missing' | 'unreadable' };

const empty: ScoreCell = { kind: 'empty' };
const missing: ScoreCell = { kind: 'missing' };
const unreadable: ScoreCell = { kind: 'unreadable' };

/** Codes that survey tools write for "no answer"; a number counts as one only where it lies outside the scale. */
const missingNumbers = new Set([-99, -98, -97, -999, -9999, 99, 999, 9999]);

const missingWords = new Set(
  `n/a|na|n.a.|#n/a|null|none|nan|-|--|–|—|.|..|?|refused|skipped|not applicable|not answered|no answer|no opinion
  |don't know|dont know|do not know|don’t know|dk|unsure|not sure|i don't know|i don’t know|cannot say|can't say
  |en osaa sanoa|eos|en tiedä|ei osaa sanoa|ei vastausta|ei koske minua|en halua vastata
  |vet ej|vet inte|ej svar|inget svar|ej aktuellt|kan inte säga|ingen åsikt
  |weiß nicht|weiss nicht|keine angabe|k.a.|keine antwort|nicht zutreffend`
    .split('|')
    .map((word) => word.trim()),
);

const longestLabel = 200;
const withLabel = /^([+-]?\d{1,3}(?:[.,]\d+)?)\s*(?:[-–—:=.)(/]|\s)\s*\(?\p{L}.*$/u;
const labelFirst = /^\p{L}[^\d]*[(:=–-]\s*(\d{1,3})\s*\)?$/u;

/** Reads a cell as a score: "9", "4,5", "10 - Extremely likely", "Extremely likely (10)", "'7". */
export function scoreOf(cell: string): ScoreCell {
  let text = cell.trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  if (text === '') return empty;
  // The patterns for labels take time with the square of a run of spaces; no label of a scale is this long.
  if (text.length > longestLabel) return unreadable;
  const number = scoreNumber(text);
  if (number !== undefined) return { kind: 'number', value: number };
  if (missingWords.has(text.toLowerCase().replace(/[.!]$/, '')) || missingWords.has(text.toLowerCase())) return missing;
  const label = withLabel.exec(text) ?? labelFirst.exec(text);
  const labelled = label ? scoreNumber(label[1] as string) : undefined;
  return labelled === undefined ? unreadable : { kind: 'number', value: labelled };
}

/** Whether a number outside the scale is a code for "no answer". */
export function isMissingNumber(value: number): boolean {
  return missingNumbers.has(value);
}

/** Whether the cell has a decimal comma: "4,5". */
export function hasDecimalComma(cell: string): boolean {
  return /^\s*[+-]?\d+,\d+\s*$/.test(cell);
}

function scoreNumber(text: string): number | undefined {
  return /^[+\-−]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : undefined;
}

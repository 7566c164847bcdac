/** One column of a table. `label` is the text of the question where the file has it apart from the name. */
export interface TableColumn {
  readonly name: string;
  readonly label: string;
  /** The name as written, before blank and repeated names were told apart. */
  readonly written: string;
}

export type HeaderShape = 'plain' | 'qualtrics' | 'surveymonkey';

export interface Header {
  readonly columns: readonly TableColumn[];
  /** How many rows of the file are the header, titles above the names included. */
  readonly rows: number;
  readonly titles: number;
  readonly shape: HeaderShape;
}

/** Rows that `readHeader` may need: titles and three header rows. */
export const headerReach = 12;

/**
 * The header from the first rows of a file: Qualtrics writes three header rows, SurveyMonkey two, and reports put
 * titles above: rows with one filled cell at most, before one with three or more, or with two names above data.
 */
export function readHeader(rows: readonly (readonly string[])[]): Header {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const names = filled.findIndex((cells) => cells > 1);
  const follows = names > 0 && names < rows.length - 1;
  const named = (filled[names] ?? 0) >= 3 || areTwoNames(rows[names] ?? [], rows[names + 1] ?? []);
  const titles = follows && named ? names : 0;
  const header = readNames(rows.slice(titles));
  return { ...header, rows: header.rows + titles, titles };
}

/** "date, nps" above "2025-01-01, 9": a row without a digit above one with digits that is as wide. */
function areTwoNames(row: readonly string[], below: readonly string[]): boolean {
  const filledBelow = below.filter((cell) => cell.trim() !== '');
  return !row.some((cell) => /\d/.test(cell)) && filledBelow.length >= 2 && filledBelow.some((cell) => /\d/.test(cell));
}

function readNames(rows: readonly (readonly string[])[]): Omit<Header, 'titles'> {
  const first = (rows[0] ?? []).map(headerText);
  const second = (rows[1] ?? []).map(headerText);
  const importIds = [1, 2].find((index) => holdsImportIds(rows[index] ?? []));
  if (importIds !== undefined) {
    const labels = importIds === 2 ? second : [];
    return { columns: columnsOf(first, first, labels), rows: importIds + 1, shape: 'qualtrics' };
  }
  if (isSurveyMonkey(first, second)) {
    const names = surveyMonkeyNames(first, second);
    return { columns: columnsOf(first, names, []), rows: 2, shape: 'surveymonkey' };
  }
  return { columns: columnsOf(first, first, []), rows: 1, shape: 'plain' };
}

/** A question may be long; a header of a megabyte is an accident, and patterns on it would take minutes. */
const longestName = 2_000;

function headerText(cell: string): string {
  const text = cell
    .slice(0, longestName)
    .replace(/^\uFEFF/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^'[=+\-@＝＋－＠%|]/.test(text) ? text.slice(1) : text;
}

function holdsImportIds(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim() !== '');
  return filled.length > 0 && filled.filter((cell) => /^\s*\{\s*"ImportId"/.test(cell)).length >= filled.length / 2;
}

/** The second row names the options: nothing under the identity columns, "Response" or an option under the questions. */
function isSurveyMonkey(first: readonly string[], second: readonly string[]): boolean {
  if (!/^respondent[ _]?id$/i.test(first[0] ?? '')) return false;
  return (second[0] ?? '') === '' && second.some((cell) => cell !== '');
}

function surveyMonkeyNames(first: readonly string[], second: readonly string[]): string[] {
  const names: string[] = [];
  let question = '';
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const option = second[index] ?? '';
    const own = first[index] ?? '';
    if (own !== '') question = own;
    const plain = option === '' || /^(open-ended )?response$/i.test(option);
    names.push(own !== '' && plain ? own : option === '' ? '' : `${question} - ${option}`);
  }
  return names;
}

/** Blank names become "Column 7"; a repeated name gets "#2", "#3". */
function columnsOf(written: readonly string[], names: readonly string[], labels: readonly string[]): TableColumn[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const base = name === '' ? `Column ${index + 1}` : name;
    let unique = base;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${base}#${number}`;
    taken.add(unique.toLowerCase());
    return { name: unique, label: labels[index] ?? '', written: written[index] ?? '' };
  });
}

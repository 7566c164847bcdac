import type { PeriodUnit } from '../../audit/index.ts';
import { metricIds } from '../../metrics/index.ts';
import { type Language, metricNames } from '../../present/index.ts';
import type { FileColumn, OptionName } from './audit-request.ts';
import type { PageWords } from './page-words.ts';

const orderNames: Readonly<Record<Language, Readonly<Record<'dmy' | 'mdy' | 'ymd', string>>>> = {
  en: { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' },
  fi: { dmy: 'päivä, kuukausi, vuosi', mdy: 'kuukausi, päivä, vuosi', ymd: 'vuosi, kuukausi, päivä' },
  sv: { dmy: 'dag, månad, år', mdy: 'månad, dag, år', ymd: 'år, månad, dag' },
};

const periodUnitNames: Readonly<Record<Language, Readonly<Record<PeriodUnit, string>>>> = {
  en: { week: 'week', month: 'month', quarter: 'quarter' },
  fi: { week: 'viikko', month: 'kuukausi', quarter: 'neljännes' },
  sv: { week: 'vecka', month: 'månad', quarter: 'kvartal' },
};

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Something that a reader can correct: by choosing, or, where there is nothing to choose from, by writing. */
export interface Correctable {
  readonly name: OptionName;
  readonly choices: readonly Choice[];
  /** What a written value looks like. */
  readonly example?: string;
}

/** Everything that can be corrected, in the order in which a file is understood. */
export function correctable(of: {
  readonly words: PageWords;
  readonly language: Language;
  readonly columns: readonly FileColumn[];
  readonly whereChoices?: readonly string[];
}): Correctable[] {
  const { words, language, columns, whereChoices = [] } = of;
  const none = { value: 'none', text: words.noColumn };
  const column = (kinds: readonly FileColumn['kind'][]) => columnChoices(columns, kinds, words);
  const named = <Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ value, text: names[value] }));
  return [
    { name: 'score', choices: column(['score', 'number', 'text']) },
    { name: 'metric', choices: named(metricIds, metricNames[language]) },
    { name: 'scale', choices: [], example: '0-10' },
    { name: 'date', choices: column(['date', 'text', 'number']) },
    { name: 'dateOrder', choices: named(['dmy', 'mdy', 'ymd'], orderNames[language]) },
    { name: 'period', choices: named(['week', 'month', 'quarter'], periodUnitNames[language]) },
    { name: 'timeZone', choices: [], example: 'Europe/Helsinki' },
    { name: 'account', choices: [none, ...column(['text', 'number', 'score'])] },
    { name: 'role', choices: [none, ...column(['text', 'number'])] },
    { name: 'where', choices: whereChoices.map((value) => ({ value, text: value })), example: words.wherePlaceholder },
    { name: 'sheet', choices: [], example: '' },
  ];
}

/** Columns of the likely kinds first, then the others: a detection may be wrong about the kind too. */
function columnChoices(
  columns: readonly FileColumn[],
  kinds: readonly FileColumn['kind'][],
  words: PageWords,
): readonly Choice[] {
  const rank = (kind: FileColumn['kind']) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);
  return [...columns]
    .filter(({ kind }) => kind !== 'empty')
    .sort((a, b) => rank(a.kind) - rank(b.kind))
    .map(({ name, example }) => ({
      value: name,
      text: example ? `${name} (${words.example(example.slice(0, 24))})` : name,
    }));
}

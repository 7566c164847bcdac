import type { ModelGroupsPage } from '../../overview/index.ts';
import { caveatText } from '../caveat-text.ts';
import { personName } from '../dimension-name.ts';
import type { Language } from '../language.ts';
import { numberText, probabilityText, signedText } from '../numbers.ts';
import { visibleText } from '../visible-text.ts';
import { constructName } from './model-names.ts';
import { type ModelWords, modelWords } from './model-words.ts';

/** A comparison of two groups as it is told. */
export interface GroupReport {
  readonly words: ModelWords;
  readonly names: readonly [string, string];
  readonly paths: readonly {
    readonly name: string;
    readonly first: string;
    readonly second: string;
    readonly difference: string;
    readonly pValue: string;
    readonly verdict: string;
    readonly isComparable: boolean;
  }[];
  readonly invariance: readonly {
    readonly construct: string;
    readonly meaning: string;
    readonly means: string;
    readonly spreads: string;
  }[];
  readonly doubts: readonly string[];
  readonly caption: string;
}

/** How are two groups told? Undefined where they were not compared. */
export function groupReport(page: ModelGroupsPage, language: Language): GroupReport | undefined {
  const { comparison } = page;
  if (!comparison) return undefined;
  const words = modelWords[language];
  const construct = (key: string) => constructName(key, language);
  const nameOf = (key: string) => (page.by === 'role' ? personName(key, language) : visibleText(key) || key);
  const effect = (value: number) => signedText(value, 2, language);
  const [first, second] = comparison.groups.map(
    ({ name, n }) => `${nameOf(name)}, n\u00a0${numberText(n, 0, language)}`,
  );
  return {
    words,
    names: [first!, second!],
    paths: comparison.paths.map((path) => ({
      name: `${construct(path.from)} → ${construct(path.to)}`,
      first: effect(path.first),
      second: effect(path.second),
      difference: effect(path.difference),
      pValue: probabilityText(path.pValue, language),
      verdict: path.comparable ? (path.pValue < 0.05 ? words.differs : words.noDifference) : words.notComparable,
      isComparable: path.comparable,
    })),
    invariance: comparison.invariance.map((row) => ({
      construct: row.construct,
      meaning: `${row.compositional ? words.sameMeaning : words.otherMeaning} (${numberText(row.correlation, 3, language)})`,
      means: row.equalMeans ? words.equal : words.unequal,
      spreads: row.equalVariances ? words.equal : words.unequal,
    })),
    doubts: comparison.caveats.map((one) => caveatText(one, language, construct)),
    caption: page.run.id,
  };
}

import type { ChangeResult } from '../audit/index.ts';
import type { Verdict } from '../inference/index.ts';
import type { ChangesChart } from './charts/chart-input.ts';
import { numberText, probabilityText, roundHalfAway } from './numbers.ts';
import type { ReportContext } from './report-context.ts';
import { directionOf } from './report-context.ts';
import { type Sentence, toSentence, type VerdictPhrase } from './sentence.ts';
import { figures, type Table, words } from './table.ts';
import { methodList } from './trend-section.ts';
import { valueAxis } from './value-axis.ts';

/** The second section: each change, tested alone and together. Without changes it says what would make one. */
export interface ChangesSection {
  readonly title: string;
  readonly subtitle: string;
  readonly chart?: ChangesChart;
  readonly caption: string;
  readonly table?: Table;
  readonly noteTitle: string;
  readonly note: readonly Sentence[];
}

/** p-values of so many changes stand in the caption; the others are in the table. */
const toldPValues = 3;

/** Words the second section of the report. */
export function changesSection(context: ReportContext): ChangesSection {
  const { report, result, measure, provenChanges, confidence } = context;
  const { changesTested: tested, nominallySignificantChanges: coloured } = result.programme;
  const title = report.changesTitle(tested, provenChanges.length, coloured);
  if (result.changes.length === 0) {
    return { title, subtitle: report.noChanges(result.periodUnit), caption: '', noteTitle: '', note: [] };
  }
  return {
    title,
    subtitle: report.changesSubtitle(report.changeAxis[measure.kind], confidence, tested),
    chart: changesChart(context),
    caption: changesCaption(context),
    table: changesTable(context),
    noteTitle: report.fewerTitle,
    note: noteSentences(context),
  };
}

function changesChart(context: ReportContext): ChangesChart {
  const { result, measure, name, report, provenChanges, language } = context;
  const points = result.changes.map((change) => {
    const { axis, year, part, full } = name(change.to);
    const { value, interval } = change.difference;
    const figure = measure.difference(value);
    return {
      axis,
      year,
      part,
      title: `${full}: ${figure} (${measure.differenceRange(interval)}), ${report.verdict[change.verdict]}`,
      value,
      interval,
      alone: aloneVerdict(change),
      together: change.verdict,
      figure: change.nominallySignificant || change.verdict === 'rose' || change.verdict === 'fell' ? figure : '',
    };
  });
  const ends = points.flatMap(({ interval }) => [interval.low, interval.high]);
  const nominal = result.changes.filter(({ nominallySignificant }) => nominallySignificant);
  return {
    unit: result.periodUnit,
    points,
    axis: valueAxis([...ends, 0], measure, { headroom: 0.12, difference: true }),
    axisLabel: `${report.changeAxis[measure.kind]}, ${report.changeAxisFrom(result.periodUnit)}`,
    rows: [
      { label: report.alone, note: report.aloneCount(nominal.length) },
      { label: report.together, note: report.togetherCount(provenChanges.length) },
    ],
    alternative: report.changesAlternative({
      tested: result.programme.changesTested,
      proven: namedChanges(context, provenChanges),
      nominal: namedChanges(context, nominal),
    }),
  };

  function namedChanges(of: ReportContext, changes: readonly ChangeResult[]): string {
    const told = changes
      .slice(0, 12)
      .map((change) => `${of.name(change.to).full} (${measure.difference(change.difference.value)})`);
    const rest = changes.length - told.length;
    return `${told.join(', ')}${rest > 0 ? `, + ${numberText(rest, 0, language)}` : ''}`;
  }
}

/** What a dashboard that tests each change alone would colour. */
function aloneVerdict(change: ChangeResult): Verdict {
  if (change.nominallySignificant) return directionOf(change.difference.value);
  return change.verdict === 'not enough data' ? 'not enough data' : 'no evidence of change';
}

function changesCaption({ report, result, language, name }: ReportContext): string {
  const { changes, programme } = result;
  const methods = methodList(
    changes.map(({ difference }) => difference.method),
    report.method,
  );
  const told = changes
    .filter(({ nominallySignificant }) => nominallySignificant)
    .sort((a, b) => a.pValue - b.pValue)
    .slice(0, toldPValues)
    .sort((a, b) => a.to.localeCompare(b.to))
    .map(({ to, pValue, adjustedPValue }) =>
      report.changeP(
        name(to).full.replace(/^./, (letter) => letter.toUpperCase()),
        probabilityText(pValue, language),
        probabilityText(adjustedPValue, language),
      ),
    );
  const opening = report.changesCaption(methods.replace(/^an? /, ''), programme.changesTested);
  return [opening.replace(/^./, (letter) => letter.toUpperCase()), ...told].join(' ');
}

function noteSentences(context: ReportContext): Sentence[] {
  const { report, result, unproven, unjudged, provenChanges, clustered, language } = context;
  const { changesTested, chanceOfAny, chanceOfTwo, nominallySignificantChanges } = result.programme;
  if (changesTested === 0) return [];
  const ofHundred = (probability: number) => numberText(roundHalfAway(probability * 100, 0), 0, language);
  const chance = report.fewer({
    tested: changesTested,
    expected: expectedText(context),
    clustered,
    any: ofHundred(chanceOfAny),
    two: ofHundred(chanceOfTwo),
  });
  const [largest] = unproven;
  const [thin] = unjudged;
  const told = largest ? [report.unproven(notedFacts(context, largest))] : [];
  if (thin && (thin.nominallySignificant || unjudged.length === changesTested) && thin.difference.value !== 0) {
    told.push(report.unjudged({ ...notedFacts(context, thin), needs: answersLacking(context, thin) }));
  }
  if (nominallySignificantChanges === 0 && provenChanges.length === 0) told.push(report.noneColoured);
  else if (told.length === 0) told.push(report.allSurvive);
  // Chance is simulated by shuffling accounts; with one there is nothing to shuffle.
  return [...(context.oneAccount ? [] : [chance]), ...told].map(toSentence);
}

/** Coloured changes by chance: 0.05 a test for independent answers, simulated where those of one account are alike. */
export function expectedText({ result, clustered, language }: ReportContext): string {
  const { expectedByChance, nominalFromNoise } = result.programme;
  return numberText(clustered ? nominalFromNoise : expectedByChance, 2, language);
}

function notedFacts({ name, measure }: ReportContext, { to, difference }: ChangeResult) {
  return {
    direction: directionOf(difference.value),
    inside: name(to).inside,
    difference: measure.difference(difference.value),
    range: measure.differenceRange(difference.interval),
  };
}

/** Independent answers that a side must have to be judged; with accounts it depends on how the answers fall. */
const judgedFrom = 10;

function answersLacking({ result, name, clustered }: ReportContext, { from, to }: ChangeResult) {
  if (clustered) return [];
  const sides = result.periods.filter(({ period, n }) => (period === from || period === to) && n < judgedFrom);
  return sides.map(({ period, n }) => ({ inside: name(period).inside, n, more: judgedFrom - n }));
}

/** Every change with its interval, both p-values, its verdict and the smallest change that could have been seen. */
function changesTable({ result, report, measure, name, language, confidence }: ReportContext): Table {
  const { head } = report;
  const phrase = (verdict: Verdict): VerdictPhrase => ({ verdict, text: report.verdict[verdict] });
  return {
    caption: report.changeAxis[measure.kind],
    head: [
      words(head.to),
      figures(head.change),
      figures(head.interval(confidence)),
      figures(head.alone),
      figures(head.together),
      figures(head.detectable),
      words(head.verdict),
    ],
    rows: result.changes.map((change) => ({
      cells: [
        name(change.to).full,
        measure.difference(change.difference.value),
        measure.differenceRange(change.difference.interval),
        probabilityText(change.pValue, language),
        probabilityText(change.adjustedPValue, language),
        measure.reachable(change.minimumDetectableChange)
          ? measure.bareSize(change.minimumDetectableChange)
          : report.noInterval,
        phrase(change.verdict),
      ],
    })),
  };
}

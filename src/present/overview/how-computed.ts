import type { Caveat } from '../../inference/index.ts';
import type { Standing } from '../../overview/index.ts';
import { capitalised } from '../capitalised.ts';
import { caveatText } from '../caveat-text.ts';
import { dateText } from '../date-text.ts';
import { numberText, probabilityText } from '../numbers.ts';
import { methodList } from '../trend-section.ts';
import type { OverviewContext } from './overview-context.ts';

/** One line of "How was this computed?". */
export interface HowRow {
  readonly what: string;
  readonly value: string;
}

/** Everything behind one figure: definition, counts, design, methods, doubts, and the run that made it. */
export function howRows(
  context: OverviewContext,
  standing: Standing,
  of: { readonly designEffect: number; readonly tested: number; readonly caveats: readonly Caveat[] },
): HowRow[] {
  const { overview, report, measure, language, value } = context;
  const { how } = overview;
  const { estimate, change } = standing;
  const method = (names: readonly string[]) => capitalised(methodList(names, report.method));
  const rows: HowRow[] = [
    { what: how.definition, value: definitionText(context) },
    { what: how.answers, value: how.answersValue(standing) },
  ];
  if (estimate) {
    rows.push(
      {
        what: how.design,
        value:
          of.designEffect > 1.0005
            ? how.designValue({
                effect: numberText(of.designEffect, 2, language),
                effective: numberText(estimate.effectiveN, 0, language),
              })
            : how.noDesign,
      },
      { what: how.interval, value: method([estimate.method]) },
    );
  }
  if (change && change.verdict !== 'not enough data') {
    rows.push(
      {
        what: how.comparison,
        value: how.comparisonValue({
          method: method([change.difference.method]),
          p: probabilityText(change.pValue, language),
          adjusted: probabilityText(change.adjustedPValue, language),
          tested: of.tested,
        }),
      },
      {
        what: how.detectable,
        value: measure.reachable(change.minimumDetectableChange)
          ? how.detectableValue(measure.size(change.minimumDetectableChange))
          : how.detectableNone,
      },
    );
  }
  rows.push({
    what: how.window,
    value: how.windowValue({
      from: dateText(value.window.from, language),
      to: dateText(dayBefore(value.window.to), language),
      zone: value.window.timeZone,
    }),
  });
  const doubts = caveatLines(context, of.caveats);
  if (doubts.length > 0) rows.push({ what: report.caveatsTitle, value: doubts.join(' ') });
  return rows;
}

/** Each doubt once, in words. */
export function caveatLines({ language, name }: OverviewContext, caveats: readonly Caveat[]): string[] {
  const period = (text: string) => (/^\d{4}-(\d\d|Q\d|W\d\d)$/.test(text) ? name(text).full : text);
  return [...new Set(caveats.map((caveat) => caveatText(caveat, language, period)))];
}

/** What the metric is, with its version. */
export function definitionText({ value, report, measure, label }: OverviewContext): string {
  const { definition, version, shipped } = value.metric;
  const { min, max } = definition.scale;
  const top = `${measure.scaleText(max - (definition.boxes ?? 2) + 1)}–${measure.scaleText(max)}`;
  const is = report.metricIs[definition.id](measure.scaleText(min), measure.scaleText(max), top);
  return `${shipped ? is : `${label}: ${is}`} (${value.metric.label}${shipped ? '' : `, v${version}`})`;
}

/** The last day of a half-open window. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);
}

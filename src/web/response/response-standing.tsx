import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Estimate } from '../../inference/index.ts';
import type { MetricDefinition } from '../../metrics/index.ts';
import { dimensionName, joinInterval, type Language, measureOf, numberText, percentText } from '../../present/index.ts';
import { printView, type SurveyLevel, type View } from '../../view/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { WideTable } from '../waves/wide-table.tsx';
import { responseWords } from './response-words.ts';

type Cut = 'role' | 'channel' | 'segment';
interface Grouped {
  readonly verdict: 'even' | 'uneven' | 'open';
  readonly hidden: number;
  readonly groups: readonly {
    readonly key: string;
    readonly asked: number;
    readonly heard: number;
    readonly rate: Estimate;
    readonly beside?: { readonly verdict: string };
  }[];
}

export interface ShownStanding {
  readonly level: SurveyLevel;
  readonly asked: number;
  readonly heard: number;
  readonly open: number;
  readonly rate: Estimate;
  readonly byRole: Grouped;
  readonly byChannel: Grouped;
  readonly bySegment: Grouped;
  readonly late?: {
    readonly days: number;
    readonly difference: number;
    readonly low: number;
    readonly high: number;
    readonly verdict: 'alike' | 'differ' | 'open';
  };
  readonly balance?: { readonly plain: Estimate; readonly balanced: Estimate };
}

/** Who was asked and heard in the window of a view, by level. Asked apart from the figures, which do not wait for it. */
export function useResponseStanding(view: View): readonly ShownStanding[] | undefined {
  const { slug } = useWorkspace();
  const { metric, period, from, to, level } = view;
  const asked = printView({ ...view, touchpoint: [], segment: [], unit: [], role: [], channel: [] });
  const { data } = useQuery({
    queryKey: ['response-standing', slug, metric, period, from, to, level],
    queryFn: ({ signal }) => ask<{ levels: ShownStanding[] }>(apiOf(slug, `/response-standing?${asked}`), { signal }),
    placeholderData: keepPreviousData,
    // Not among what a new answer makes anew: rates move slowly, and this costs three overviews.
    staleTime: 60_000,
  });
  return data?.levels;
}

/** What the score of one level owes to who answered, in words, with the groups behind it. */
export function ResponseLine(props: {
  readonly standing: ShownStanding;
  readonly definition: Pick<MetricDefinition, 'id' | 'scale'>;
}): ReactNode {
  const { standing, definition } = props;
  const words = useWords(responseWords);
  const { language } = useLanguage();
  const measure = measureOf(definition.id, definition.scale, language);
  const { asked, heard, open, rate, late, balance, byRole, byChannel, bySegment } = standing;
  const count = (n: number) => numberText(n, 0, language);
  const cuts = [
    { of: 'role', by: byRole },
    { of: 'channel', by: byChannel },
    { of: 'segment', by: bySegment },
  ] as const satisfies readonly { of: Cut; by: Grouped }[];
  const lateWords = late
    ? words.late[late.verdict](
        count(late.days),
        measure.difference(late.difference),
        measure.differenceRange({ low: late.low, high: late.high }),
      )
    : words.noLate;
  const told = [
    { sentence: lateWords, isProven: late !== undefined && late.verdict !== 'open' },
    ...cuts
      .filter(({ by }) => by.groups.length > 1)
      .map(({ of, by }) => ({ sentence: words.cut[of][by.verdict](lessOf(of, by)), isProven: by.verdict !== 'open' })),
  ];
  // What is known stands beside the score; what cannot be told is one sentence here and its own words below.
  const proven = told.filter(({ isProven }) => isProven).map(({ sentence }) => sentence);
  const unproven = told.filter(({ isProven }) => !isProven).map(({ sentence }) => sentence);
  return (
    <section className="response-line" aria-label={words.title}>
      <p className="response-text">
        <b className="response-rate">{words.line(count(heard), count(asked), rateText(rate, language))}</b>{' '}
        {open > 0 && words.open(count(open))} {proven.length > 0 ? proven.join(' ') : words.untold}{' '}
        {balance &&
          measure.value(balance.plain.value) !== measure.value(balance.balanced.value) &&
          words.balanced(
            measure.value(balance.plain.value),
            measure.value(balance.balanced.value),
            measure.range(balance.balanced.interval),
          )}
      </p>
      <details>
        <summary>{words.table}</summary>
        {unproven.length > 0 && <p className="small">{unproven.join(' ')}</p>}
        {cuts.map(({ of, by }) => (
          <CutTable key={of} of={of} by={by} />
        ))}
        <p className="small">
          {words.whole} {cuts.some(({ by }) => by.hidden > 0) && words.hidden}{' '}
          <a href="/methods/response-rates">{words.methods}</a>
        </p>
      </details>
    </section>
  );

  function lessOf(of: Cut, { groups }: Grouped): string {
    return groups
      .filter(({ beside }) => beside?.verdict === 'fell')
      .map(({ key, rate: own }) =>
        words.less(nameOf(of, key, language, words.notKnown), percentText(own.value, 0, language)),
      )
      .join(', ');
  }
}

const nameOf = (of: Cut, key: string, language: Language, notKnown: string): string =>
  key === '' ? notKnown : dimensionName(of, { key, name: key }, language);

function rateText({ value, interval }: Estimate, language: Language): string {
  const share = (of: number) => percentText(of, 1, language);
  return `${share(value)} (${joinInterval(share(interval.low), share(interval.high), language)})`;
}

function CutTable({ of, by }: { readonly of: Cut; readonly by: Grouped }): ReactNode {
  const words = useWords(responseWords);
  const { language } = useLanguage();
  if (by.groups.length === 0) return null;
  return (
    <WideTable name={words.cutName[of]}>
      <caption className="unseen">{words.cutName[of]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.cutName[of]}</th>
          <th scope="col" className="number">
            {words.head.asked}
          </th>
          <th scope="col" className="number">
            {words.head.heard}
          </th>
          <th scope="col" className="number">
            {words.head.rate}
          </th>
        </tr>
      </thead>
      <tbody>
        {by.groups.map(({ key, asked, heard, rate }) => (
          <tr key={key}>
            <th scope="row">{nameOf(of, key, language, words.notKnown)}</th>
            <td className="number">{numberText(asked, 0, language)}</td>
            <td className="number">{numberText(heard, 0, language)}</td>
            <td className="number">{rateText(rate, language)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

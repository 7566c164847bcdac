import './waves.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  dimensionName,
  joinInterval,
  type Measure,
  measureOf,
  numberText,
  percentText,
  visibleText,
} from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { persuasionWords } from './persuasion-words.ts';
import type { PersuadedGroups, Persuasion } from './waves-api.ts';
import { WideTable } from './wide-table.tsx';

/** What persuading did: variants by valid answers, and the score of those who answered at once, late or reminded. */
export function PersuasionPanel(props: { readonly programme: string; readonly wave?: string }): ReactNode {
  const { programme, wave } = props;
  const words = useWords(persuasionWords);
  const { slug } = useWorkspace();
  const persuasion = useQuery({
    queryKey: ['persuasion', slug, programme, wave ?? ''],
    queryFn: ({ signal }) =>
      ask<Persuasion>(apiOf(slug, `/programmes/${programme}/persuasion${wave ? `?wave=${wave}` : ''}`), { signal }),
  });
  const { data, error } = persuasion;
  return (
    <section className="wave-section" aria-labelledby="persuasion">
      <h2 id="persuasion">{words.title}</h2>
      <p className="subtitle">{words.lead}</p>
      {error && <Failure heading="h2" error={error} onAgain={() => void persuasion.refetch()} />}
      {data && !data.score && <p className="small">{words.none}</p>}
      {data?.score && <Score score={data.score} />}
      {data?.variants && <Variants variants={data.variants} />}
    </section>
  );
}

function Score({ score }: { readonly score: NonNullable<Persuasion['score']> }): ReactNode {
  const words = useWords(persuasionWords);
  const { language } = useLanguage();
  const { definition, all, unreminded, earlyDays, timing, steps, channels, intents, isCut, answers } = score;
  const measure = measureOf(definition.id, definition.scale, language);
  const channelName = (key: string) => dimensionName('channel', { key, name: key }, language);
  const groupName = (key: string) => words.group[key as keyof typeof words.group] ?? key;
  const hidden = [timing, steps, channels].some((one) => one.hidden > 0);
  return (
    <>
      <p>
        {words.all(measure.value(all.value), measure.range(all.interval), numberText(all.n, 0, language))}{' '}
        {unreminded &&
          unreminded.n < all.n &&
          words.unreminded(measure.value(unreminded.value), measure.range(unreminded.interval))}{' '}
        {isCut && words.cut(numberText(answers, 0, language))}
      </p>
      <div className="wave-tables">
        <Groups title={words.table.timing} of={timing} measure={measure} nameOf={groupName} />
        <Groups title={words.table.steps} of={steps} measure={measure} nameOf={groupName} />
        <Groups title={words.table.channels} of={channels} measure={measure} nameOf={channelName} />
        {intents && (
          <div>
            <Groups title={words.table.intents} of={intents} measure={measure} nameOf={groupName} />
            <p className="small">
              {words.withClicks(measure.value(intents.both.value), measure.range(intents.both.interval))}
            </p>
          </div>
        )}
      </div>
      <p className="small">
        {words.earlyNote(numberText(earlyDays, 1, language))} {words.caution} {hidden && words.hidden}
      </p>
    </>
  );
}

function Groups(props: {
  readonly title: string;
  readonly of: PersuadedGroups;
  readonly measure: Measure;
  readonly nameOf: (key: string) => string;
}): ReactNode {
  const { title, of, measure, nameOf } = props;
  const words = useWords(persuasionWords);
  // One group says what the line above says.
  if (of.groups.length < 2) return null;
  return (
    <WideTable name={title}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.head.group}</th>
          <th scope="col" className="number">
            {words.head.answers}
          </th>
          <th scope="col" className="number">
            {words.head.score}
          </th>
          <th scope="col">{words.head.beside}</th>
        </tr>
      </thead>
      <tbody>
        {of.groups.map(({ group, estimate, comparison }) => (
          <tr key={group}>
            <th scope="row">{nameOf(group)}</th>
            <td className="number">{measure.count(estimate.n)}</td>
            <td className="number">
              {measure.value(estimate.value)} <span className="small">({measure.range(estimate.interval)})</span>
            </td>
            <td>
              {comparison ? words.beside[comparison.verdict] : '–'}
              {comparison && comparison.verdict !== 'not enough data' && (
                <span className="small"> ({measure.differenceRange(comparison.difference.interval)})</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function Variants({ variants }: { readonly variants: NonNullable<Persuasion['variants']> }): ReactNode {
  const words = useWords(persuasionWords);
  const { language } = useLanguage();
  const share = (of: number) => percentText(of, 1, language);
  return (
    <>
      <WideTable name={words.variants}>
        <caption>{words.variants}</caption>
        <thead>
          <tr>
            <th scope="col">{words.variantHead.variant}</th>
            <th scope="col" className="number">
              {words.variantHead.sent}
            </th>
            <th scope="col" className="number">
              {words.variantHead.rate}
            </th>
            <th scope="col">{words.variantHead.beside}</th>
          </tr>
        </thead>
        <tbody>
          {variants.judged.map(({ name, estimate, comparison }) => (
            <tr key={name}>
              <th scope="row">{visibleText(name)}</th>
              <td className="number">{numberText(estimate.n, 0, language)}</td>
              <td className="number">
                {share(estimate.value)}{' '}
                <span className="small">
                  ({joinInterval(share(estimate.interval.low), share(estimate.interval.high), language)})
                </span>
              </td>
              <td>{comparison ? words.variantBeside[comparison.verdict] : words.inUse}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {variants.open > 0 && <p className="small">{words.stillOpen(numberText(variants.open, 0, language))}</p>}
    </>
  );
}

import './outbox.css';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { type MetricId, metricDefinition } from '../../metrics/index.ts';
import { dateText, type Language, metricNames, numberText, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { shellWords } from '../shell/shell-words.ts';
import { intentsWords, type Verdict } from './intents-words.ts';
import { lookEvery } from './outbox-api.ts';

interface Intent {
  readonly id: string;
  readonly programme: string;
  readonly score: number;
  readonly heardAt: string;
  readonly verdict: Verdict | null;
  readonly reasons: readonly string[];
  readonly isJudged: boolean;
  readonly agent: string;
  readonly isAnswered: boolean;
}

interface Figure {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly n: number;
}

interface Effect {
  readonly programmeId: string;
  readonly programme: string;
  readonly metric: MetricId;
  readonly scale: { readonly min: number; readonly max: number };
  readonly without?: Figure;
  readonly with?: Figure;
  readonly clicks: number;
}

/** Clicks that no figure counts, who is taken for a program, and what the score would be if they counted. */
export function IntentsPart(): ReactNode {
  const words = useWords(intentsWords);
  const { name } = useWorkspace();
  usePageTitle(words.title, name);
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      <Effects />
      <Clicks />
    </>
  );
}

function Effects(): ReactNode {
  const words = useWords(intentsWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const id = useId();
  const found = useQuery({
    queryKey: [...liveKey(slug), 'intent-effects'],
    queryFn: ({ signal }) =>
      ask<{ from: string; to: string; effects: Effect[] }>(apiOf(slug, '/intents/effects'), { signal }),
  });
  if (found.error) return <Failure heading="h2" error={found.error} onAgain={() => void found.refetch()} />;
  if (!found.data) return null;
  const { from, to, effects } = found.data;
  return (
    <section className="part-section" aria-labelledby={id}>
      <h2 id={id}>{words.effectTitle}</h2>
      <p className="subtitle">
        {words.effectLead(dateText(from.slice(0, 10), language), dateText(to.slice(0, 10), language))}
      </p>
      {effects.length === 0 && <p className="answer">{words.effectNone}</p>}
      {effects.length > 0 && (
        <table className="cards-on-phone messages">
          <caption className="unseen">{words.effectTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.head.programme}</th>
              <th scope="col">{words.without}</th>
              <th scope="col">{words.with}</th>
            </tr>
          </thead>
          <tbody>
            {effects.map((effect) => (
              <tr key={`${effect.programmeId} ${effect.metric} ${effect.scale.min} ${effect.scale.max}`}>
                <th scope="row">
                  {visibleText(effect.programme)}
                  <span className="small">
                    {' '}
                    {metricNames[language][effect.metric]} {effect.scale.min}–{effect.scale.max}
                  </span>
                </th>
                <td>
                  <span className="narrow-word">{words.without}: </span>
                  <FigureText effect={effect} figure={effect.without} />
                </td>
                <td>
                  <span className="narrow-word">{words.with}: </span>
                  <FigureText effect={effect} figure={effect.with} />
                  {effect.clicks > 0 && (
                    <span className="small">, {words.clicks(numberText(effect.clicks, 0, language))}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function FigureText({ effect, figure }: { readonly effect: Effect; readonly figure: Figure | undefined }): ReactNode {
  const words = useWords(intentsWords);
  const { language } = useLanguage();
  if (!figure) return '–';
  const { low, high } = figure.interval;
  const text = (value: number) => valueText(value, effect, language);
  return (
    <>
      <b>{text(figure.value)}</b>{' '}
      <span className="small">
        ({words.within(text(low), text(high))}, {words.counted(numberText(figure.n, 0, language))})
      </span>
    </>
  );
}

/** A share is read as per cent, points as whole numbers, a mean with its decimals. */
function valueText(value: number, { metric, scale }: Effect, language: Language): string {
  const { statistic } = metricDefinition(metric, { scale });
  if (statistic === 'share') return `${numberText(value * 100, 0, language)}\u00a0%`;
  return numberText(value, statistic === 'mean' ? 2 : 0, language);
}

const verdicts: readonly Verdict[] = ['human', 'scanner', 'unknown'];

function Clicks(): ReactNode {
  const words = useWords(intentsWords);
  const shell = useWords(shellWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const id = useId();
  const [verdict, setVerdict] = useState('');
  const found = useInfiniteQuery({
    queryKey: [...liveKey(slug), 'intents', verdict],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ ...(verdict && { verdict }), ...(pageParam && { before: pageParam }) });
      return ask<{ intents: Intent[]; before?: string }>(apiOf(slug, `/intents?${query}`), { signal });
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.before,
    refetchInterval: lookEvery,
  });
  const judge = useMutation({
    mutationFn: ({ intent, as }: { intent: string; as: 'human' | 'scanner' }) =>
      ask(apiOf(slug, `/intents/${intent}/verdict`), { method: 'POST', body: { verdict: as } }),
    onSettled: () => client.invalidateQueries({ queryKey: liveKey(slug) }),
  });
  const fault = useFault(judge.error);
  const intents = found.data?.pages.flatMap((page) => page.intents) ?? [];
  return (
    <section className="part-section" aria-labelledby={id}>
      <h2 id={id}>{words.listTitle}</h2>
      <div className="message-filter">
        <ChoiceField
          label={words.filter}
          value={verdict}
          onChange={setVerdict}
          choices={[
            { value: '', text: words.all },
            ...verdicts.map((value) => ({ value, text: words.verdict[value] })),
          ]}
        />
      </div>
      <FormError fault={fault} />
      {found.error && !found.data && <Failure heading="h2" error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && (
        <p className="small" role="status">
          {shell.loading}
        </p>
      )}
      {found.data && intents.length === 0 && <p className="answer">{words.none}</p>}
      {intents.length > 0 && <ClickTable intents={intents} onJudge={(intent, as) => judge.mutate({ intent, as })} />}
      {found.hasNextPage && (
        <p className="buttons">
          <button type="button" className="button" onClick={() => void found.fetchNextPage()}>
            {words.more}
          </button>
        </p>
      )}
    </section>
  );
}

function ClickTable(props: {
  readonly intents: readonly Intent[];
  readonly onJudge: (intent: string, as: 'human' | 'scanner') => void;
}): ReactNode {
  const words = useWords(intentsWords);
  const { language } = useLanguage();
  const { timeZone } = useWorkspace();
  return (
    <table className="cards-on-phone messages">
      <caption className="unseen">{words.listTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.head.when}</th>
          <th scope="col">{words.head.score}</th>
          <th scope="col">{words.head.programme}</th>
          <th scope="col">{words.head.verdict}</th>
          <th scope="col">{words.head.why}</th>
          <th scope="col">{words.head.change}</th>
        </tr>
      </thead>
      <tbody>
        {props.intents.map((intent) => {
          const when = momentText(intent.heardAt, language, timeZone);
          const verdict = intent.verdict ?? 'unknown';
          const steps = (['human', 'scanner'] as const).filter((as) => as !== verdict);
          return (
            <tr key={intent.id}>
              <th scope="row">{when}</th>
              <td>
                <span className="narrow-word">{words.head.score}: </span>
                {numberText(intent.score, 0, language)}
              </td>
              <td>{visibleText(intent.programme)}</td>
              <td>
                {words.verdict[verdict]}
                <span className="small">
                  {[...(intent.isJudged ? [words.byPerson] : []), ...(intent.isAnswered ? [words.answered] : [])]
                    .map((text) => `, ${text}`)
                    .join('')}
                </span>
              </td>
              <td className="small">
                {intent.reasons.map((reason) => words.reason[reason] ?? reason).join('; ') || '–'}
                {intent.agent && <span className="agent">{visibleText(intent.agent)}</span>}
              </td>
              <td>
                <span className="message-steps">
                  {steps.map((as) => {
                    const step = as === 'human' ? words.makeHuman : words.makeScanner;
                    return (
                      <button
                        key={as}
                        type="button"
                        className="link"
                        aria-label={words.makeName(step, intent.score, when)}
                        onClick={() => props.onJudge(intent.id, as)}
                      >
                        {step}
                      </button>
                    );
                  })}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

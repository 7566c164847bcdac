import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { numberText, visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { ListedFigures, ListedProgramme } from './asking-api.ts';
import { programmeAt, rateTexts, rulesAt, useBases, useFigures, useProgrammes, whyAt } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { Bones } from './bones.tsx';
import { type NextStep, nextStepOf } from './next-step.ts';

const columns = ['name', 'level', 'survey', 'state', 'week', 'rate', 'next'] as const;

/** Every programme with what it did of late and what it waits for. */
export function ProgrammeList(): ReactNode {
  const words = useWords(askingWords);
  const may = useMay();
  const programmes = useProgrammes();
  const figures = useFigures();
  const error = programmes.error ?? figures.error;
  if (error && !(programmes.data && figures.data)) {
    const again = () => void Promise.all([programmes.refetch(), figures.refetch()]);
    return <Failure heading="h2" error={error} onAgain={again} />;
  }
  if (!programmes.data || !figures.data) return <Bones />;
  const rows = programmes.data.programmes;
  if (rows.length === 0) return <p className="answer">{may('manage-programmes') ? words.none : words.noneForReader}</p>;
  const of = new Map(figures.data.programmes.map((one) => [one.id, one]));
  return (
    <>
      <table className="programmes cards-on-phone">
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {words.head[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((programme) => {
            const known = of.get(programme.id);
            return known && <ProgrammeRow key={programme.id} programme={programme} figures={known} />;
          })}
        </tbody>
      </table>
      <p className="caption">{words.rateHint(figures.data.rateDays)}</p>
    </>
  );
}

function ProgrammeRow(props: { readonly programme: ListedProgramme; readonly figures: ListedFigures }): ReactNode {
  const { programme, figures } = props;
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const bases = useBases();
  const count = (n: number) => numberText(n, 0, language);
  const step = nextStepOf(programme, figures, bases.data);
  const rate = figures.rate && rateTexts(figures.rate, language);
  return (
    <tr>
      <th scope="row">
        <Link href={programmeAt(slug, programme.id)}>{visibleText(programme.name)}</Link>
      </th>
      <td>{words.level[programme.level]}</td>
      <td>{visibleText(figures.survey)}</td>
      <td>
        <StateMark state={programme.state} />
      </td>
      <td>{words.week(count(figures.sentInWeek), count(figures.notAskedInWeek))}</td>
      <td>{rate && figures.rate ? words.rate(rate.share, rate.interval, count(figures.rate.n)) : words.noRate}</td>
      <td className={step === 'none' ? 'nothing-next' : undefined}>
        <Next step={step} programme={programme} />
      </td>
    </tr>
  );
}

/** What to do, as the way there where the reader may go it. */
function Next({ step, programme }: { readonly step: NextStep; readonly programme: ListedProgramme }): ReactNode {
  const words = useWords(askingWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const manages = may('manage-programmes');
  const ways: Partial<Record<NextStep, string | false>> = {
    'no-rules': manages && rulesAt(slug, programme.id),
    'publish-survey': may('manage-surveys') && `${pageOf(slug, 'collect')}?survey=${programme.surveyId}`,
    start: manages && programmeAt(slug, programme.id),
    resume: manages && programmeAt(slug, programme.id),
    'see-why-not': may('view-responses') && whyAt(slug, { programme: programme.id }),
  };
  const way = ways[step];
  return way ? <Link href={way}>{words.next[step]}</Link> : words.next[step];
}

/** The state in words, with a mark that is not of a colour alone. */
export function StateMark({ state }: { readonly state: ListedProgramme['state'] }): ReactNode {
  const words = useWords(askingWords);
  return (
    <span className={`programme-state programme-${state}`}>
      <i aria-hidden="true" />
      {words.state[state]}
    </span>
  );
}

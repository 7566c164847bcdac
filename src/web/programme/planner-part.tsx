import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useCallback, useId, useMemo, useState } from 'react';
import type { ProgrammePlan } from '../../overview/index.ts';
import { type Charts, measureOf, type PlanReport, planCsv, planReport } from '../../present/index.ts';
import { printView } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { LiveChart } from '../live-chart.tsx';
import { save } from '../save-file.ts';
import { WideTable } from '../waves/wide-table.tsx';
import { plannerWords } from './planner-words.ts';
import { ProgrammeBones } from './programme-bones.tsx';
import type { ProgrammePartProps } from './programme-part-props.ts';
import { programmeWords } from './programme-words.ts';

/** What the programme sees, how many to ask for a smaller change, and when a change would be known. */
export function PlannerPart({ view, own, show }: ProgrammePartProps): ReactNode {
  const { slug } = useWorkspace();
  const query = [printView(view), String(own)].filter((part) => part !== '').join('&');
  const plan = useQuery({
    queryKey: [...liveKey(slug), 'plan', query],
    queryFn: ({ signal }) => ask<ProgrammePlan>(apiOf(slug, `/plan?${query}`), { signal }),
    placeholderData: keepPreviousData,
    // A plan does not move with one answer.
    staleTime: 300_000,
  });
  if (plan.error) {
    return (
      <Failure
        error={plan.error}
        onAgain={() => (own.size > 0 ? show(view, { own: new URLSearchParams() }) : void plan.refetch())}
      />
    );
  }
  if (!plan.data) return <ProgrammeBones />;
  return (
    <div className={`plan-part${plan.isPlaceholderData ? ' stale' : ''}`} aria-busy={plan.isPlaceholderData}>
      <Plan
        plan={plan.data}
        ahead={own.get('ahead') ?? '3'}
        onAsk={(asked) => show(view, { own: new URLSearchParams({ ...Object.fromEntries(own), ...asked }) })}
      />
    </div>
  );
}

interface PlanProps {
  readonly plan: ProgrammePlan;
  readonly ahead: string;
  /** What is asked, for the address. */
  readonly onAsk: (asked: Readonly<Record<string, string>>) => void;
}

function Plan({ plan, ahead, onAsk }: PlanProps): ReactNode {
  const words = useWords(plannerWords);
  const { language } = useLanguage();
  const report = useMemo(() => planReport(plan, language), [plan, language]);
  return (
    <>
      <h1>{words.title}</h1>
      <p className="answer" role="status">
        {report.sees} {report.needs}
      </p>
      <ChangeForm key={plan.chosen.change} plan={plan} onAsk={(change) => onAsk({ change: String(change) })} />
      <h2>{words.when}</h2>
      {report.when.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <h2>{words.target}</h2>
      <TargetForm plan={plan} ahead={ahead} onAsk={onAsk} />
      <div role="status">
        {report.target.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <h2>{report.chartTitle}</h2>
      <figure>
        <Picture report={report} />
      </figure>
      <h2>{words.table}</h2>
      <Changes report={report} name={words.table} />
      <p className="screen">
        <button
          type="button"
          className="button"
          onClick={() => save(words.fileName, 'text/csv', `\ufeff${planCsv(plan)}`)}
        >
          {words.csv}
        </button>
      </p>
      {report.notes.map((note) => (
        <p className="small" key={note}>
          {note}
        </p>
      ))}
      <p className="small screen">
        <a href="/methods/planning">{words.methods}</a>
      </p>
    </>
  );
}

/** The change in the unit that people use: shares in percentage points. */
function ChangeForm(props: { readonly plan: ProgrammePlan; readonly onAsk: (change: number) => void }): ReactNode {
  const { plan, onAsk } = props;
  const words = useWords(plannerWords);
  const { language } = useLanguage();
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const { kind, bounds } = measureOf(plan.metric.id, plan.metric.scale, language);
  const factor = kind === 'share' ? 100 : 1;
  const most = (bounds.high - bounds.low) * factor;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = Number(String(new FormData(event.currentTarget).get('change')).trim().replace(',', '.'));
    const isRight = typed > 0 && typed < most;
    setWrong(!isRight);
    if (isRight) onAsk(typed / factor);
  };
  return (
    <form className="plan-ask screen" onSubmit={submit} noValidate>
      <label htmlFor={id}>{words.ask[kind]}</label>
      <input
        id={id}
        name="change"
        inputMode="decimal"
        defaultValue={String(Number((plan.chosen.change * factor).toPrecision(6))).replace(
          '.',
          language === 'en' ? '.' : ',',
        )}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
      />
      <button type="submit" className="button">
        {words.show}
      </button>
      {isWrong && (
        <span id={`${id}-wrong`} role="alert">
          {words.wrong('0', String(most))}
        </span>
      )}
    </form>
  );
}

/** A score and how far ahead; the level to reach in the unit that people use. */
function TargetForm({ plan, ahead, onAsk }: PlanProps): ReactNode {
  const words = useWords(plannerWords);
  const { language } = useLanguage();
  const id = useId();
  const [isWrong, setWrong] = useState(false);
  const { kind, bounds } = measureOf(plan.metric.id, plan.metric.scale, language);
  const factor = kind === 'share' ? 100 : 1;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = String(data.get('target')).trim().replace(',', '.').replace('\u2212', '-');
    const target = Number(text) / factor;
    const isRight = text !== '' && target >= bounds.low && target <= bounds.high;
    setWrong(!isRight);
    if (isRight) onAsk({ target: String(target), ahead: String(data.get('ahead')) });
  };
  const shown = plan.target ? String(Number((plan.target.target * factor).toPrecision(6))) : '';
  return (
    <form className="plan-ask screen" onSubmit={submit} noValidate>
      <label htmlFor={id}>{words.targetValue}</label>
      <input
        id={id}
        name="target"
        defaultValue={language === 'en' ? shown : shown.replace('.', ',')}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
      />
      <label htmlFor={`${id}-ahead`}>{words.ahead}</label>
      <select id={`${id}-ahead`} name="ahead" defaultValue={ahead}>
        {Array.from({ length: 24 }, (_, i) => (
          <option key={String(i)} value={i + 1}>
            {i + 1}
          </option>
        ))}
      </select>
      <button type="submit" className="button">
        {words.show}
      </button>
      {isWrong && (
        <span id={`${id}-wrong`} role="alert">
          {words.wrong(String(bounds.low * factor), String(bounds.high * factor))}
        </span>
      )}
    </form>
  );
}

function Picture({ report }: { readonly report: PlanReport }): ReactNode {
  const words = useWords(programmeWords);
  const { chart } = report;
  const draw = useCallback((charts: Charts, width: number) => charts.planChart(chart, { document, width }), [chart]);
  return <LiveChart draw={draw} height={320} loading={words.chartLoading} failed={words.chartFailed} />;
}

function Changes({ report, name }: { readonly report: PlanReport; readonly name: string }): ReactNode {
  const { head, rows } = report.table;
  return (
    <WideTable name={name}>
      <thead>
        <tr>
          {head.map((text) => (
            <th scope="col" key={text}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([change = '', ...cells]) => (
          <tr key={change}>
            <th scope="row">{change}</th>
            {cells.map((text, i) => (
              <td key={head[i + 1]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

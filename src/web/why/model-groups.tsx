import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { ModelGroupsPage } from '../../overview/index.ts';
import { constructName, errorText, groupReport, personName } from '../../present/index.ts';
import { printView } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { modelPartWords } from './model-part-words.ts';
import type { ModelStudyProps } from './model-props.ts';

type Split = 'role' | 'segment';

/** The same model in two roles or segments; asked for by a button, since it computes for seconds. */
export function ModelGroups(props: ModelStudyProps): ReactNode {
  const { own, view, show, report } = props;
  const words = useWords(modelPartWords);
  const split = own.get('split') as Split | null;
  const put = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams([...own].filter(([key]) => !['split', 'first', 'second'].includes(key)));
    for (const [key, value] of Object.entries(changes)) next.set(key, value);
    show(view, { own: next, replace: true });
  };
  return (
    <section className="why-picture">
      <h2>{report.words.groupsTitle}</h2>
      <p className="subtitle">{report.words.groupsLead}</p>
      <fieldset className="why-choices screen model-splits">
        <legend className="unseen">{words.by}</legend>
        {(['role', 'segment'] as const).map((of) => (
          <button
            key={of}
            type="button"
            className="button"
            aria-pressed={split === of}
            onClick={() => put({ split: of })}
          >
            {words.by} {words[of]}
          </button>
        ))}
      </fieldset>
      {split && <Compared {...props} split={split} put={put} />}
    </section>
  );
}

interface ComparedProps extends ModelStudyProps {
  readonly split: Split;
  readonly put: (changes: Readonly<Record<string, string>>) => void;
}

function Compared({ own, view, split, put }: ComparedProps): ReactNode {
  const words = useWords(modelPartWords);
  const { slug } = useWorkspace();
  const asked = new URLSearchParams([...own].filter(([key]) => key !== 'target'));
  const query = [printView(view), String(asked)].filter((part) => part !== '').join('&');
  const groups = useQuery({
    queryKey: [...liveKey(slug), 'model-groups', query],
    queryFn: ({ signal }) => ask<ModelGroupsPage>(apiOf(slug, `/model/groups?${query}`), { signal }),
    staleTime: 300_000,
  });
  if (groups.error) return <Failure heading="h2" error={groups.error} onAgain={() => void groups.refetch()} />;
  if (!groups.data) {
    return (
      <div className="bones" aria-busy="true">
        <p role="status">{words.comparing}</p>
        <i style={{ height: 200 }} aria-hidden="true" />
      </div>
    );
  }
  if (groups.data.choices.length < 2) return <p>{words.oneGroup}</p>;
  return (
    <>
      <GroupChoices page={groups.data} split={split} put={put} />
      <Comparison page={groups.data} />
    </>
  );
}

function GroupChoices(props: {
  readonly page: ModelGroupsPage;
  readonly split: Split;
  readonly put: ComparedProps['put'];
}): ReactNode {
  const { page, split, put } = props;
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const [firstId, secondId] = [useId(), useId()];
  const nameOf = (key: string) => (split === 'role' ? personName(key, language) : key);
  const choice = (id: string, which: 'first' | 'second') => (
    <p>
      <label htmlFor={id}>{words[which]}</label>
      <select
        id={id}
        value={page[which]}
        onChange={(event) => put({ split, first: page.first!, second: page.second!, [which]: event.target.value })}
      >
        {page.choices.map(({ key }) => (
          <option key={key} value={key}>
            {nameOf(key)}
          </option>
        ))}
      </select>
    </p>
  );
  return (
    <div className="why-choices screen">
      {choice(firstId, 'first')}
      {choice(secondId, 'second')}
    </div>
  );
}

function Comparison({ page }: { readonly page: ModelGroupsPage }): ReactNode {
  const { language } = useLanguage();
  if (page.refused) {
    const told = errorText(page.refused, language);
    return (
      <div className="why-refused">
        <p>
          <strong>{told.happened}</strong> {told.particulars.join(' ')} {told.remedy}
        </p>
        <p className="small">{told.code}</p>
      </div>
    );
  }
  const report = groupReport(page, language);
  if (!report) return null;
  const { words, names } = report;
  return (
    <>
      {report.doubts.map((line) => (
        <p key={line} className="answer">
          {line}
        </p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={words.groupsTitle} tabIndex={0}>
        <table>
          <caption className="unseen">{words.groupsTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.path}</th>
              <th scope="col" className="number">
                {names[0]}
              </th>
              <th scope="col" className="number">
                {names[1]}
              </th>
              <th scope="col" className="number">
                {words.difference}
              </th>
              <th scope="col" className="number">
                {words.pValue}
              </th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {report.paths.map((path) => (
              <tr key={path.name} className={path.isComparable ? undefined : 'model-grey'}>
                <th scope="row">{path.name}</th>
                <td className="number">{path.first}</td>
                <td className="number">{path.second}</td>
                <td className="number">{path.difference}</td>
                <td className="number">{path.pValue}</td>
                <td>{path.verdict}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <details>
        <summary>{words.invariance}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <section className="scroll" aria-label={words.invariance} tabIndex={0}>
          <table>
            <caption className="unseen">{words.invariance}</caption>
            <thead>
              <tr>
                <th scope="col">{words.construct}</th>
                <th scope="col">{words.means}</th>
                <th scope="col">{words.sameMean}</th>
                <th scope="col">{words.sameSpread}</th>
              </tr>
            </thead>
            <tbody>
              {report.invariance.map((row) => (
                <tr key={row.construct}>
                  <th scope="row">{constructName(row.construct, language)}</th>
                  <td>{row.meaning}</td>
                  <td>{row.means}</td>
                  <td>{row.spreads}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
      <p className="small">
        <a href="/methods/model-comparison">{words.how.link}</a> {report.caption}
      </p>
    </>
  );
}

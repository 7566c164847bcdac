import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { dateText, numberText, visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { shellWords } from '../shell/shell-words.ts';
import { collectWords } from './collect-words.ts';
import type { ListedSurvey } from './survey-api.ts';
import { SurveySteps } from './survey-steps.tsx';
import { VersionList } from './version-list.tsx';

export const editorOf = (slug: string, survey: string) =>
  `${pageOf(slug, 'collect')}?survey=${encodeURIComponent(survey)}`;

/** Every survey with what of it is in the field. */
export function SurveyList(): ReactNode {
  const words = useWords(collectWords);
  const shell = useWords(shellWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const surveys = useQuery({
    queryKey: ['surveys', slug],
    queryFn: ({ signal }) => ask<{ surveys: ListedSurvey[] }>(apiOf(slug, '/surveys'), { signal }),
    staleTime: 0,
  });
  if (surveys.error) return <Failure heading="h2" error={surveys.error} onAgain={() => void surveys.refetch()} />;
  if (!surveys.data) {
    return (
      <div className="bones survey-bones">
        <p className="unseen" role="status">
          {shell.loading}
        </p>
        <i />
        <i />
        <i className="half" />
      </div>
    );
  }
  const rows = surveys.data.surveys;
  if (rows.length === 0) {
    return <p className="answer">{may('manage-surveys') ? words.none : words.noneForReader}</p>;
  }
  const archived = rows.filter(({ archivedAt }) => archivedAt !== null);
  return (
    <>
      <SurveyTable rows={rows.filter(({ archivedAt }) => archivedAt === null)} title={words.title} />
      {archived.length > 0 && (
        <details className="archived">
          <summary>{words.archived(archived.length)}</summary>
          <SurveyTable rows={archived} title={words.archived(archived.length)} />
        </details>
      )}
    </>
  );
}

function SurveyTable({ rows, title }: { readonly rows: readonly ListedSurvey[]; readonly title: string }): ReactNode {
  const words = useWords(collectWords);
  return (
    <table className="surveys cards-on-phone">
      <caption className="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.head.name}</th>
          <th scope="col">{words.head.level}</th>
          <th scope="col">{words.head.field}</th>
          <th scope="col">{words.head.programmes}</th>
          <th scope="col" className="number">
            {words.head.answers}
          </th>
          <th scope="col">{words.head.versions}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((survey) => (
          <SurveyRow key={survey.id} survey={survey} />
        ))}
      </tbody>
    </table>
  );
}

function SurveyRow({ survey }: { readonly survey: ListedSurvey }): ReactNode {
  const words = useWords(collectWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const may = useMay();
  const [isOpen, setIsOpen] = useState(false);
  const { versions, isBuilt, programmes } = survey;
  const name = visibleText(survey.name);
  const current = versions.find(({ state }) => state === 'in-field');
  const published = versions.filter(({ state }) => state !== 'draft');
  const answers = versions.reduce((sum, version) => sum + version.answers, 0);
  return (
    <tr>
      <th scope="row">
        {isBuilt && may('manage-surveys') ? <Link href={editorOf(slug, survey.id)}>{name}</Link> : name}
        <small>
          {[
            ...(isBuilt ? [] : [words.imported]),
            ...(versions.some(({ state }) => state === 'draft') ? [words.draft] : []),
          ].join(', ')}
        </small>
        {isBuilt && may('manage-surveys') && <SurveySteps survey={survey} />}
      </th>
      <td>{words.level[survey.level]}</td>
      <td>
        {current?.publishedAt
          ? words.inField(current.number, dateText(current.publishedAt, language))
          : words.notInField}
      </td>
      <td className={programmes.length === 0 ? 'no-programme' : undefined}>
        {programmes.map(visibleText).join(', ') || '–'}
      </td>
      <td className="number">
        <span className="narrow-word">{words.head.answers} </span>
        {numberText(answers, 0, language)}
      </td>
      <td>
        {published.length > 0 && (
          <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
            <summary aria-label={`${name}: ${words.versions(published.length)}`}>
              {words.versions(published.length)}
            </summary>
            {isOpen && <VersionList survey={survey.id} versions={published} />}
          </details>
        )}
      </td>
    </tr>
  );
}

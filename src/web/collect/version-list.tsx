import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { dateText, visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { collectWords } from './collect-words.ts';
import type { SurveyVersion } from './survey-api.ts';

type Change =
  | { readonly question: string; readonly is: 'added' | 'removed' }
  | {
      readonly question: string;
      readonly is: 'changed';
      readonly changed: readonly ('text' | 'scale' | 'metric' | 'kind' | 'place')[];
    };

/** The published versions, the newest first, each with what changed from the one before. */
export function VersionList(props: {
  readonly survey: string;
  readonly versions: readonly SurveyVersion[];
}): ReactNode {
  const words = useWords(collectWords);
  const { language } = useLanguage();
  return (
    <ul className="version-list">
      {props.versions.map((version, index) => {
        const before = props.versions[index + 1];
        return (
          <li key={version.number}>
            {words.version(version, dateText(version.publishedAt!, language))}
            {before && <Changes survey={props.survey} from={before.number} to={version.number} />}
          </li>
        );
      })}
    </ul>
  );
}

function Changes(props: { readonly survey: string; readonly from: number; readonly to: number }): ReactNode {
  const words = useWords(collectWords);
  const { slug } = useWorkspace();
  const { survey, from, to } = props;
  const [isOpen, setIsOpen] = useState(false);
  const compared = useQuery({
    queryKey: ['survey-changes', slug, survey, from, to],
    queryFn: ({ signal }) =>
      ask<{ changes: Change[] }>(apiOf(slug, `/surveys/${survey}/changes?from=${from}&to=${to}`), { signal }),
    enabled: isOpen,
  });
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.changesSince(from)}</summary>
      {compared.error && <Failure heading="h2" error={compared.error} />}
      {compared.data?.changes.length === 0 && <p className="small">{words.noChanges}</p>}
      <ul className="small">
        {compared.data?.changes.map((change) => {
          const question = visibleText(change.question);
          return (
            <li key={change.question}>
              {change.is === 'changed' ? words.changed(question, change.changed) : words.change[change.is](question)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

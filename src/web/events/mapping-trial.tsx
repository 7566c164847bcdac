import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { type EventMapping, lookEvery, type Trial } from './events-api.ts';
import { eventsWords } from './events-words.ts';

/** What the latest events would tell under a mapping that is not kept yet. */
export function MappingTrial({ mapping }: { readonly mapping: EventMapping }): ReactNode {
  const words = useWords(eventsWords);
  const { slug } = useWorkspace();
  const id = useId();
  const tried = useQuery({
    queryKey: [...liveKey(slug), 'mapping-trial', JSON.stringify(mapping)],
    queryFn: ({ signal }) =>
      ask<{ trials: Trial[] }>(apiOf(slug, '/event-mapping/try'), { method: 'POST', body: mapping, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: lookEvery * 3,
  });
  const fault = useFault(tried.error);
  const trials = tried.data?.trials ?? [];
  return (
    <section className="trial" aria-labelledby={id}>
      <h3 id={id}>{words.trialTitle}</h3>
      <p className="small">{words.trialLead}</p>
      <FormError fault={fault} />
      {tried.data && trials.length === 0 && <p className="small">{words.trialNone}</p>}
      <ul>
        {trials.map((trial) => (
          <li key={trial.id}>
            <b>{visibleText(trial.type)}</b> <span className="small">{visibleText(trial.source)}</span>
            <Outcome trial={trial} />
            <details>
              <summary>
                {words.data}
                <span className="unseen"> {trial.type}</span>
              </summary>
              <pre className="event-data">{JSON.stringify(trial.data, null, 2)}</pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({ trial }: { readonly trial: Trial }): ReactNode {
  const words = useWords(eventsWords);
  const { language } = useLanguage();
  const { timeZone } = useWorkspace();
  const { outcome, told, reason, field, names } = trial;
  const makes = (name: Trial['names'][number]) =>
    name.isKnown ? '' : name.field === 'account' || name.field === 'contact' ? words.isNew : words.isUnknown;
  const known = (
    <ul className="trial-names">
      {names.map((name) => (
        <li key={name.field}>
          {words.fieldName[name.field] ?? name.field}: {visibleText(name.name)}
          {makes(name) && (
            <span className={makes(name) === words.isUnknown ? 'is-failed' : 'small'}> ({makes(name)})</span>
          )}
        </li>
      ))}
    </ul>
  );
  if (outcome !== 'told' || !told) {
    return (
      <>
        <p>
          <span className={outcome === 'refused' ? 'is-failed' : undefined}>{words.tells[outcome]}</span>
          {reason && `: ${words.reason[reason] ?? reason}`}
          {field && <span className="small"> ({words.field(field)})</span>}
        </p>
        {names.length > 0 && known}
      </>
    );
  }
  const happening = words.happening[told.happened as keyof typeof words.happening] ?? told.happened;
  return (
    <>
      <p>
        {words.tells.told}: {happening}, {words.encounter(visibleText(told.encounter))},{' '}
        {momentText(told.at, language, timeZone)}
      </p>
      {known}
    </>
  );
}

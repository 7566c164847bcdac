import { type ReactNode, useId } from 'react';
import type { DriversPage, RatedSurvey } from '../../overview/index.ts';
import { questionName } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { driversPartWords } from './drivers-words.ts';
import type { WhyPartProps } from './why-part-props.ts';

interface ChoicesProps extends WhyPartProps {
  readonly page: DriversPage;
  readonly survey: RatedSurvey;
}

/** Survey, outcome and the questions looked at; each choice stands in the address. */
export function DriverChoices({ page, survey, view, own, show }: ChoicesProps): ReactNode {
  const words = useWords(driversPartWords);
  const { language } = useLanguage();
  const [surveyId, outcomeId] = [useId(), useId()];
  const put = (keys: readonly (readonly [string, string])[], replace = false) =>
    show(view, { own: new URLSearchParams(keys.map(([key, value]) => [key, value])), replace });
  // What the address says counts at once; the figures follow.
  const outcome = own.get('outcome') ?? page.outcome;
  const others = survey.questions.filter(({ key }) => key !== outcome);
  const named = own.getAll('driver');
  const chosen = new Set(named.length > 0 ? named : others.map(({ key }) => key));
  const kept: (readonly [string, string])[] = [...own].filter(([key]) => key !== 'driver');
  const toggle = (key: string, on: boolean) => {
    const next = others.filter((of) => (of.key === key ? on : chosen.has(of.key)));
    const isAll = next.length === others.length;
    put([...kept, ...(isAll ? [] : next.map((of) => ['driver', of.key] as const))], true);
  };
  return (
    <div className="why-choices screen">
      {page.surveys.length > 1 && (
        <p>
          <label htmlFor={surveyId}>{words.survey}</label>
          <select id={surveyId} value={survey.key} onChange={(event) => put([['survey', event.target.value]])}>
            {page.surveys.map(({ key, name }) => (
              <option key={key} value={key}>
                {name || key}
              </option>
            ))}
          </select>
        </p>
      )}
      <p>
        <label htmlFor={outcomeId}>{words.outcome}</label>
        <select
          id={outcomeId}
          value={outcome}
          onChange={(event) =>
            put([
              ['survey', survey.key],
              ['outcome', event.target.value],
            ])
          }
        >
          {survey.questions.map(({ key }) => (
            <option key={key} value={key}>
              {questionName(page, key, language)}
            </option>
          ))}
        </select>
      </p>
      {others.length > 1 && (
        <details className="why-questions">
          <summary>
            {words.drivers}: {words.driversChosen(chosen.size, others.length)}
          </summary>
          <fieldset className="options">
            <legend className="unseen">{words.drivers}</legend>
            {others.map(({ key }) => (
              <label key={key}>
                <input
                  type="checkbox"
                  checked={chosen.has(key)}
                  // The last one stays: without it there is no question left.
                  disabled={chosen.size === 1 && chosen.has(key)}
                  onChange={(event) => toggle(key, event.target.checked)}
                />{' '}
                {questionName(page, key, language)}
              </label>
            ))}
          </fieldset>
          {chosen.size < others.length && (
            <button type="button" className="link" onClick={() => put(kept)}>
              {words.allDrivers}
            </button>
          )}
        </details>
      )}
    </div>
  );
}

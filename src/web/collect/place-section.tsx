import { type ReactNode, useId } from 'react';
import { dateText, numberText, visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { FormError } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { SureButton } from '../sure-button.tsx';
import { languageName } from './language-name.ts';
import { type PlaceChoices, placeWays, type ShownPlace, stateOf } from './place-api.ts';
import { PlaceForm } from './place-form.tsx';
import { PlaceKiosk } from './place-kiosk.tsx';
import { PlaceLink } from './place-link.tsx';
import { PlaceWidget } from './place-widget.tsx';
import { placeWords } from './place-words.ts';
import { useChangePlace } from './use-change-place.ts';

/** One place: what it asks, whether it is open, what came, and each of its ways when it is opened. */
export function PlaceSection({
  place,
  choices,
}: {
  readonly place: ShownPlace;
  readonly choices: PlaceChoices;
}): ReactNode {
  const words = useWords(placeWords);
  const { language } = useLanguage();
  const may = useMay();
  const id = useId();
  const { step, fault, change } = useChangePlace(place.id);
  const name = visibleText(place.name);
  const state = stateOf(place, new Date());
  const asked = [
    place.survey,
    place.touchpoint,
    place.orgUnit,
    place.language && languageName(place.language, language),
  ].flatMap((part) => (part ? [visibleText(part)] : []));
  const until = place.expiresAt && state !== 'expired' ? `, ${words.until(dateText(place.expiresAt, language))}` : '';
  return (
    <section className="place" aria-labelledby={id}>
      <div className="place-head">
        <h2 id={id}>{name}</h2>
        <p className={state === 'open' ? 'place-state' : 'place-state place-shut'}>
          {words.state[state]}
          {until}
        </p>
        {may('manage-places') && (
          <p className="place-steps">
            {place.closedAt === null ? (
              <SureButton
                text={words.close}
                label={words.closeName(name)}
                question={words.closeSure}
                busy={step.isPending}
                onSure={() => change({ isOpen: false })}
              />
            ) : (
              <button
                type="button"
                className="link"
                aria-label={words.openName(name)}
                onClick={() => change({ isOpen: true })}
              >
                {words.open}
              </button>
            )}
          </p>
        )}
      </div>
      <p className="small">{asked.join(' · ')}</p>
      <PlaceAnswers place={place} />
      <FormError fault={fault} />
      <PlaceLink place={place} languages={languagesOf(place, choices)} />
      <PlaceWidget place={place} />
      <PlaceKiosk place={place} />
      {may('manage-places') && (
        <details>
          <summary>
            {words.changePart}
            <span className="unseen">: {name}</span>
          </summary>
          <PlaceForm choices={choices} place={place} submit={words.save} onSubmit={change} step={step} />
        </details>
      )}
    </section>
  );
}

const languagesOf = ({ surveyId }: ShownPlace, { surveys }: PlaceChoices): readonly string[] =>
  surveys.find(({ id }) => id === surveyId)?.languages ?? [];

function PlaceAnswers({ place }: { readonly place: ShownPlace }): ReactNode {
  const words = useWords(placeWords);
  const { language } = useLanguage();
  const { timeZone } = useWorkspace();
  const counts = placeWays.flatMap((way) => {
    const count = place.answers[way] ?? 0;
    return count > 0 ? [{ way, count }] : [];
  });
  const all = Object.values(place.answers).reduce((sum, count) => sum + count, 0);
  if (all === 0) return <p className="place-answers">{words.noAnswers}</p>;
  return (
    <p className="place-answers">
      <b>{words.answers(numberText(all, 0, language))}</b>
      {': '}
      {counts.map(({ way, count }) => `${words.way[way]} ${numberText(count, 0, language)}`).join(', ')}
      {place.lastAnswerAt && (
        <span className="small">
          {' – '}
          {words.last(momentText(place.lastAnswerAt, language, timeZone))}
        </span>
      )}
    </p>
  );
}

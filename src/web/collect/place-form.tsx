import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { visibleText } from '../../present/index.ts';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { languageName } from './language-name.ts';
import type { PlaceChoices, ShownPlace } from './place-api.ts';
import { placeWords } from './place-words.ts';

interface Step {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly error: unknown;
}

/** What a place is made of; the same form for a new one and for one that is changed. */
export function PlaceForm(props: {
  readonly choices: PlaceChoices;
  readonly place?: ShownPlace;
  readonly submit: string;
  readonly isStrong?: boolean;
  readonly onSubmit: (body: object) => void;
  readonly step: Step;
}): ReactNode {
  const { choices, place, submit, isStrong = false, onSubmit, step } = props;
  const words = useWords(placeWords);
  const { language } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const [survey, setSurvey] = useState(place?.surveyId ?? choices.surveys[0]?.id ?? '');
  const fault = useFault(step.error);
  useFocusWrong(form, step.error);
  const languages = choices.surveys.find(({ id }) => id === survey)?.languages ?? [];
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, text: visibleText(name) }));
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (step.isPending) return;
    const data = new FormData(event.currentTarget);
    const orNull = (field: string) => String(data.get(field) ?? '') || null;
    const day = orNull('expires');
    onSubmit({
      name: String(data.get('name')),
      survey,
      touchpoint: orNull('touchpoint'),
      orgUnit: orNull('orgUnit'),
      language: orNull('language'),
      expiresAt: day && new Date(`${day}T23:59:59`).toISOString(),
    });
  };
  return (
    <form className="form place-fields" ref={form} onSubmit={send}>
      <FormError fault={fault} fields={['name']} />
      <TextField
        label={words.name}
        hint={words.nameHint}
        name="name"
        required
        maxLength={120}
        defaultValue={place?.name}
        error={fault?.field === 'name' ? fault.text : undefined}
      />
      <ChoiceField label={words.survey} value={survey} onChange={setSurvey} choices={named(choices.surveys)} />
      <ChoiceField
        label={words.touchpoint}
        name="touchpoint"
        defaultValue={place?.touchpointId ?? ''}
        choices={[{ value: '', text: words.noTouchpoint }, ...named(choices.touchpoints)]}
      />
      {choices.orgUnits.length > 0 && (
        <ChoiceField
          label={words.orgUnit}
          name="orgUnit"
          defaultValue={place?.orgUnitId ?? ''}
          choices={[{ value: '', text: words.noUnit }, ...named(choices.orgUnits)]}
        />
      )}
      <ChoiceField
        label={words.language}
        name="language"
        defaultValue={place?.language ?? ''}
        choices={[
          { value: '', text: words.anyLanguage },
          ...languages.map((tag) => ({ value: tag, text: languageName(tag, language) })),
        ]}
      />
      <TextField
        label={words.expires}
        hint={words.expiresHint}
        name="expires"
        type="date"
        defaultValue={place?.expiresAt ? dayHere(place.expiresAt) : undefined}
      />
      <div className="buttons">
        <button type="submit" className={isStrong ? 'button button-strong' : 'button'} aria-disabled={step.isPending}>
          {submit}
        </button>
        <span role="status">{place && step.isSuccess && words.saved}</span>
      </div>
    </form>
  );
}

/** The day as the field of a form writes it, where the reader is: its end was taken there too. */
const dayHere = (instant: string): string => new Intl.DateTimeFormat('sv-SE').format(new Date(instant));

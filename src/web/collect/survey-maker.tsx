import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { collectWords } from './collect-words.ts';
import { languageName } from './language-name.ts';
import { pageLanguages, type SurveyLevel, touchpoints } from './survey-api.ts';
import { editorOf } from './survey-list.tsx';

/** A new survey: a ready one for a touchpoint, or one without a question; then its editor. */
export function SurveyMaker(): ReactNode {
  const words = useWords(collectWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [chosen, setChosen] = useState<readonly string[]>([language]);
  const [level, setLevel] = useState<SurveyLevel>('encounter');
  const make = useMutation({
    mutationFn: (body: unknown) => ask<{ id: string }>(apiOf(slug, '/surveys'), { method: 'POST', body }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: ['surveys', slug] });
      navigate(editorOf(slug, made.id));
    },
  });
  const fault = useFault(make.error);
  useFocusWrong(form, make.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (make.isPending) return;
    const data = new FormData(event.currentTarget);
    const touchpoint = String(data.get('touchpoint'));
    make.mutate({
      name: String(data.get('name')),
      level,
      languages: chosen,
      ...(touchpoint === '' ? {} : { touchpoint }),
    });
  };
  return (
    <section className="editor-part" aria-labelledby={id}>
      <h2 id={id}>{words.makeTitle}</h2>
      <p className="subtitle">{words.makeLead}</p>
      <form className="form survey-form" ref={form} onSubmit={submit}>
        <FormError fault={fault} fields={['name']} />
        <TextField
          label={words.name}
          name="name"
          required
          maxLength={120}
          error={fault?.field === 'name' ? fault.text : undefined}
        />
        <ChoiceField
          label={words.beginWith}
          name="touchpoint"
          onChange={(value) => setLevel(value === 'relationship' ? 'relationship' : 'encounter')}
          choices={[
            ...touchpoints.map((value) => ({ value, text: words.touchpoint[value] })),
            { value: '', text: words.beginEmpty },
          ]}
        />
        <ChoiceField
          label={words.levelLabel}
          value={level}
          onChange={(value) => setLevel(value as SurveyLevel)}
          choices={(['encounter', 'relationship'] as const).map((value) => ({ value, text: words.level[value] }))}
        />
        <fieldset className="options survey-choices">
          <legend>{words.languages}</legend>
          {pageLanguages.map((tag) => (
            <label key={tag}>
              <input
                type="checkbox"
                checked={chosen.includes(tag)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, tag] : chosen.filter((other) => other !== tag))
                }
              />{' '}
              {languageName(tag, language)}
            </label>
          ))}
        </fieldset>
        <div className="buttons">
          <button
            type="submit"
            className="button button-strong"
            aria-disabled={make.isPending}
            disabled={chosen.length === 0}
          >
            {words.make}
          </button>
        </div>
      </form>
    </section>
  );
}

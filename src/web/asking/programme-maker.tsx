import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type ProgrammeTemplate, programmeTemplates } from '../../fielding/index.ts';
import { visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import type { ListedSurvey } from '../collect/survey-api.ts';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import { rulesAt, useTouchpoints } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { listFrom } from './rules-draft.ts';

const templates = [...(Object.keys(programmeTemplates) as ProgrammeTemplate[]), 'empty'] as const;
type Beginning = (typeof templates)[number];

const levelOf = (beginning: Beginning) => (beginning === 'relationship' ? 'relationship' : 'encounter');

/** A new programme, from rules that many begin with or from the usual defaults; then its rules. */
export function ProgrammeMaker(): ReactNode {
  const words = useWords(askingWords);
  const { slug } = useWorkspace();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [beginning, setBeginning] = useState<Beginning>('ticket-closed');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { touchpoints, nameOf } = useTouchpoints();
  const surveys = useQuery({
    queryKey: ['surveys', slug],
    queryFn: ({ signal }) => ask<{ surveys: ListedSurvey[] }>(apiOf(slug, '/surveys'), { signal }),
  });
  const make = useMutation({
    mutationFn: (body: unknown) => ask<{ id: string }>(apiOf(slug, '/programmes'), { method: 'POST', body }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: liveKey(slug) });
      navigate(rulesAt(slug, made.id));
    },
  });
  const fault = useFault(make.error);
  useFocusWrong(form, make.error);
  const level = levelOf(beginning);
  const fitting = surveys.data?.surveys.filter((one) => one.level === level) ?? [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (make.isPending) return;
    const data = new FormData(event.currentTarget);
    const name = String(data.get('name')).trim();
    const all = [...chosen, ...(listFrom(String(data.get('others') ?? '')) ?? [])];
    const rules =
      beginning === 'empty'
        ? { level: 'encounter', trigger: { touchpoints: all } }
        : programmeTemplates[beginning](all);
    make.mutate({ key: keyOf(name), name, survey: String(data.get('survey')), rules });
  };
  const ofTouchpoints = fault?.field?.startsWith('trigger.touchpoints') ? fault.text : undefined;
  const ofName = fault?.field === 'key' || fault?.field === 'name' ? fault.text : undefined;
  return (
    <section className="editor-part" aria-labelledby={id}>
      <h2 id={id}>{words.makeTitle}</h2>
      <p className="subtitle">{words.makeLead}</p>
      <form className="form asking-form" ref={form} onSubmit={submit}>
        <FormError fault={ofTouchpoints || ofName ? undefined : fault} />
        <TextField label={words.name} name="name" required maxLength={60} error={ofName} />
        <ChoiceField
          label={words.beginWith}
          value={beginning}
          onChange={(value) => setBeginning(value as Beginning)}
          choices={templates.map((value) => ({ value, text: words.template[value] }))}
        />
        {surveys.data && fitting.length === 0 ? (
          <p className="form-part">
            {words.noSurvey(level)} <Link href={pageOf(slug, 'collect')}>{words.survey}</Link>
          </p>
        ) : (
          <ChoiceField
            label={words.survey}
            name="survey"
            choices={fitting.map(({ key, name }) => ({ value: key, text: visibleText(name) }))}
          />
        )}
        {level === 'encounter' && (
          <fieldset className={ofTouchpoints ? 'options asking-choices ask-wrong' : 'options asking-choices'}>
            <legend>{words.field.touchpoints}</legend>
            {ofTouchpoints && <p className="ask-error">{ofTouchpoints}</p>}
            {touchpoints.map(({ key }) => (
              <label key={key}>
                <input
                  type="checkbox"
                  checked={chosen.includes(key)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
                  }
                />{' '}
                {nameOf(key)}
              </label>
            ))}
            <TextField label={words.field.otherTouchpoints} name="others" hint={words.hint.otherTouchpoints} />
          </fieldset>
        )}
        <div className="buttons">
          <button
            type="submit"
            className="button button-strong"
            aria-disabled={make.isPending}
            disabled={fitting.length === 0}
          >
            {words.make}
          </button>
        </div>
      </form>
    </section>
  );
}

/** The key in addresses and exports: the name in small letters of the alphabet. */
function keyOf(name: string): string {
  const key = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return key === '' ? 'programme' : key.slice(0, 60);
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { type MetricId, metricDefinitions, metricIds } from '../../metrics/index.ts';
import type { OwnMetricDefinition, OwnMetrics } from '../../overview/index.ts';
import { metricNames, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { settingsWords } from './settings-words.ts';

const fields = ['key', 'name', 'boxes', 'validFrom'];

/** A definition, or a new version of one. Questions of another scale than the first one chosen are not offered. */
export function MetricForm(props: {
  readonly own: OwnMetrics;
  readonly versionOf?: { readonly key: string; readonly definition: OwnMetricDefinition };
  readonly onDone: () => void;
}): ReactNode {
  const { own, versionOf, onDone } = props;
  const words = useWords(settingsWords).metrics;
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const before = versionOf?.definition;
  const [base, setBase] = useState<MetricId>(before?.metric ?? 'csat-top2');
  const [chosen, setChosen] = useState<readonly string[]>(
    before?.questions.map(({ survey, question }) => nameOf(survey, question)) ?? [],
  );
  const save = useMutation({
    mutationFn: (body: unknown) =>
      ask(apiOf(slug, versionOf ? `/metrics/${encodeURIComponent(versionOf.key)}/versions` : '/metrics'), {
        method: 'POST',
        body,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['metrics', slug] });
      void client.invalidateQueries({ queryKey: liveKey(slug) });
      onDone();
    },
  });
  const fault = useFault(save.error);
  useFocusWrong(form, save.error);
  const at = (field: string) => (fault?.field === field ? fault.text : undefined);
  const scale = own.questions.find(({ survey, question }) => chosen.includes(nameOf(survey, question)))?.scale;
  const offered = own.questions.filter((one) => !scale || (one.scale.min === scale.min && one.scale.max === scale.max));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '');
    const asked = own.questions.filter(({ survey, question }) => chosen.includes(nameOf(survey, question)));
    save.mutate({
      ...(versionOf ? {} : { key: text('key') }),
      ...(versionOf && text('validFrom') ? { validFrom: text('validFrom') } : {}),
      name: text('name'),
      metric: base,
      scale: scale ?? metricDefinitions[base].scale,
      direction: text('direction'),
      ...(text('boxes') ? { boxes: Number(text('boxes')) } : {}),
      questions: asked.map(({ survey, question }) => ({ survey, question })),
    });
  };
  return (
    <form className="form form-narrow" ref={form} onSubmit={submit}>
      <FormError fault={fault} fields={fields} />
      <TextField
        label={words.name}
        name="name"
        required
        maxLength={120}
        defaultValue={before?.name ?? ''}
        error={at('name')}
      />
      {!versionOf && (
        <TextField
          label={words.key}
          hint={words.keyHint}
          name="key"
          required
          maxLength={64}
          pattern="[a-z0-9][a-z0-9\-]*"
          error={at('key')}
        />
      )}
      <ChoiceField
        label={words.base}
        value={base}
        choices={metricIds.map((id) => ({ value: id, text: metricNames[language][id] }))}
        onChange={(value) => setBase(value as MetricId)}
      />
      {metricDefinitions[base].statistic === 'share' && (
        <TextField
          label={words.boxes}
          hint={words.boxesHint}
          name="boxes"
          type="number"
          min={1}
          max={100}
          defaultValue={before?.boxes ?? 2}
          error={at('boxes')}
        />
      )}
      <ChoiceField
        label={words.direction}
        name="direction"
        defaultValue={before?.direction ?? 'higher-is-better'}
        choices={[
          { value: 'higher-is-better', text: words.higher },
          { value: 'lower-is-better', text: words.lower },
        ]}
      />
      <fieldset className="options options-in-form">
        <legend>{words.questions}</legend>
        <p className="ask-hint">{words.questionsHint}</p>
        {offered.map(({ survey, question, scale: on }) => {
          const name = nameOf(survey, question);
          return (
            <label key={name}>
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, name] : chosen.filter((other) => other !== name))
                }
              />{' '}
              {visibleText(`${survey}: ${question}`)} <span className="small">{`${on.min}–${on.max}`}</span>
            </label>
          );
        })}
      </fieldset>
      {versionOf && (
        <TextField label={words.from} hint={words.fromHint} name="validFrom" type="date" error={at('validFrom')} />
      )}
      <div className="buttons">
        <button type="submit" className="button button-strong" aria-disabled={save.isPending}>
          {words.save}
        </button>
      </div>
    </form>
  );
}

const nameOf = (survey: string, question: string) => `${survey}/${question}`;

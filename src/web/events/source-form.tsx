import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, type FormFault, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import type { EventSource } from './events-api.ts';
import { eventsWords } from './events-words.ts';
import type { SourceKind } from './events-words-shape.ts';
import { bodyOf, type Given, givenOf, secretsOf, settingsOf } from './source-settings.ts';

const kinds: readonly SourceKind[] = ['folder', 'sftp', 'postgresql'];

interface Tested {
  readonly files?: readonly string[];
  readonly events: readonly { readonly id: string; readonly data?: unknown }[];
  readonly problems: readonly { readonly line: number; readonly reason: string; readonly field: string }[];
}

/** Makes a source or changes one; it can be tried before it is kept. */
export function SourceForm(props: { readonly source?: EventSource; readonly onDone: () => void }): ReactNode {
  const { source, onDone } = props;
  const words = useWords(eventsWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState<Given>(() => givenOf(source));
  const kind = given.kind as SourceKind;
  const body = bodyOf(given, source);
  const isWrong = 'wrong' in body;
  const keep = useMutation({
    mutationFn: () =>
      source
        ? ask(apiOf(slug, `/event-sources/${source.id}`), { method: 'PATCH', body })
        : ask(apiOf(slug, '/event-sources'), { method: 'POST', body: { key: given.key ?? '', ...body } }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: liveKey(slug) });
      onDone();
    },
  });
  const test = useMutation({
    mutationFn: () =>
      ask<Tested>(apiOf(slug, '/event-sources/test'), {
        method: 'POST',
        body: { ...body, ...(source && { id: source.id }) },
      }),
  });
  const error = keep.error ?? test.error;
  const told = useFault(error);
  const fault = told && withoutPath(told);
  useFocusWrong(form, error);
  const set = (name: string, value: string) => {
    test.reset();
    keep.reset();
    setGiven({ ...given, [name]: value });
  };
  const wrong = (name: string) => (fault?.field === name ? fault.text : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) keep.mutate();
  };
  const text = (name: keyof typeof words.setting, more: { type?: string; hint?: string | undefined } = {}) => (
    <TextField
      key={name}
      label={words.setting[name]}
      name={name}
      value={given[name] ?? ''}
      hint={more.hint ?? words.settingHint[name as 'folder']}
      type={more.type ?? 'text'}
      autoComplete="off"
      error={wrong(name)}
      onChange={(event) => set(name, event.target.value)}
    />
  );
  const fields = ['key', 'everySeconds', ...settingsOf[kind]];
  return (
    <form className="form survey-form" ref={form} onSubmit={submit} noValidate>
      <FormError fault={fault} fields={fields} />
      {!source && (
        <>
          <TextField
            label={words.key}
            hint={words.keyOfSource}
            name="key"
            value={given.key ?? ''}
            error={wrong('key')}
            onChange={(event) => set('key', event.target.value)}
          />
          <ChoiceField
            label={words.kindLabel}
            value={kind}
            onChange={(value) => set('kind', value)}
            choices={kinds.map((value) => ({ value, text: words.kind[value] }))}
          />
        </>
      )}
      {settingsOf[kind].map((name) => (name === 'folder' && kind === 'sftp' ? text(name, { hint: '' }) : text(name)))}
      {kind === 'postgresql' && (
        <ChoiceField
          label={words.setting.tls}
          value={given.tls ?? 'verified'}
          onChange={(value) => set('tls', value)}
          choices={(['verified', 'on', 'off'] as const).map((value) => ({ value, text: words.tls[value] }))}
        />
      )}
      {secretsOf[kind].map((name) =>
        name === 'privateKey' ? (
          <TextArea key={name} label={words.setting[name]} value={given[name] ?? ''} onChange={(v) => set(name, v)} />
        ) : (
          text(name, { type: 'password', hint: source?.hasSecret ? words.settingHint.secretKept : undefined })
        ),
      )}
      {text('touchpoint')}
      <TextArea
        label={words.setting.mapping}
        hint={words.settingHint.mapping}
        value={given.mapping ?? ''}
        error={isWrong ? words.mappingWrong : undefined}
        onChange={(value) => set('mapping', value)}
      />
      {text('everySeconds', { type: 'number' })}
      <div className="buttons">
        <button type="submit" className="button button-strong" disabled={keep.isPending || isWrong}>
          {source ? words.keep : words.add}
        </button>
        <button type="button" className="button" disabled={test.isPending || isWrong} onClick={() => test.mutate()}>
          {words.test}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
      <div role="status">{test.data && <TestResult tested={test.data} />}</div>
    </form>
  );
}

/** The server names the field inside the settings. */
const withoutPath = (fault: FormFault): FormFault =>
  fault.field ? { ...fault, field: fault.field.replace(/^settings\./, '') } : fault;

function TestResult({ tested: { files, events, problems } }: { readonly tested: Tested }): ReactNode {
  const words = useWords(eventsWords);
  const isEmpty = events.length + problems.length === 0;
  return (
    <>
      <p className="small">{isEmpty ? words.testedEmpty : words.tested(events.length, problems.length)}</p>
      {files && files.length > 0 && (
        <p className="small">{words.testedFiles(visibleText(files.slice(0, 5).join(', ')))}</p>
      )}
      {problems.map((problem) => (
        <p key={problem.line} className="small">
          {words.line(problem.line)}: {words.reason[problem.reason] ?? problem.reason} {problem.field}
        </p>
      ))}
      {events[0] && <pre className="event-data">{JSON.stringify(events[0].data, null, 2)}</pre>}
    </>
  );
}

function TextArea(props: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  const notes = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={props.error ? 'ask ask-wrong' : 'ask'}>
      <label htmlFor={id}>{props.label}</label>
      {props.hint && (
        <p className="ask-hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p className="ask-error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      <textarea
        id={id}
        className="source-text"
        rows={4}
        spellCheck={false}
        value={props.value}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={notes || undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

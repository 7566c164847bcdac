import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId } from 'react';
import { visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import { ShownOnce } from '../settings/shown-once.tsx';
import { SureButton } from '../sure-button.tsx';
import { CopiedText } from './copied-text.tsx';
import type { ShownPlace, WidgetRules } from './place-api.ts';
import { placeWords } from './place-words.ts';
import { useChangePlace } from './use-change-place.ts';

/** The line for the pages of a host, and the rules by which the widget shows itself there. */
export function PlaceWidget({ place }: { readonly place: ShownPlace }): ReactNode {
  const words = useWords(placeWords);
  const may = useMay();
  return (
    <details>
      <summary>
        {words.widgetPart}
        <span className="unseen">: {visibleText(place.name)}</span>
      </summary>
      <CopiedText label={words.snippet} hint={words.snippetHint} value={place.addresses.snippet} />
      {may('manage-places') ? (
        <>
          <WidgetForm place={place} />
          <IdentitySecret place={place} />
        </>
      ) : (
        <p className="small">
          {words.origins}: {place.widget.origins.join(', ') || '–'}
        </p>
      )}
    </details>
  );
}

const linesOf = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function WidgetForm({ place }: { readonly place: ShownPlace }): ReactNode {
  const words = useWords(placeWords);
  const { step, fault, change } = useChangePlace(place.id);
  const { origins, paths, delaySeconds, scrollPercent, share, restDays } = place.widget;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const number = (field: string) => Number(data.get(field));
    const widget: WidgetRules = {
      origins: linesOf(data.get('origins')),
      paths: linesOf(data.get('paths')),
      delaySeconds: number('delaySeconds'),
      scrollPercent: number('scrollPercent'),
      share: number('share') / 100,
      restDays: number('restDays'),
    };
    change({ widget });
  };
  return (
    <form className="form place-fields place-form" onSubmit={submit}>
      <FormError fault={fault} />
      <Lines label={words.origins} hint={words.originsHint} name="origins" lines={origins} />
      <Lines label={words.paths} hint={words.pathsHint} name="paths" lines={paths} />
      <div className="place-numbers">
        <TextField
          label={words.delay}
          name="delaySeconds"
          type="number"
          min={0}
          max={3600}
          defaultValue={delaySeconds}
        />
        <TextField
          label={words.scroll}
          name="scrollPercent"
          type="number"
          min={0}
          max={100}
          defaultValue={scrollPercent}
        />
        <TextField
          label={words.share}
          name="share"
          type="number"
          min={0}
          max={100}
          step="any"
          defaultValue={Math.round(share * 1e6) / 1e4}
        />
        <TextField
          label={words.rest}
          hint={words.restHint}
          name="restDays"
          type="number"
          min={0}
          max={3650}
          defaultValue={restDays}
        />
      </div>
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={step.isPending}>
          {words.save}
        </button>
        <span role="status">{step.isSuccess && words.saved}</span>
      </div>
    </form>
  );
}

function Lines(props: {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly lines: readonly string[];
}): ReactNode {
  const id = useId();
  return (
    <div className="ask">
      <label htmlFor={id}>{props.label}</label>
      <p className="ask-hint" id={`${id}-hint`}>
        {props.hint}
      </p>
      <textarea
        id={id}
        name={props.name}
        rows={Math.max(2, props.lines.length)}
        dir="ltr"
        spellCheck={false}
        defaultValue={props.lines.join('\n')}
        aria-describedby={`${id}-hint`}
      />
    </div>
  );
}

function IdentitySecret({ place }: { readonly place: ShownPlace }): ReactNode {
  const words = useWords(placeWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () => ask<{ secret: string }>(apiOf(slug, `/places/${place.id}/identity-secret`), { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['places', slug] }),
  });
  const fault = useFault(make.error);
  return (
    <div className="place-identity">
      <h3>{words.identity}</h3>
      <p className="small">{words.identityHint}</p>
      <FormError fault={fault} />
      {place.hasIdentitySecret ? (
        <SureButton
          text={words.renewSecret}
          label={`${words.renewSecret}: ${visibleText(place.name)}`}
          question={words.renewSure}
          busy={make.isPending}
          onSure={() => make.mutate()}
        />
      ) : (
        <button
          type="button"
          className="link"
          aria-label={`${words.makeSecret}: ${visibleText(place.name)}`}
          onClick={() => make.mutate()}
        >
          {words.makeSecret}
        </button>
      )}
      {make.data && <ShownOnce label={words.secret} hint={words.secretHint} value={make.data.secret} />}
    </div>
  );
}

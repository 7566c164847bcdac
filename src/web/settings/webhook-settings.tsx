import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import { SettingsSection } from './settings-section.tsx';
import { ShownOnce } from './shown-once.tsx';
import type { ShownWebhook } from './webhook-api.ts';
import { WebhookPart } from './webhook-part.tsx';
import { type WebhookWords, webhookWords } from './webhook-words.ts';

/** Who outside is told what happens: each webhook with its latest messages, and a form for a new one. */
export function WebhookSettings(): ReactNode {
  const words = useWords(webhookWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const webhooks = useQuery({
    queryKey: ['webhooks', slug],
    queryFn: ({ signal }) => ask<{ webhooks: ShownWebhook[] }>(apiOf(slug, '/webhooks'), { signal }),
    enabled: may('manage-webhooks'),
  });
  return (
    <SettingsSection title={words.title} lead={words.lead} needs="manage-webhooks">
      {webhooks.error && <Failure heading="h2" error={webhooks.error} onAgain={() => void webhooks.refetch()} />}
      {webhooks.data?.webhooks.length === 0 && <p className="small">{words.none}</p>}
      {webhooks.data?.webhooks.map((webhook) => (
        <WebhookPart key={webhook.id} webhook={webhook} />
      ))}
      <MakeWebhook />
    </SettingsSection>
  );
}

function MakeWebhook(): ReactNode {
  const words = useWords(webhookWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const make = useMutation({
    mutationFn: (body: object) => ask<{ secret: string }>(apiOf(slug, '/webhooks'), { method: 'POST', body }),
    onSuccess: () => {
      form.current?.reset();
      void client.invalidateQueries({ queryKey: ['webhooks', slug] });
    },
  });
  const fault = useFault(make.error);
  useFocusWrong(form, make.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const events = data.getAll('events').map(String);
    const includesWords = data.has('includesWords');
    make.mutate({ url: String(data.get('url')), kind: String(data.get('kind')), events, includesWords });
  };
  return (
    <form className="form form-narrow" ref={form} onSubmit={submit}>
      <FormError fault={fault} fields={['url']} />
      <TextField
        label={words.url}
        hint={words.urlHint}
        name="url"
        type="url"
        required
        maxLength={2000}
        error={fault?.field === 'url' ? fault.text : undefined}
      />
      <ChoiceField
        label={words.kind}
        name="kind"
        choices={Object.entries(words.kinds).map(([value, text]) => ({ value, text }))}
      />
      <fieldset className="options options-in-form">
        <legend>{words.events}</legend>
        {(Object.keys(words.event) as (keyof WebhookWords['event'])[]).map((event) => (
          <label key={event}>
            <input type="checkbox" name="events" value={event} defaultChecked={event === 'response.created'} />{' '}
            {words.event[event]}
          </label>
        ))}
        <label>
          <input type="checkbox" name="includesWords" /> {words.words}
        </label>
      </fieldset>
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={make.isPending}>
          {words.make}
        </button>
      </div>
      {make.data && make.variables && (make.variables as { kind: string }).kind === 'standard' && (
        <ShownOnce label={words.secret} hint={words.secretHint} value={make.data.secret} />
      )}
    </form>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { dateText, visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { SureButton } from '../sure-button.tsx';
import { SettingsSection } from './settings-section.tsx';
import { type SettingsWords, settingsWords } from './settings-words.ts';
import { ShownOnce } from './shown-once.tsx';

type Scope = keyof SettingsWords['keys']['scope'];

interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

export function KeySettings(): ReactNode {
  const { keys: words } = useWords(settingsWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const keys = useQuery({
    queryKey: ['keys', slug],
    queryFn: ({ signal }) => ask<{ keys: ApiKey[] }>(apiOf(slug, '/api-keys'), { signal }),
    enabled: may('manage-keys'),
  });
  return (
    <SettingsSection title={words.title} lead={words.lead} needs="manage-keys">
      {keys.error && <Failure heading="h2" error={keys.error} onAgain={() => void keys.refetch()} />}
      {keys.data?.keys.length === 0 && <p className="small">{words.none}</p>}
      {keys.data && keys.data.keys.length > 0 && <KeyTable keys={keys.data.keys} />}
      <MakeKey />
    </SettingsSection>
  );
}

function KeyTable({ keys }: { readonly keys: readonly ApiKey[] }): ReactNode {
  const words = useWords(settingsWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => ask(apiOf(slug, `/api-keys/${id}`), { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['keys', slug] }),
  });
  const fault = useFault(revoke.error);
  return (
    <>
      <FormError fault={fault} />
      <table className="cards-on-phone">
        <caption className="unseen">{words.keys.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.keys.name}</th>
            <th scope="col">{words.keys.scopes}</th>
            <th scope="col">{words.keys.lastUsed}</th>
            <th scope="col">{words.keys.revoke}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ id, name, scopes, expiresAt, revokedAt, lastUsedAt }) => (
            <tr key={id}>
              <th scope="row">{visibleText(name)}</th>
              <td>{scopes.map((scope) => words.keys.scope[scope]).join(', ')}</td>
              <td>{lastUsedAt ? momentText(lastUsedAt, language, timeZone) : words.keys.never}</td>
              <td>
                {revokedAt ? (
                  words.keys.revoked(dateText(revokedAt, language))
                ) : expiresAt && new Date(expiresAt) < new Date() ? (
                  words.keys.expired(dateText(expiresAt, language))
                ) : (
                  <SureButton
                    text={words.keys.revoke}
                    label={words.keys.revokeName(name)}
                    question={words.keys.revokeSure(name)}
                    onSure={() => revoke.mutate(id)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function MakeKey(): ReactNode {
  const words = useWords(settingsWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const make = useMutation({
    mutationFn: (body: { name: string; scopes: string[] }) =>
      ask<{ key: string }>(apiOf(slug, '/api-keys'), { method: 'POST', body }),
    onSuccess: () => {
      form.current?.reset();
      void client.invalidateQueries({ queryKey: ['keys', slug] });
    },
  });
  const fault = useFault(make.error);
  useFocusWrong(form, make.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    make.mutate({ name: String(data.get('name')), scopes: data.getAll('scopes').map(String) });
  };
  return (
    <form className="form form-narrow" ref={form} onSubmit={submit}>
      <FormError fault={fault} fields={['name']} />
      <TextField
        label={words.keys.name}
        name="name"
        required
        maxLength={200}
        error={fault?.field === 'name' ? fault.text : undefined}
      />
      <fieldset className="options options-in-form">
        <legend>{words.keys.scopes}</legend>
        {(Object.keys(words.keys.scope) as Scope[]).map((scope) => (
          <label key={scope}>
            <input type="checkbox" name="scopes" value={scope} defaultChecked={scope === 'responses:write'} />{' '}
            {words.keys.scope[scope]}
          </label>
        ))}
      </fieldset>
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={make.isPending}>
          {words.keys.make}
        </button>
      </div>
      {make.data && <ShownOnce label={words.keys.made} hint={words.keys.madeHint} value={make.data.key} />}
    </form>
  );
}

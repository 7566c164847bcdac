import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { useLocation } from 'wouter';
import { meKey } from '../api/client.ts';
import { ask } from '../api/request.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import { SettingsSection } from './settings-section.tsx';
import { settingsWords } from './settings-words.ts';

/** One's own name, password and sessions; the language is chosen at the side of every page. */
export function PersonSettings(): ReactNode {
  const { you } = useWords(settingsWords);
  return (
    <SettingsSection title={you.title}>
      <NameForm />
      <PasswordForm />
      <EndSessions />
    </SettingsSection>
  );
}

function NameForm(): ReactNode {
  const words = useWords(settingsWords);
  const { me } = useWorkspace();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (name: string) => ask('/api/me', { method: 'PATCH', body: { name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: meKey }),
  });
  const fault = useFault(save.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(String(new FormData(event.currentTarget).get('name')));
  };
  return (
    <form className="form form-narrow" onSubmit={submit}>
      <FormError fault={fault} fields={['name']} />
      <TextField
        label={words.you.name}
        name="name"
        required
        maxLength={200}
        defaultValue={me.user.name}
        error={fault?.field === 'name' ? fault.text : undefined}
      />
      <div className="buttons">
        <button type="submit" className="button">
          {words.you.save}
        </button>
        <span role="status">{save.isSuccess && words.saved}</span>
      </div>
    </form>
  );
}

const passwordFields = ['presentPassword', 'password'];

function PasswordForm(): ReactNode {
  const words = useWords(settingsWords);
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation({
    mutationFn: (body: Readonly<Record<string, string>>) => ask('/api/me', { method: 'PATCH', body }),
    onSuccess: () => form.current?.reset(),
  });
  const fault = useFault(change.error);
  useFocusWrong(form, change.error);
  const at = (field: string) => (fault?.field === field ? fault.text : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    change.mutate(Object.fromEntries(passwordFields.map((field) => [field, String(data.get(field))])));
  };
  return (
    <form className="form form-narrow" ref={form} onSubmit={submit}>
      <h3>{words.you.passwordTitle}</h3>
      <FormError fault={fault} fields={passwordFields} />
      <TextField
        label={words.you.present}
        name="presentPassword"
        type="password"
        autoComplete="current-password"
        required
        error={at('presentPassword')}
      />
      <TextField
        label={words.you.password}
        hint={words.you.passwordHint}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        error={at('password')}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={change.isPending}>
          {words.you.changePassword}
        </button>
        <span role="status">{change.isSuccess && words.you.passwordChanged}</span>
      </div>
    </form>
  );
}

function EndSessions(): ReactNode {
  const { you } = useWords(settingsWords);
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const end = useMutation({
    mutationFn: () => ask('/api/sign-out-everywhere', { method: 'POST' }),
    onSuccess: () => {
      navigate('/sign-in');
      client.clear();
      client.setQueryData(meKey, null);
    },
  });
  return (
    <div className="form">
      <p className="small">{you.everywhereText}</p>
      <div className="buttons buttons-near">
        <button type="button" className="button" aria-disabled={end.isPending} onClick={() => end.mutate()}>
          {you.everywhere}
        </button>
      </div>
    </div>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Link } from 'wouter';
import { type Language, languageNames, languages } from '../../present/index.ts';
import { meKey } from '../api/client.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import { SettingsSection } from './settings-section.tsx';
import { settingsWords } from './settings-words.ts';

interface Settings {
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly language: Language;
  readonly smallGroupFloor: number;
}

const fields = ['name', 'timeZone', 'currency', 'smallGroupFloor'];

export function WorkspaceSettings(): ReactNode {
  const { workspace: words } = useWords(settingsWords);
  const { slug } = useWorkspace();
  const settings = useQuery({
    queryKey: ['workspace', slug],
    queryFn: ({ signal }) => ask<Settings>(apiOf(slug), { signal }),
  });
  return (
    <SettingsSection title={words.title} needs="change-settings">
      {settings.error && <Failure heading="h2" error={settings.error} onAgain={() => void settings.refetch()} />}
      {settings.data && <SettingsForm settings={settings.data} />}
      <p className="links">
        <Link href="/set-up">{words.another}</Link>
      </p>
    </SettingsSection>
  );
}

function SettingsForm({ settings }: { readonly settings: Settings }): ReactNode {
  const words = useWords(settingsWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const save = useMutation({
    mutationFn: (body: Partial<Settings>) => ask<Settings>(apiOf(slug), { method: 'PATCH', body }),
    onSuccess: (saved) => {
      client.setQueryData(['workspace', slug], saved);
      void client.invalidateQueries({ queryKey: meKey });
    },
  });
  const fault = useFault(save.error);
  useFocusWrong(form, save.error);
  const at = (field: string) => (fault?.field === field ? fault.text : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const wanted = {
      name: String(data.get('name')),
      timeZone: String(data.get('timeZone')),
      currency: String(data.get('currency')),
      language: String(data.get('language')) as Language,
      smallGroupFloor: Number(data.get('smallGroupFloor')),
    };
    // Only what was changed: the time zone of a workspace with answers is refused, also when it stays the same.
    const changed = Object.entries(wanted).filter(([key, value]) => settings[key as keyof Settings] !== value);
    save.mutate(Object.fromEntries(changed));
  };
  return (
    <form className="form form-narrow" ref={form} onSubmit={submit}>
      <FormError fault={fault} fields={fields} />
      <TextField
        label={words.workspace.name}
        name="name"
        required
        maxLength={200}
        defaultValue={settings.name}
        error={at('name')}
      />
      <TextField
        label={words.workspace.floor}
        hint={words.workspace.floorHint}
        name="smallGroupFloor"
        type="number"
        min={1}
        max={100}
        required
        defaultValue={settings.smallGroupFloor}
        error={at('smallGroupFloor')}
      />
      <TextField
        label={words.workspace.timeZone}
        hint={words.workspace.timeZoneHint}
        name="timeZone"
        required
        defaultValue={settings.timeZone}
        error={at('timeZone')}
      />
      <TextField
        label={words.workspace.currency}
        name="currency"
        required
        maxLength={3}
        defaultValue={settings.currency}
        error={at('currency')}
      />
      <ChoiceField
        label={words.workspace.language}
        name="language"
        defaultValue={settings.language}
        choices={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={save.isPending}>
          {words.workspace.save}
        </button>
        <span role="status">{save.isSuccess && words.saved}</span>
      </div>
    </form>
  );
}

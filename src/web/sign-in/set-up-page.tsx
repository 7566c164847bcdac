import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { languageNames, languages } from '../../present/index.ts';
import { meKey } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { ask } from '../api/request.ts';
import { pageOf } from '../api/workspace.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { signInWords } from './sign-in-words.ts';

const fields = ['name', 'slug', 'timeZone', 'currency'];
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A workspace of one's own beside the demo. */
export function SetUpPage(): ReactNode {
  const words = useWords(signInWords);
  const me = useMe();
  usePageTitle(words.setUpTitle);
  if (me.data === null) return <Redirect to="/sign-in?next=/set-up" replace />;
  if (!me.data) return null;
  return (
    <section className="narrow-page">
      <h1>{words.setUpTitle}</h1>
      <p className="lead">
        {words.setUpLead} {words.setUpOwner}
      </p>
      <SetUp />
    </section>
  );
}

function SetUp(): ReactNode {
  const words = useWords(signInWords);
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [slug, setSlug] = useState<string>();
  const setUp = useMutation({
    mutationFn: (body: Readonly<Record<string, string>>) =>
      ask<{ slug: string }>('/api/workspaces', { method: 'POST', body }),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: meKey });
      navigate(pageOf(made.slug, 'overview'));
    },
  });
  const fault = useFault(setUp.error);
  useFocusWrong(form, setUp.error);
  const at = (field: string) => (fault?.field === field ? fault.text : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setUp.mutate(
      Object.fromEntries([...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)])),
    );
  };
  return (
    <form ref={form} className="form" onSubmit={submit}>
      <FormError fault={fault} fields={fields} />
      <TextField
        label={words.workspaceName}
        name="name"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={at('name')}
      />
      <TextField
        label={words.slug}
        hint={words.slugHint}
        name="slug"
        required
        maxLength={40}
        pattern="[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?"
        value={slug ?? slugOf(name)}
        onChange={(event) => setSlug(event.target.value)}
        error={at('slug')}
      />
      <TextField
        label={words.timeZone}
        hint={words.timeZoneHint}
        name="timeZone"
        required
        list="time-zones"
        defaultValue={here}
        error={at('timeZone')}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextField
        label={words.currency}
        hint={words.currencyHint}
        name="currency"
        required
        pattern="[A-Z]{3}"
        maxLength={3}
        defaultValue="EUR"
        error={at('currency')}
      />
      <ChoiceField
        label={words.language}
        name="language"
        defaultValue={language}
        choices={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
      <div className="buttons">
        <button type="submit" className="button button-strong" aria-disabled={setUp.isPending}>
          {words.setUp}
        </button>
      </div>
    </form>
  );
}

/** A short name from a name: "Nordic Häfen Oy" gives "nordic-hafen-oy". */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

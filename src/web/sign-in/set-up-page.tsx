import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
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

const fields = ['name', 'slug', 'timeZone', 'currency', 'owner.name', 'owner.email', 'owner.password', 'setUpCode'];
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A workspace of one's own beside the demo. */
export function SetUpPage(): ReactNode {
  const words = useWords(signInWords);
  const me = useMe();
  usePageTitle(words.setUpTitle);
  if (me.data === undefined) return null;
  return (
    <section className="narrow-page">
      <h1>{words.setUpTitle}</h1>
      <p className="lead">
        {words.setUpLead} {words.setUpOwner}
      </p>
      <SetUp isFirst={me.data === null} />
    </section>
  );
}

/** The first workspace makes its owner too; whoever is signed in already owns the next one. */
function SetUp({ isFirst }: { readonly isFirst: boolean }): ReactNode {
  const words = useWords(signInWords);
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [slug, setSlug] = useState<string>();
  const setUp = useMutation({
    mutationFn: (body: unknown) => ask<{ slug: string }>('/api/workspaces', { method: 'POST', body }),
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
    setUp.mutate(bodyOf(new FormData(event.currentTarget)));
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
      {isFirst && <OwnerFields at={at} />}
      <div className="buttons">
        <button type="submit" className="button button-strong" aria-disabled={setUp.isPending}>
          {words.setUp}
        </button>
      </div>
    </form>
  );
}

function OwnerFields({ at }: { readonly at: (field: string) => string | undefined }): ReactNode {
  const words = useWords(signInWords);
  return (
    <>
      <h2 className="form-part">{words.ownerTitle}</h2>
      <TextField
        label={words.yourName}
        name="owner.name"
        autoComplete="name"
        required
        maxLength={200}
        error={at('owner.name')}
      />
      <TextField
        label={words.email}
        name="owner.email"
        type="email"
        autoComplete="username"
        required
        maxLength={320}
        error={at('owner.email')}
      />
      <TextField
        label={words.newPassword}
        hint={words.ownerPasswordHint}
        name="owner.password"
        type="password"
        autoComplete="new-password"
        required
        maxLength={256}
        error={at('owner.password')}
      />
      <TextField
        label={words.setUpCode}
        hint={words.setUpCodeHint}
        name="setUpCode"
        autoComplete="off"
        error={at('setUpCode')}
      />
    </>
  );
}

/** Names with a dot belong to the owner; what stays empty is not sent. */
function bodyOf(data: FormData): Readonly<Record<string, unknown>> {
  const texts = [...data]
    .map(([key, value]): [string, string] => [key, String(value)])
    .filter(([, value]) => value !== '');
  const owner = texts.flatMap(([key, value]) => (key.startsWith('owner.') ? [[key.slice(6), value]] : []));
  const own = Object.fromEntries(texts.filter(([key]) => !key.startsWith('owner.')));
  return owner.length > 0 ? { ...own, owner: Object.fromEntries(owner) } : own;
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

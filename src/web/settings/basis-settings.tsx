import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { type LegalBasis, legalBases, rulesWords } from '../../fielding/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { basisWords } from './basis-words.ts';
import { SettingsSection } from './settings-section.tsx';
import { settingsWords } from './settings-words.ts';

const channels = ['email', 'sms'] as const;

type Bases = { readonly [Channel in (typeof channels)[number]]?: LegalBasis };

/** On which legal basis people are written to who have none of their own. */
export function BasisSettings(): ReactNode {
  const words = useWords(basisWords);
  const { slug } = useWorkspace();
  const bases = useQuery({
    queryKey: ['contact-basis', slug],
    queryFn: ({ signal }) => ask<Bases>(apiOf(slug, '/contact-basis'), { signal }),
  });
  return (
    <SettingsSection title={words.title} lead={words.lead} needs="change-settings">
      {bases.error && <Failure heading="h2" error={bases.error} onAgain={() => void bases.refetch()} />}
      {bases.data && <BasisForm bases={bases.data} />}
    </SettingsSection>
  );
}

function BasisForm({ bases }: { readonly bases: Bases }): ReactNode {
  const words = useWords(basisWords);
  const { saved } = useWords(settingsWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (body: Bases) => ask<Bases>(apiOf(slug, '/contact-basis'), { method: 'PUT', body }),
    // The pages of programmes warn where there is none.
    onSuccess: () => client.invalidateQueries(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    save.mutate(
      Object.fromEntries(channels.flatMap((name) => (data.get(name) ? [[name, String(data.get(name))]] : []))),
    );
  };
  const choices = [
    { value: '', text: words.none },
    ...legalBases.map((value) => ({ value, text: rulesWords[language].basis[value] })),
  ];
  return (
    <form className="form form-narrow" onSubmit={submit}>
      <FormError fault={useFault(save.error)} />
      {channels.map((name) => (
        <ChoiceField key={name} label={words[name]} name={name} defaultValue={bases[name] ?? ''} choices={choices} />
      ))}
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={save.isPending}>
          {words.save}
        </button>
        <span role="status">{save.isSuccess && saved}</span>
      </div>
    </form>
  );
}

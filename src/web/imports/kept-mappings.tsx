import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { dateText, visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { SureButton } from '../sure-button.tsx';
import { importWords } from './import-words.ts';
import { keptWords } from './kept-words.ts';
import type { SavedMapping } from './saved-mappings.tsx';

/** The ways of reading that were kept, each to be deleted. */
export function KeptMappings(): ReactNode {
  const words = useWords(keptWords);
  const { kind } = useWords(importWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const kept = useQuery({
    queryKey: ['import-mappings', slug],
    queryFn: ({ signal }) => ask<{ mappings: SavedMapping[] }>(apiOf(slug, '/import-mappings'), { signal }),
  });
  const forget = useMutation({
    mutationFn: (id: string) => ask(apiOf(slug, `/import-mappings/${id}`), { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['import-mappings', slug] }),
  });
  const fault = useFault(forget.error);
  const mappings = kept.data?.mappings ?? [];
  if (mappings.length === 0 && !forget.isSuccess) return null;
  return (
    <section className="wizard-part" aria-labelledby="kept-title">
      <h2 id="kept-title">{words.title}</h2>
      <FormError fault={fault} />
      <ul className="plain-list">
        {mappings.map(({ id, name, mapping, savedAt }) => (
          <li key={id}>
            {visibleText(name)}{' '}
            <span className="small">
              {kind[mapping.kind]}, {dateText(savedAt, language)}
            </span>{' '}
            <SureButton
              text={words.forget}
              label={words.forgetName(visibleText(name))}
              question={words.forgetSure(visibleText(name))}
              busy={forget.isPending}
              onSure={() => forget.mutate(id)}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="small">
        {forget.isSuccess && words.forgotten}
      </p>
    </section>
  );
}

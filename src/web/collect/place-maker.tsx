import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import type { PlaceChoices } from './place-api.ts';
import { PlaceForm } from './place-form.tsx';
import { placeWords } from './place-words.ts';

/** A new place; where no survey was published yet, what has to be done first. */
export function PlaceMaker({ choices }: { readonly choices: PlaceChoices }): ReactNode {
  const words = useWords(placeWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const id = useId();
  const make = useMutation({
    mutationFn: (body: object) => ask<{ id: string }>(apiOf(slug, '/places'), { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['places', slug] }),
  });
  return (
    <section className="editor-part" aria-labelledby={id}>
      <h2 id={id}>{words.makeTitle}</h2>
      {choices.surveys.length === 0 ? (
        <p className="subtitle">{words.noSurvey}</p>
      ) : (
        <>
          <p className="subtitle">{words.makeLead}</p>
          <PlaceForm
            key={make.data?.id ?? ''}
            choices={choices}
            submit={words.make}
            isStrong
            onSubmit={(body) => make.mutate(body)}
            step={make}
          />
        </>
      )}
    </section>
  );
}

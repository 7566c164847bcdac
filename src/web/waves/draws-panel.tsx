import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { numberText, visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { persuasionWords } from './persuasion-words.ts';
import type { IncentiveDraw } from './waves-api.ts';

/** Draws among those who answered: the list is fixed first, the winners follow from a public seed. */
export function DrawsPanel({ programme }: { readonly programme: string }): ReactNode {
  const words = useWords(persuasionWords);
  const { slug } = useWorkspace();
  const draws = useQuery({
    queryKey: ['draws', slug, programme],
    queryFn: ({ signal }) => ask<{ draws: IncentiveDraw[] }>(apiOf(slug, `/programmes/${programme}/draws`), { signal }),
  });
  return (
    <section className="wave-section" aria-labelledby="draws">
      <h2 id="draws">{words.draws}</h2>
      <p className="subtitle">{words.drawsLead}</p>
      {draws.error && <Failure heading="h2" error={draws.error} onAgain={() => void draws.refetch()} />}
      {draws.data?.draws.map((draw) => (
        <Draw key={draw.id} draw={draw} />
      ))}
      <MakeDraw programme={programme} />
    </section>
  );
}

function useChanged(): () => void {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['draws', slug] });
}

function Draw({ draw }: { readonly draw: IncentiveDraw }): ReactNode {
  const words = useWords(persuasionWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const onSuccess = useChanged();
  const run = useMutation({
    mutationFn: (seed: string) => ask(apiOf(slug, `/draws/${draw.id}/run`), { method: 'POST', body: { seed } }),
    onSuccess,
  });
  const fault = useFault(run.error);
  const count = (n: number) => numberText(n, 0, language);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    run.mutate(String(new FormData(event.currentTarget).get('seed')));
  };
  return (
    <article className="wave-draw">
      <h3>{visibleText(draw.name)}</h3>
      <p className="small">{words.takesPart(count(draw.entrants), count(draw.winners))}</p>
      <p className="wave-hash">
        {words.hash}: <code>{draw.listHash}</code>
      </p>
      {draw.drawnAt ? (
        <>
          <p>{words.drawnBy(visibleText(draw.seed ?? ''), momentText(draw.drawnAt, language, timeZone))}</p>
          <Winners draw={draw.id} />
        </>
      ) : (
        <form className="form wave-form" onSubmit={submit}>
          <FormError fault={fault} />
          <TextField label={words.seed} hint={words.seedHint} name="seed" required maxLength={200} />
          <div className="buttons">
            <button type="submit" className="button" aria-disabled={run.isPending}>
              {words.run}
            </button>
          </div>
        </form>
      )}
    </article>
  );
}

function Winners({ draw }: { readonly draw: string }): ReactNode {
  const words = useWords(persuasionWords);
  const { slug } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const told = useQuery({
    queryKey: ['draws', slug, draw, 'winners'],
    queryFn: ({ signal }) =>
      ask<{ winners: { place: number; contact: string | null; email: string | null }[] }>(
        apiOf(slug, `/draws/${draw}`),
        { signal },
      ),
    enabled: isOpen,
  });
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.showWinners}</summary>
      <ol>
        {told.data?.winners.map(({ place, contact, email }) => (
          <li key={place}>{[contact, email].flatMap((one) => (one ? [visibleText(one)] : [])).join(', ')}</li>
        ))}
      </ol>
    </details>
  );
}

function MakeDraw({ programme }: { readonly programme: string }): ReactNode {
  const words = useWords(persuasionWords);
  const { slug } = useWorkspace();
  const changed = useChanged();
  const form = useRef<HTMLFormElement>(null);
  const make = useMutation({
    mutationFn: (body: object) => ask(apiOf(slug, `/programmes/${programme}/draws`), { method: 'POST', body }),
    onSuccess: () => {
      form.current?.reset();
      changed();
    },
  });
  const fault = useFault(make.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    make.mutate({ name: String(data.get('name')), winners: Number(data.get('winners')) });
  };
  return (
    <form className="form wave-form" ref={form} onSubmit={submit}>
      <FormError fault={fault} />
      <TextField label={words.drawName} name="name" required maxLength={200} />
      <TextField label={words.winners} name="winners" type="number" min={1} max={1000} defaultValue={1} required />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={make.isPending}>
          {words.makeDraw}
        </button>
      </div>
    </form>
  );
}

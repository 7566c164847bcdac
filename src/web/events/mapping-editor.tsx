import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import type { EventMapping, TypeRule } from './events-api.ts';
import { eventsWords } from './events-words.ts';
import { MappingRule } from './mapping-rule.tsx';
import { MappingTrial } from './mapping-trial.tsx';

/** How events of another shape are read, tried on the latest ones while it is written. */
export function MappingEditor(): ReactNode {
  const words = useWords(eventsWords);
  const { slug } = useWorkspace();
  const id = useId();
  const held = useQuery({
    queryKey: ['event-mapping', slug],
    queryFn: ({ signal }) => ask<EventMapping>(apiOf(slug, '/event-mapping'), { signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <section className="part-section" aria-labelledby={id}>
      <h2 id={id}>{words.mapTitle}</h2>
      <p className="subtitle">{words.mapLead}</p>
      {held.error && <Failure heading="h2" error={held.error} onAgain={() => void held.refetch()} />}
      {held.data && <Editor key={JSON.stringify(held.data)} held={held.data} />}
    </section>
  );
}

/** So long after the last letter it is tried, in milliseconds. */
const pause = 500;

function Editor({ held }: { readonly held: EventMapping }): ReactNode {
  const words = useWords(eventsWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [mapping, setMapping] = useState(held);
  const [tried, setTried] = useState(held);
  useEffect(() => {
    const timer = setTimeout(() => setTried(mapping), pause);
    return () => clearTimeout(timer);
  }, [mapping]);
  const save = useMutation({
    mutationFn: async () => {
      // Names of touchpoints are settled elsewhere on this page, perhaps since this was read.
      const { touchpoints } = await ask<EventMapping>(apiOf(slug, '/event-mapping'));
      const body = { ...cleaned(mapping), ...(touchpoints && { touchpoints }) };
      return ask(apiOf(slug, '/event-mapping'), { method: 'PUT', body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: liveKey(slug) }),
  });
  const fault = useFault(save.error);
  const types = mapping.types ?? [];
  const set = (next: readonly TypeRule[]) => {
    save.reset();
    setMapping({ ...mapping, types: next });
  };
  const isChanged = JSON.stringify(mapping) !== JSON.stringify(held) && !save.isSuccess;
  return (
    <>
      {types.length === 0 && <p className="small">{words.mapNone}</p>}
      {types.map((rule, place) => (
        <MappingRule
          // biome-ignore lint/suspicious/noArrayIndexKey: rules are told apart by their place, which decides
          key={place}
          rule={rule}
          onChange={(next) => set(types.map((one, at) => (at === place ? next : one)))}
          onRemove={() => set(types.filter((_, at) => at !== place))}
        />
      ))}
      <FormError fault={fault} />
      <div className="buttons">
        <button type="button" className="button" onClick={() => set([...types, { type: '' }])}>
          {words.addRule}
        </button>
        <button
          type="button"
          className="button button-strong"
          disabled={!isChanged || save.isPending}
          onClick={() => save.mutate()}
        >
          {words.save}
        </button>
        <span role="status" className="small">
          {save.isSuccess ? words.saved : isChanged ? words.unsaved : ''}
        </span>
      </div>
      <MappingTrial mapping={cleaned(tried)} />
    </>
  );
}

/** What stands in fields that are empty is not there. */
function cleaned(mapping: EventMapping): EventMapping {
  const types = (mapping.types ?? [])
    .filter(({ type }) => type.trim() !== '')
    .map(({ fields = {}, ...rule }): TypeRule => {
      const given = Object.entries(rule).filter(([, value]) => value !== '' && value !== undefined);
      const named = Object.entries(fields).filter(([, path]) => path.trim() !== '');
      return {
        ...(Object.fromEntries(given) as unknown as TypeRule),
        ...(named.length > 0 && { fields: Object.fromEntries(named.map(([field, path]) => [field, path.trim()])) }),
      };
    });
  const { types: _, ...rest } = mapping;
  return types.length > 0 ? { ...rest, types } : rest;
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { numberText, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { type EventMapping, lookEvery } from './events-api.ts';
import { eventsWords } from './events-words.ts';
import { useTouchpoints } from './test-event.tsx';

interface Unknown {
  readonly name: string;
  readonly events: number;
}

/** Names of touchpoints that events use and nobody knows: one click says which is meant, and the events are read again. */
export function UnknownTouchpoints(): ReactNode {
  const words = useWords(eventsWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const id = useId();
  const found = useQuery({
    queryKey: [...liveKey(slug), 'unknown-touchpoints'],
    queryFn: ({ signal }) => ask<{ unknown: Unknown[] }>(apiOf(slug, '/event-mapping/unknown-touchpoints'), { signal }),
    refetchInterval: lookEvery,
  });
  const settle = useMutation({
    mutationFn: async ({ name, key }: { name: string; key: string | undefined }) => {
      if (key === undefined) await ask(apiOf(slug, '/touchpoints'), { method: 'POST', body: { name } });
      else await take(slug, name, key);
      await ask(apiOf(slug, '/events/replay'), { method: 'POST', body: { reason: 'unknown-touchpoint' } });
    },
    onSettled: () => client.invalidateQueries({ queryKey: liveKey(slug) }),
  });
  const fault = useFault(settle.error);
  const unknown = found.data?.unknown ?? [];
  if (unknown.length === 0) return null;
  return (
    <section className="doubtful" aria-labelledby={id}>
      <h2 id={id}>{words.unknownTitle}</h2>
      <FormError fault={fault} />
      <ul>
        {unknown.slice(0, 20).map((one) => (
          <UnknownRow
            key={one.name}
            unknown={one}
            isBusy={settle.isPending}
            onSettle={(key) => settle.mutate({ name: one.name, key })}
          />
        ))}
      </ul>
    </section>
  );
}

/** The mapping as it stands at this moment, with one name more: what another owner wrote meanwhile stays. */
async function take(slug: string, name: string, key: string): Promise<void> {
  const mapping = await ask<EventMapping>(apiOf(slug, '/event-mapping'));
  const body = { ...mapping, touchpoints: { ...mapping.touchpoints, [name]: key } };
  await ask(apiOf(slug, '/event-mapping'), { method: 'PUT', body });
}

function UnknownRow(props: {
  readonly unknown: Unknown;
  readonly isBusy: boolean;
  readonly onSettle: (key: string | undefined) => void;
}): ReactNode {
  const { unknown, isBusy, onSettle } = props;
  const words = useWords(eventsWords);
  const { language } = useLanguage();
  const known = useTouchpoints().data?.touchpoints ?? [];
  const [key, setKey] = useState('');
  const chosen = key || known[0]?.key;
  const name = visibleText(unknown.name);
  return (
    <li>
      <span>{words.unknownOne(name, numberText(unknown.events, 0, language))}</span>
      <span className="unknown-steps">
        {chosen !== undefined && (
          <>
            <span aria-hidden="true">{words.means}</span>
            <select aria-label={words.meansName(name)} value={chosen} onChange={(event) => setKey(event.target.value)}>
              {known.map((one) => (
                <option key={one.key} value={one.key}>
                  {visibleText(one.name)}
                </option>
              ))}
            </select>
            <button
              type="button"
              className="button"
              aria-label={words.takeName(name)}
              disabled={isBusy}
              onClick={() => onSettle(chosen)}
            >
              {words.take}
            </button>
          </>
        )}
        <button
          type="button"
          className="button"
          aria-label={words.makeNewName(name)}
          disabled={isBusy}
          onClick={() => onSettle(undefined)}
        >
          {words.makeNew}
        </button>
      </span>
    </li>
  );
}

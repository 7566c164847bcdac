import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { numberText, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { shellWords } from '../shell/shell-words.ts';
import { type EventPage, type ListedEvent, lookEvery } from './events-api.ts';
import { eventsWords } from './events-words.ts';

const states = ['waiting', 'done', 'refused'] as const;

/** The last events, each with what became of it; refused ones are read again by their reason. */
export function EventList(): ReactNode {
  const words = useWords(eventsWords);
  const shell = useWords(shellWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const id = useId();
  const [state, setState] = useState('');
  const found = useInfiniteQuery({
    queryKey: [...liveKey(slug), 'events', state],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({
        limit: '20',
        ...(state && { state }),
        ...(pageParam && { cursor: pageParam }),
      });
      return ask<EventPage>(apiOf(slug, `/events?${query}`), { signal });
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.cursor,
    refetchInterval: lookEvery,
  });
  const [first] = found.data?.pages ?? [];
  const events = found.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <section className="part-section" aria-labelledby={id}>
      <h2 id={id}>{words.lastTitle}</h2>
      <p className="subtitle">
        {words.lastLead}
        {first && first.waiting > 0 && ` ${words.waiting(numberText(first.waiting, 0, language))}.`}
      </p>
      {first && <Replays refused={first.refused} />}
      <div className="message-filter">
        <ChoiceField
          label={words.filter}
          value={state}
          onChange={setState}
          choices={[{ value: '', text: words.all }, ...states.map((value) => ({ value, text: words.state[value] }))]}
        />
      </div>
      {found.error && !found.data && <Failure heading="h2" error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && (
        <p className="small" role="status">
          {shell.loading}
        </p>
      )}
      {found.data && events.length === 0 && <p className="answer">{state ? words.noneOfState : words.none}</p>}
      {events.length > 0 && <EventTable events={events} />}
      {found.hasNextPage && (
        <p className="buttons">
          <button type="button" className="button" onClick={() => void found.fetchNextPage()}>
            {words.more}
          </button>
        </p>
      )}
    </section>
  );
}

function Replays({ refused }: { readonly refused: EventPage['refused'] }): ReactNode {
  const words = useWords(eventsWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const may = useMay();
  const client = useQueryClient();
  const replay = useMutation({
    mutationFn: (reason: string) =>
      ask<{ replayed: number }>(apiOf(slug, '/events/replay'), { method: 'POST', body: { reason } }),
    onSettled: () => client.invalidateQueries({ queryKey: liveKey(slug) }),
  });
  const fault = useFault(replay.error);
  const count = (n: number) => numberText(n, 0, language);
  if (!may('send-events')) return null;
  return (
    <>
      <FormError fault={fault} />
      {refused.length > 0 && (
        <p className="buttons">
          {refused.map(({ reason, count: n }) => (
            <button key={reason} type="button" className="button" onClick={() => replay.mutate(reason)}>
              {words.replay(count(n), words.reason[reason] ?? reason)}
            </button>
          ))}
        </p>
      )}
      <p role="status" className="small">
        {replay.data && words.replayed(count(replay.data.replayed))}
      </p>
    </>
  );
}

function EventTable({ events }: { readonly events: readonly ListedEvent[] }): ReactNode {
  const words = useWords(eventsWords);
  const { language } = useLanguage();
  const { timeZone } = useWorkspace();
  return (
    <table className="cards-on-phone messages">
      <caption className="unseen">{words.lastTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.head.event}</th>
          <th scope="col">{words.head.became}</th>
          <th scope="col">{words.head.when}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <th scope="row">
              {visibleText(event.type)}
              <span className="event-of">
                {visibleText(event.source)} {visibleText(event.eventId)}
              </span>
            </th>
            <td>
              <Became event={event} />
              {event.data !== undefined && <Data event={event} />}
            </td>
            <td>{momentText(event.receivedAt, language, timeZone)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Became({
  event: { state, reason, field, encounter, encounterId },
}: {
  readonly event: ListedEvent;
}): ReactNode {
  const words = useWords(eventsWords);
  if (state === 'refused') {
    return (
      <>
        <span className="is-failed">{words.state.refused}</span>: {words.reason[reason ?? ''] ?? reason}
        {field && <span className="small"> ({words.field(field)})</span>}
      </>
    );
  }
  if (state === 'waiting') return words.state.waiting;
  if (encounter) return words.encounter(visibleText(encounter));
  return encounterId ? words.state.done : words.ignored;
}

function Data({ event }: { readonly event: ListedEvent }): ReactNode {
  const words = useWords(eventsWords);
  return (
    <details>
      <summary>
        {words.data}
        <span className="unseen"> {event.eventId}</span>
      </summary>
      <pre className="event-data">{JSON.stringify(event.data, null, 2)}</pre>
    </details>
  );
}

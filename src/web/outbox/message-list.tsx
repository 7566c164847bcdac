import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { numberText, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { shellWords } from '../shell/shell-words.ts';
import { type ListedMessage, lookEvery, type MessagePage, messageStates } from './outbox-api.ts';
import { type OutboxWords, outboxWords } from './outbox-words.ts';

/** Every message with its state; the list of one invitation where it is named. */
export function MessageList({ invitation }: { readonly invitation?: string }): ReactNode {
  const words = useWords(outboxWords);
  const shell = useWords(shellWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const id = useId();
  const [state, setState] = useState('');
  const asked = new URLSearchParams({
    limit: '50',
    ...(state && { state }),
    ...(invitation && { invitation }),
  }).toString();
  const found = useInfiniteQuery({
    queryKey: [...liveKey(slug), 'messages', asked],
    queryFn: ({ signal, pageParam }) =>
      ask<MessagePage>(apiOf(slug, `/messages?${asked}${pageParam && `&before=${pageParam}`}`), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.before,
    refetchInterval: lookEvery,
  });
  const pages = found.data?.pages ?? [];
  const rows = pages.flatMap(({ messages }) => messages);
  const counts = pages[0]?.counts ?? [];
  const whole = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className={invitation ? 'of-invitation' : 'part-section'} aria-labelledby={id}>
      {invitation ? <h3 id={id}>{words.nextOnes}</h3> : <h2 id={id}>{words.listTitle}</h2>}
      {!invitation && <p className="subtitle">{words.listLead}</p>}
      {!invitation && whole > 0 && (
        <div className="message-filter">
          <ChoiceField
            label={words.filter}
            value={state}
            onChange={setState}
            choices={[
              { value: '', text: words.all(whole) },
              ...messageStates.flatMap((one) => {
                const count = counts.find((counted) => counted.state === one)?.count ?? 0;
                if (count === 0 && one !== state) return [];
                return [{ value: one, text: `${words.state[one]} ${numberText(count, 0, language)}` }];
              }),
            ]}
          />
        </div>
      )}
      {found.error && !found.data && <Failure heading="h2" error={found.error} onAgain={() => void found.refetch()} />}
      {found.isPending && (
        <p className="small" role="status">
          {shell.loading}
        </p>
      )}
      {found.data && rows.length === 0 && <p className="answer">{state ? words.noneOfState : words.none}</p>}
      {rows.length > 0 && <MessageTable rows={rows} isShort={invitation !== undefined} />}
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

function MessageTable(props: { readonly rows: readonly ListedMessage[]; readonly isShort: boolean }): ReactNode {
  const words = useWords(outboxWords);
  const { language } = useLanguage();
  const { timeZone } = useWorkspace();
  const { rows, isShort } = props;
  const when = (at: string) => momentText(at, language, timeZone);
  const hasPeople = !isShort && rows.some(({ contact }) => contact !== null);
  return (
    <table className="cards-on-phone messages">
      <caption className="unseen">{isShort ? words.nextOnes : words.listTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{words.head.message}</th>
          {hasPeople && <th scope="col">{words.head.person}</th>}
          {!isShort && <th scope="col">{words.head.programme}</th>}
          <th scope="col">{words.head.state}</th>
          <th scope="col">{words.head.when}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {words.kind(row.kind, row.number)}, {words.channel[row.channel] ?? row.channel}
            </th>
            {hasPeople && <td>{row.contact ? visibleText(row.contact) : '–'}</td>}
            {!isShort && <td>{visibleText(row.programme)}</td>}
            <td>
              <span className={`message-state is-${row.state}`}>{words.state[row.state]}</span>
              {whyOf(row, words)}
            </td>
            <td>{row.state === 'planned' ? words.due(when(row.dueAt)) : when(row.sentAt ?? row.dueAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function whyOf({ state, reason, reply }: ListedMessage, words: OutboxWords): ReactNode {
  const why =
    state === 'cancelled' && reason
      ? (words.reason[reason] ?? `${words.otherReason} (${reason})`)
      : (state === 'failed' || state === 'bounced') && reply
        ? visibleText(reply)
        : undefined;
  return why && <span className="small">: {why}</span>;
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { KeptView } from './kept-view.tsx';
import { type KeptMessage, lookEvery } from './outbox-api.ts';
import { outboxWords } from './outbox-words.ts';

const shown = 50;

/** What would have left this machine: a list of messages, and the one that the address names, opened beside it. */
export function KeptList({ open }: { readonly open: string | undefined }): ReactNode {
  const words = useWords(outboxWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const id = useId();
  const found = useQuery({
    queryKey: [...liveKey(slug), 'kept-messages'],
    queryFn: ({ signal }) => ask<{ messages: KeptMessage[] }>(apiOf(slug, `/kept-messages?limit=${shown}`), { signal }),
    refetchInterval: lookEvery,
  });
  const messages = found.data?.messages;
  return (
    <section className="part-section" aria-labelledby={id}>
      <h2 id={id}>{words.keptTitle}</h2>
      {found.error && !messages && <Failure heading="h2" error={found.error} onAgain={() => void found.refetch()} />}
      {messages?.length === 0 && <p className="answer">{words.keptNone}</p>}
      {messages && messages.length > 0 && (
        <>
          <p className="subtitle">{words.keptLead}</p>
          <div className="kept">
            <ul className="kept-list">
              {messages.map((message) => (
                <li key={message.id}>
                  <Link
                    href={`${pageOf(slug, 'collect/outbox')}?message=${message.id}`}
                    aria-current={message.id === open ? 'true' : undefined}
                  >
                    <b>{visibleText(message.subject ?? message.content).slice(0, 90)}</b>
                    <span className="small">
                      {[
                        visibleText(message.recipient),
                        momentText(message.keptAt, language, timeZone),
                        ...(message.kind ? [words.kind(message.kind, message.number ?? 0)] : []),
                        ...(message.invitationState === 'completed' ? [words.answered] : []),
                      ].join(' · ')}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
            {open && <KeptView key={open} id={open} />}
          </div>
        </>
      )}
    </section>
  );
}

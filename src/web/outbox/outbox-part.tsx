import './outbox.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { liveKey } from '../api/live.tsx';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { KeptList } from './kept-list.tsx';
import { MessageList } from './message-list.tsx';
import { lookEvery, type MessagePage } from './outbox-api.ts';
import { outboxWords } from './outbox-words.ts';
import { UncertainList } from './uncertain-list.tsx';

/** What went out and what will: doubtful messages first, then those that only this machine has, then all. */
export function OutboxPart(): ReactNode {
  const words = useWords(outboxWords);
  const { slug, name } = useWorkspace();
  const may = useMay();
  const [search] = useSearchParams();
  usePageTitle(words.title, name);
  const doubtful = useQuery({
    queryKey: [...liveKey(slug), 'messages', 'uncertain'],
    queryFn: ({ signal }) => ask<MessagePage>(apiOf(slug, '/messages?state=uncertain&limit=200'), { signal }),
    refetchInterval: lookEvery,
  });
  const uncertain = doubtful.data?.messages ?? [];
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      {uncertain.length > 0 && <UncertainList messages={uncertain} />}
      {may('read-outbox') && <KeptList open={search.get('message') ?? undefined} />}
      <MessageList />
    </>
  );
}

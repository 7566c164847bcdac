import '../outbox/outbox.css';
import './events.css';
import type { ReactNode } from 'react';
import { useMay } from '../api/permission.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { EventList } from './event-list.tsx';
import { eventsWords } from './events-words.ts';
import { MappingEditor } from './mapping-editor.tsx';
import { SourceList } from './source-list.tsx';
import { TestEvent } from './test-event.tsx';
import { UnknownTouchpoints } from './unknown-touchpoints.tsx';

/** What systems tell: what came and what became of it, how it is read, and where it is fetched from. */
export function EventsPart(): ReactNode {
  const words = useWords(eventsWords);
  const { name } = useWorkspace();
  const may = useMay();
  usePageTitle(words.title, name);
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      {may('manage-sources') && <UnknownTouchpoints />}
      <EventList />
      {may('send-events') && <TestEvent />}
      {may('manage-sources') && <MappingEditor />}
      {may('manage-sources') && <SourceList />}
    </>
  );
}

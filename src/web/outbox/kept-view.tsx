import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask, Refusal, toldIn } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { MessageList } from './message-list.tsx';
import type { OpenedMessage } from './outbox-api.ts';
import { outboxWords } from './outbox-words.ts';

const views = ['seen', 'text', 'headers', 'source'] as const;
type View = (typeof views)[number];

/** One kept message: as its recipient sees it, and what lies behind. */
export function KeptView({ id }: { readonly id: string }): ReactNode {
  const words = useWords(outboxWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const [view, setView] = useState<View>('seen');
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useQuery({
    queryKey: [...liveKey(slug), 'kept-message', id],
    queryFn: ({ signal }) => ask<OpenedMessage>(apiOf(slug, `/kept-messages/${id}`), { signal }),
  });
  const message = opened.data;
  const isThere = message !== undefined;
  useEffect(() => {
    // On a phone the message stands below the list, and whoever opened it wants to read it.
    if (isThere) heading.current?.focus();
  }, [isThere]);
  if (opened.error) return <Failure heading="h2" error={opened.error} onAgain={() => void opened.refetch()} />;
  if (!message) return null;
  const answer = /https?:\/\/\S+\/a\/[^\s"<>]+/.exec(message.content)?.[0];
  return (
    <article className="kept-view">
      <h3 ref={heading} tabIndex={-1}>
        {visibleText(message.subject ?? words.channel[message.channel] ?? message.channel)}
      </h3>
      <p className="small">
        {words.to}: {visibleText(message.recipient)} · {words.kept} {momentText(message.keptAt, language, timeZone)}
      </p>
      {answer && (
        <p>
          <a href={answer} target="_blank" rel="noopener noreferrer">
            {words.openAnswer}
          </a>
        </p>
      )}
      {message.mail && (
        <fieldset className="views" aria-label={words.viewLabel}>
          {views.map((name) => (
            <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
              {words.view[name]}
            </button>
          ))}
        </fieldset>
      )}
      {message.sms && <Sms message={message} />}
      {message.mail && <Mail message={message} view={view} />}
      {message.invitationId && <MessageList invitation={message.invitationId} />}
    </article>
  );
}

function Sms({ message: { content, sms } }: { readonly message: OpenedMessage }): ReactNode {
  const words = useWords(outboxWords);
  return (
    <>
      <p className="sms">{visibleText(content)}</p>
      <p className="small">
        {words.segments(sms!)}
        {sms!.outsideGsm.length > 0 && `. ${words.outside(sms!.outsideGsm.join(' '))}`}
      </p>
    </>
  );
}

function Mail({ message, view }: { readonly message: OpenedMessage; readonly view: View }): ReactNode {
  const words = useWords(outboxWords);
  const { html, text, headers } = message.mail!;
  // No script, no form, no link and nothing from elsewhere: a mail is shown, never run.
  if (view === 'seen') return <iframe className="mail-frame" sandbox="" srcDoc={html} title={words.frame} />;
  if (view === 'text') return <Plain label={words.view.text}>{text}</Plain>;
  if (view === 'source') return <Source id={message.id} />;
  return (
    <dl className="mail-headers">
      {headers.map(({ name, value }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and their order is what tells them apart
        <div key={place}>
          <dt>{name}</dt>
          <dd>{visibleText(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Source({ id }: { readonly id: string }): ReactNode {
  const words = useWords(outboxWords);
  const { slug } = useWorkspace();
  const source = useQuery({
    queryKey: ['kept-source', slug, id],
    queryFn: async ({ signal }) => {
      const reply = await fetch(apiOf(slug, `/kept-messages/${id}/raw`), { signal });
      const text = await reply.text();
      if (!reply.ok) throw new Refusal(reply.status, toldIn(text, reply.status));
      return text;
    },
  });
  if (source.error) return <Failure heading="h2" error={source.error} onAgain={() => void source.refetch()} />;
  return <Plain label={words.view.source}>{source.data ?? ''}</Plain>;
}

/** Long lines scroll, so the keyboard must reach them. */
function Plain(props: { readonly label: string; readonly children: string }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className="mail-text" aria-label={props.label} tabIndex={0}>
      <pre>{props.children}</pre>
    </section>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { SureButton } from '../sure-button.tsx';
import type { ListedMessage } from './outbox-api.ts';
import { outboxWords } from './outbox-words.ts';

/** Messages that may or may not have gone, with what a person can say of them after looking into the log of the server. */
export function UncertainList({ messages }: { readonly messages: readonly ListedMessage[] }): ReactNode {
  const words = useWords(outboxWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const may = useMay();
  const client = useQueryClient();
  const id = useId();
  const settle = useMutation({
    mutationFn: ({ message, as }: { message: string; as: 'sent' | 'send-again' }) =>
      ask(apiOf(slug, `/messages/${message}/settle`), { method: 'POST', body: { as } }),
    onSettled: () => client.invalidateQueries({ queryKey: liveKey(slug) }),
  });
  const fault = useFault(settle.error);
  return (
    <section className="doubtful" aria-labelledby={id}>
      <h2 id={id}>{words.uncertainTitle(messages.length)}</h2>
      <p className="small">{words.uncertainLead}</p>
      <FormError fault={fault} />
      <ul>
        {messages.map((message) => {
          const person = message.contact ? `, ${visibleText(message.contact)}` : '';
          const what = `${words.kind(message.kind, message.number)}${person}`;
          return (
            <li key={message.id}>
              <div>
                <b>{what}</b>
                <p className="small">
                  {[
                    visibleText(message.programme),
                    words.channel[message.channel] ?? message.channel,
                    momentText(message.sentAt ?? message.dueAt, language, timeZone),
                    ...(message.stage ? [words.stage(visibleText(message.stage))] : []),
                  ].join(' · ')}
                </p>
                {!message.isOpen && <p className="small">{words.over}</p>}
              </div>
              {may('settle-messages') && (
                <div className="message-steps">
                  <SureButton
                    text={words.hasGone}
                    label={words.hasGoneName(what)}
                    question={words.hasGoneSure}
                    onSure={() => settle.mutate({ message: message.id, as: 'sent' })}
                  />
                  {message.isOpen && (
                    <SureButton
                      text={words.sendAgain}
                      label={words.sendAgainName(what)}
                      question={words.sendAgainSure}
                      onSure={() => settle.mutate({ message: message.id, as: 'send-again' })}
                    />
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

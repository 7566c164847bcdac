import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { SureButton } from '../sure-button.tsx';
import { ShownOnce } from './shown-once.tsx';
import { type ShownDelivery, type ShownWebhook, whyText } from './webhook-api.ts';
import { webhookWords } from './webhook-words.ts';

interface Step {
  readonly path?: string;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly body?: object;
}

interface StepReply {
  readonly secret?: string;
  readonly delivered?: boolean;
  readonly status?: number | null;
  readonly error?: string | null;
}

/** One webhook: whom it tells of what, whether it works, and what can be done with it. */
export function WebhookPart({ webhook }: { readonly webhook: ShownWebhook }): ReactNode {
  const words = useWords(webhookWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: ({ path = '', ...question }: Step) =>
      ask<StepReply | undefined>(apiOf(slug, `/webhooks/${webhook.id}${path}`), question),
    onSettled: () => client.invalidateQueries({ queryKey: ['webhooks', slug] }),
  });
  const fault = useFault(step.error);
  const url = visibleText(webhook.url);
  const isOn = webhook.disabledAt === null;
  const told = [...webhook.events.map((event) => words.event[event]), ...(webhook.includesWords ? [words.words] : [])];
  const old = webhook.oldSecretUntil;
  return (
    <section className="metric" aria-label={url}>
      <h3 className="webhook-url">{url}</h3>
      <p className="small">
        {words.kinds[webhook.kind]}. {words.events}: {told.join(', ')}. {words.state}:{' '}
        {isOn ? words.on : webhook.disabledReason === 'gone' ? words.gone : words.off}.
        {old && new Date(old) > new Date() && ` ${words.bothUntil(momentText(old, language, timeZone))}.`}
      </p>
      {webhook.givenUp > 0 && <p className="form-error">{words.givenUp(webhook.givenUp)}</p>}
      <FormError fault={fault} />
      <div className="webhook-steps">
        <Plain
          text={words.test}
          label={words.testName(url)}
          onDo={() => step.mutate({ path: '/test', method: 'POST' })}
        />
        <Plain
          text={isOn ? words.switchOff : words.switchOn}
          label={isOn ? words.switchOffName(url) : words.switchOnName(url)}
          onDo={() => step.mutate({ method: 'PATCH', body: { enabled: !isOn } })}
        />
        <Plain
          text={words.replay}
          label={words.replayName(url)}
          onDo={() => step.mutate({ path: '/replay', method: 'POST' })}
        />
        {webhook.kind === 'standard' && (
          <SureButton
            text={words.renew}
            label={words.renewName(url)}
            question={words.renewSure}
            onSure={() => step.mutate({ path: '/secret', method: 'POST' })}
          />
        )}
        <SureButton
          text={words.remove}
          label={words.removeName(url)}
          question={words.removeSure(url)}
          onSure={() => step.mutate({ method: 'DELETE' })}
        />
      </div>
      <p role="status" className="small">
        {testText(step.data, words)}
      </p>
      {step.data?.secret && <ShownOnce label={words.secret} hint={words.secretHint} value={step.data.secret} />}
      <Deliveries id={webhook.id} url={url} />
    </section>
  );
}

function testText(
  reply: StepReply | undefined,
  words: Parameters<typeof whyText>[1] & { tested: string; testFailed: (why: string) => string },
) {
  if (reply?.delivered === undefined) return undefined;
  const { delivered, status = null, error = null } = reply;
  return delivered ? words.tested : words.testFailed(whyText({ status, error }, words));
}

function Plain(props: { readonly text: string; readonly label: string; readonly onDo: () => void }): ReactNode {
  return (
    <button type="button" className="link" aria-label={props.label} onClick={props.onDo}>
      {props.text}
    </button>
  );
}

/** What was sent and what became of it, asked for when it is opened. */
function Deliveries({ id, url }: { readonly id: string; readonly url: string }): ReactNode {
  const words = useWords(webhookWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const [open, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ['webhooks', slug, id, 'deliveries'],
    queryFn: ({ signal }) =>
      ask<{ deliveries: ShownDelivery[] }>(apiOf(slug, `/webhooks/${id}/deliveries`), { signal }),
    enabled: open,
  });
  const deliveries = found.data?.deliveries;
  const when = (at: string) => momentText(at, language, timeZone);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.deliveries}
        <span className="unseen">: {url}</span>
      </summary>
      {deliveries?.length === 0 && <p className="small">{words.noDeliveries}</p>}
      {deliveries && deliveries.length > 0 && (
        <table className="cards-on-phone">
          <caption className="unseen">{words.deliveries}</caption>
          <thead>
            <tr>
              <th scope="col">{words.told}</th>
              <th scope="col">{words.when}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((one) => (
              <tr key={one.id}>
                <th scope="row">{words.event[one.event as keyof typeof words.event] ?? one.event}</th>
                <td>{when(one.createdAt)}</td>
                <td>
                  {words.states[one.state]}
                  <span className="small">
                    {' '}
                    {[
                      one.attempts > 0 ? words.attempts(one.attempts) : '',
                      one.state === 'delivered' ? '' : whyText({ status: one.lastStatus, error: one.lastError }, words),
                      one.state === 'failed' ? words.nextAt(when(one.dueAt)) : '',
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

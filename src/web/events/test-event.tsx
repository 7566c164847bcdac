import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Link } from 'wouter';
import { visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { useMay } from '../api/permission.ts';
import { ask, Refusal, toldIn } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import type { Touchpoint } from './events-api.ts';
import { eventsWords } from './events-words.ts';

const type = 'application/cloudevents+json';

/** The first event of whoever connects a system: sent from here, or by the command that stands beside it. */
export function TestEvent(): ReactNode {
  const words = useWords(eventsWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const client = useQueryClient();
  const id = useId();
  const [touchpoint, setTouchpoint] = useState('');
  const [email, setEmail] = useState('');
  const [number, setNumber] = useState(newNumber);
  const touchpoints = useTouchpoints();
  const known = touchpoints.data?.touchpoints ?? [];
  const chosen = touchpoint || known[0]?.key || 'delivery';
  const body = eventOf({ touchpoint: chosen, email, number });
  const send = useMutation({
    mutationFn: () => post(apiOf(slug, '/events'), body),
    onSuccess: ({ accepted }) => {
      if (accepted > 0) setNumber(newNumber());
      return client.invalidateQueries({ queryKey: liveKey(slug) });
    },
  });
  const fault = useFault(send.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <section className="part-section" aria-labelledby={id}>
      <h2 id={id}>{words.testTitle}</h2>
      <p className="subtitle">{words.testLead}</p>
      {touchpoints.data && known.length === 0 && <p className="small">{words.noTouchpoint}</p>}
      <form className="form survey-form" onSubmit={submit}>
        <FormError fault={fault} />
        {known.length > 0 && (
          <ChoiceField
            label={words.testTouchpoint}
            value={chosen}
            onChange={setTouchpoint}
            choices={known.map(({ key, name }) => ({ value: key, text: visibleText(name) }))}
          />
        )}
        <TextField
          label={words.testEmail}
          hint={words.testEmailHint}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <div className="buttons">
          <button type="submit" className="button button-strong" disabled={send.isPending || known.length === 0}>
            {words.testSend}
          </button>
          <span role="status" className="small">
            {send.data && (send.data.accepted > 0 ? words.testSent : words.testKnown)}
          </span>
        </div>
      </form>
      <h3 className="curl-title">{words.curl}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className="mail-text" aria-label={words.curl} tabIndex={0}>
        <pre>{curlOf(`${location.origin}${apiOf(slug, '/events')}`, body)}</pre>
      </section>
      <p className="small">
        {words.keyHint} {may('manage-keys') && <Link href={pageOf(slug, 'settings')}>{words.keyLink}</Link>}
      </p>
    </section>
  );
}

export function useTouchpoints() {
  const { slug } = useWorkspace();
  return useQuery({
    queryKey: [...liveKey(slug), 'touchpoints'],
    queryFn: ({ signal }) => ask<{ touchpoints: Touchpoint[] }>(apiOf(slug, '/touchpoints'), { signal }),
  });
}

const newNumber = () => String(Date.now()).slice(-7);

function eventOf(given: { readonly touchpoint: string; readonly email: string; readonly number: string }) {
  const { touchpoint, email, number } = given;
  return {
    specversion: '1.0',
    id: `test-${number}`,
    source: '/test',
    type: 'candor.encounter.closed',
    data: { touchpoint, encounter: `test-${number}`, ...(email.trim() && { contact: { email: email.trim() } }) },
  };
}

/** Quotes of a shell: what stands between two of them is taken as it is. */
function curlOf(url: string, body: object): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  return [
    `curl ${quoted(url)} \\`,
    `  -H 'Authorization: Bearer cnd_…' \\`,
    `  -H 'Content-Type: ${type}' \\`,
    `  -d ${quoted(JSON.stringify(body, null, 2))}`,
  ].join('\n');
}

async function post(url: string, body: object): Promise<{ accepted: number }> {
  const reply = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Refusal(0, { code: 'network', message: '' });
  });
  const text = await reply.text();
  if (reply.ok) return JSON.parse(text);
  throw new Refusal(reply.status, toldIn(text, reply.status));
}

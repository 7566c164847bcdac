import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { numberText, percentText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { SureButton } from '../sure-button.tsx';
import { SilentTable } from './silent-table.tsx';
import { waveAddress } from './wave-address.ts';
import type { WaveDryRun } from './waves-api.ts';
import { wavesWords } from './waves-words.ts';

/** Counts whom the next wave would ask, and makes it. */
export function WaveMaker(props: { readonly programme: string; readonly canMake: boolean }): ReactNode {
  const { programme, canMake } = props;
  const words = useWords(wavesWords);
  const { slug } = useWorkspace();
  const tried = useMutation({
    mutationFn: () => ask<WaveDryRun>(apiOf(slug, `/programmes/${programme}/waves/dry-run`)),
  });
  const fault = useFault(tried.error);
  return (
    <>
      <section className="wave-section" aria-labelledby="wave-try">
        <h2 id="wave-try">{words.tryTitle}</h2>
        <p className="subtitle">{words.tryLead}</p>
        <FormError fault={fault} />
        <div className="buttons">
          <button
            type="button"
            className="button"
            aria-disabled={tried.isPending}
            onClick={() => !tried.isPending && tried.mutate()}
          >
            {words.tryRun}
          </button>
        </div>
        <p role="status" className="small">
          {tried.isPending && words.trying}
        </p>
        {tried.data && <Tried result={tried.data} />}
      </section>
      {canMake && <Make programme={programme} persons={tried.data?.draw.drawnPersons} />}
    </>
  );
}

function Tried({ result }: { readonly result: WaveDryRun }): ReactNode {
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  const { draw, drawnRevenue, silent, silentAccounts } = result;
  const count = (n: number) => numberText(n, 0, language);
  const share = (of: number) => percentText(of, 0, language);
  const { revenue, accounts, isReached } = draw.expected;
  const [met, by] = revenue === undefined ? [accounts, 'accounts' as const] : [revenue, 'revenue' as const];
  return (
    <div className="wave-tried">
      <p>
        {words.would(count(draw.accounts), count(draw.drawnAccounts), count(draw.drawnPersons))}{' '}
        {drawnRevenue !== undefined && words.wouldRevenue(share(drawnRevenue))}
      </p>
      <p>
        {isReached ? words.reaches(share(met), by) : words.fallsShort(share(met), by)}{' '}
        {words.ifAnswers(share(draw.responseShare), draw.responseFrom)}
      </p>
      <h3>{words.silentTitle}</h3>
      <SilentTable silent={silent} named={silentAccounts} />
    </div>
  );
}

function Make(props: { readonly programme: string; readonly persons: number | undefined }): ReactNode {
  const { programme, persons } = props;
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [, go] = useLocation();
  const [closes, setCloses] = useState('');
  const make = useMutation({
    mutationFn: (body: object) =>
      ask<{ id: string }>(apiOf(slug, `/programmes/${programme}/waves`), { method: 'POST', body }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['waves', slug] });
      go(waveAddress(slug, id));
    },
  });
  const fault = useFault(make.error);
  // The end of that day where the reader is.
  const body = closes === '' ? {} : { closesAt: new Date(`${closes}T23:59:59`).toISOString() };
  return (
    <section className="wave-section" aria-labelledby="wave-make">
      <h2 id="wave-make">{words.makeTitle}</h2>
      <p className="subtitle">{words.makeLead}</p>
      <div className="form wave-form">
        <FormError fault={fault} fields={['closesAt']} />
        <TextField
          label={words.closesOn}
          hint={words.closesHint}
          type="date"
          name="closesAt"
          value={closes}
          onChange={(event) => setCloses(event.target.value)}
          error={fault?.field === 'closesAt' ? fault.text : undefined}
        />
        <p className="wave-make">
          <SureButton
            text={words.make}
            label={words.make}
            question={words.makeSure(persons === undefined ? '' : numberText(persons, 0, language))}
            busy={make.isPending}
            onSure={() => make.mutate(body)}
          />
        </p>
      </div>
    </section>
  );
}

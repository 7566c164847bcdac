import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { type RefusalReason, refusalWords } from '../../fielding/index.ts';
import { numberText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { DryRunResult, JsonObject } from './asking-api.ts';
import { askingWords } from './asking-words.ts';
import { CountBars } from './count-bars.tsx';

const spans = [7, 30, 90] as const;

/** Whom these rules would have asked, and why not the others; nothing is kept. */
export function DryRunPanel(props: {
  readonly id: string;
  readonly rules: JsonObject;
  /** Whether the rules can be tried at all as they stand. */
  readonly isWhole: boolean;
}): ReactNode {
  const { id, rules, isWhole } = props;
  const words = useWords(askingWords);
  const { slug } = useWorkspace();
  const heading = useId();
  const [days, setDays] = useState(30);
  const run = useMutation({
    mutationFn: async (asked: number) => ({
      days: asked,
      result: await ask<DryRunResult>(apiOf(slug, `/programmes/${id}/dry-run`), {
        method: 'POST',
        body: { days: asked, rules },
      }),
    }),
  });
  return (
    <section className="editor-part" aria-labelledby={heading}>
      <h2 id={heading}>{words.tryTitle}</h2>
      <p className="subtitle">{words.tryLead}</p>
      <div className="try-row">
        <ChoiceField
          label={words.tryDays}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          choices={spans.map((value) => ({ value: String(value), text: String(value) }))}
        />
        <button
          type="button"
          className="button"
          aria-disabled={run.isPending}
          disabled={!isWhole}
          onClick={() => run.isPending || run.mutate(days)}
        >
          {words.tryButton(days)}
        </button>
      </div>
      <div aria-live="polite">
        {run.error && <Failure heading="h2" error={run.error} />}
        {run.data && <DryRunAnswer days={run.data.days} result={run.data.result} />}
      </div>
    </section>
  );
}

function DryRunAnswer({ days, result }: { readonly days: number; readonly result: DryRunResult }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const count = (n: number) => numberText(n, 0, language);
  const { encounters, asked, refusals, isCut } = result;
  if (encounters === 0) return <p className="answer">{words.triedNone(days)}</p>;
  return (
    <>
      <p className="answer">{words.tried(count(encounters), days, count(asked))}</p>
      {isCut && <p className="small">{words.triedCut(count(encounters))}</p>}
      {refusals.length > 0 && (
        <>
          <h3 className="asking-h3">{words.triedWhy}</h3>
          <CountBars
            label={words.triedWhy}
            bars={refusals.map((one) => ({
              key: one.reason,
              text: refusalWords[language][one.reason as RefusalReason] ?? one.reason,
              count: one.count,
            }))}
          />
        </>
      )}
      <p className="small try-doubt">{words.triedUnknown}</p>
    </>
  );
}

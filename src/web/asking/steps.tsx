import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { numberText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { SureButton } from '../sure-button.tsx';
import type { Activity, ListedFigures, ListedProgramme } from './asking-api.ts';
import { useBases } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';

interface StepsProps {
  readonly programme: ListedProgramme;
  readonly figures: ListedFigures;
  readonly ahead: Activity['ahead'];
}

/** Start, pause, end: each with what it will do, said before. */
export function Steps({ programme, figures, ahead }: StepsProps): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const bases = useBases();
  const id = useId();
  const change = useMutation({
    mutationFn: (state: string) =>
      ask(apiOf(slug, `/programmes/${programme.id}`), { method: 'PATCH', body: { state } }),
    onSettled: () => client.invalidateQueries({ queryKey: liveKey(slug) }),
  });
  const fault = useFault(change.error);
  const count = (n: number) => numberText(n, 0, language);
  const [planned, reminders, open] = [count(ahead.planned), count(ahead.reminders), count(ahead.open)];
  const { state, level } = programme;
  if (state === 'ended') return <p className="asking-prose">{words.endedFor}</p>;
  const startDoes =
    level === 'relationship' ? words.startWaves : state === 'paused' ? words.resumeDoes(planned) : words.startDoes;
  return (
    <section className="steps" aria-labelledby={id}>
      <h2 id={id} className="unseen">
        {words.steps}
      </h2>
      <FormError fault={fault} />
      {bases.data && Object.keys(bases.data).length === 0 && <p className="step-warn">{words.needsBasis}</p>}
      {state !== 'running' && !figures.isPublished && <p className="step-warn">{words.needsSurvey}</p>}
      <ul>
        {state === 'running' ? (
          <li>
            <button type="button" className="button" onClick={() => change.mutate('paused')}>
              {words.pause}
            </button>
            <p>{words.pauseDoes(planned, reminders)}</p>
          </li>
        ) : (
          <li>
            <button
              type="button"
              className="button button-strong"
              disabled={!figures.isPublished || !programme.rules}
              onClick={() => change.mutate('running')}
            >
              {words.start}
            </button>
            <p>{startDoes}</p>
          </li>
        )}
        {state !== 'draft' && (
          <li>
            <SureButton
              text={words.end}
              label={words.end}
              question={words.endSure}
              busy={change.isPending}
              onSure={() => change.mutate('ended')}
            />
            <p>{words.endDoes(planned, reminders, open)}</p>
          </li>
        )}
      </ul>
    </section>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import { visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask, toldOf } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import type { JsonObject, ListedProgramme } from './asking-api.ts';
import { programmeAt } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { Bones } from './bones.tsx';
import { DryRunPanel } from './dry-run-panel.tsx';
import { RuleGroups } from './rule-groups.tsx';
import { RulesJson } from './rules-json.tsx';
import { RulesSentences } from './rules-sentences.tsx';
import { RulesProvider, useRulesDraft } from './use-rules.tsx';

/** The editor of the rules. It reads them once: what is then typed is not taken away by a later answer. */
export function RulesEditor({ id }: { readonly id: string }): ReactNode {
  const { slug } = useWorkspace();
  const [reading, setReading] = useState(0);
  const programme = useQuery({
    queryKey: ['rules', slug, id, reading],
    queryFn: ({ signal }) => ask<ListedProgramme>(apiOf(slug, `/programmes/${encodeURIComponent(id)}`), { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (programme.error) return <Failure error={programme.error} onAgain={() => void programme.refetch()} />;
  if (!programme.data) return <Bones />;
  return <Editor key={reading} programme={programme.data} onReadAgain={() => setReading(reading + 1)} />;
}

function Editor(props: { readonly programme: ListedProgramme; readonly onReadAgain: () => void }): ReactNode {
  const { onReadAgain } = props;
  const words = useWords(askingWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [programme, setProgramme] = useState(props.programme);
  const beginning: JsonObject =
    programme.level === 'encounter'
      ? { level: 'encounter', trigger: { touchpoints: [] } }
      : { level: 'relationship', waves: {} };
  const form = useRef<HTMLFormElement>(null);
  const rulesHeading = useId();
  const save = useMutation({
    mutationFn: (rules: JsonObject) =>
      ask<ListedProgramme>(apiOf(slug, `/programmes/${programme.id}`), {
        method: 'PATCH',
        body: { rules, ...(programme.updatedAt !== null && { seen: programme.updatedAt }) },
      }),
    onSuccess: (saved) => {
      setProgramme(saved);
      void client.invalidateQueries({ queryKey: liveKey(slug) });
    },
  });
  const draft = useRulesDraft(programme.rules ?? beginning, save.error);
  const { fault, summary } = draft;
  const focusWrong = () => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.closest('details')?.setAttribute('open', '');
    wrong?.focus();
  };
  useEffect(() => {
    if (save.error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [save.error]);
  const submit = () => {
    if (fault && draft.parsed === undefined) focusWrong();
    else if (!save.isPending) save.mutate(draft.rules);
  };
  const name = visibleText(programme.name);
  usePageTitle(name);
  const isStale = save.error !== null && toldOf(save.error).details?.field === 'seen';
  return (
    <>
      <div className="editor-bar">
        <Link href={programmeAt(slug, programme.id)}>{name}</Link>
        <span className="editor-state" role="status">
          {draft.isChanged ? words.unsaved : save.isSuccess ? words.saved : words.unchanged}
        </span>
        <button
          type="button"
          className="button button-strong rules-save"
          aria-disabled={save.isPending || !draft.isChanged}
          onClick={submit}
        >
          {words.save}
        </button>
        {isStale && (
          <div className="form-error editor-conflict" role="alert">
            <p>{words.stale}</p>
            <button type="button" className="button" onClick={onReadAgain}>
              {words.discard}
            </button>
          </div>
        )}
        {save.error && !isStale && !fault && <Failure heading="h2" error={save.error} />}
      </div>
      <h1>{words.editRules}</h1>
      <div aria-live="polite">
        {fault ? (
          <p className="answer rules-wrong">
            {words.wrong} {fault.text} <code>{fault.field}</code>
          </p>
        ) : (
          <p className="answer">{summary?.headline}</p>
        )}
      </div>
      {programme.state === 'running' && <p className="small rules-running">{words.savesRunning}</p>}
      <div className="editor-columns rules-columns">
        <RulesProvider value={draft}>
          <form
            ref={form}
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <RuleGroups level={programme.level} />
          </form>
        </RulesProvider>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
        <section className="publish-panel" tabIndex={0} aria-labelledby={rulesHeading}>
          <h2 id={rulesHeading}>{words.rulesTitle}</h2>
          {summary && <RulesSentences summary={summary} />}
        </section>
      </div>
      {programme.level === 'encounter' && (
        <DryRunPanel id={programme.id} rules={draft.rules} isWhole={draft.parsed !== undefined} />
      )}
      <section className="editor-part">
        <RulesJson rules={draft.rules} />
      </section>
    </>
  );
}

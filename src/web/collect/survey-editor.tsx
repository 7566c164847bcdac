import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { numberText, visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { shellWords } from '../shell/shell-words.ts';
import { editorWords } from './editor-words.ts';
import { LibraryPanel } from './library-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { PublishPanel } from './publish-panel.tsx';
import { QuestionList } from './question-list.tsx';
import type { EditedSurvey } from './survey-api.ts';
import { ThemeFields } from './theme-fields.tsx';
import { type EditedDraft, useDraft } from './use-draft.ts';
import { WordsAround } from './words-around.tsx';

/** The editor of one survey. It reads the draft once: what is then typed is not taken away by a later answer. */
export function SurveyEditor({ id }: { readonly id: string }): ReactNode {
  const words = useWords(shellWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [reading, setReading] = useState(0);
  const survey = useQuery({
    queryKey: ['survey', slug, id, reading],
    queryFn: ({ signal }) => ask<EditedSurvey>(apiOf(slug, `/surveys/${id}?language=${language}`), { signal }),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (survey.error) return <Failure error={survey.error} onAgain={() => void survey.refetch()} />;
  if (!survey.data) {
    return (
      <div className="bones survey-bones">
        <p className="unseen" role="status">
          {words.loading}
        </p>
        <i className="half" />
        <i />
        <i />
      </div>
    );
  }
  const readAgain = () => {
    void client.invalidateQueries({ queryKey: ['surveys', slug] });
    setReading(reading + 1);
  };
  return <Editor key={reading} survey={survey.data} onReadAgain={readAgain} />;
}

function Editor(props: { readonly survey: EditedSurvey; readonly onReadAgain: () => void }): ReactNode {
  const { survey, onReadAgain } = props;
  const { slug } = useWorkspace();
  const draft = useDraft(slug, survey);
  const name = visibleText(survey.name);
  usePageTitle(name);
  return (
    <div className="survey-editor">
      <EditorBar draft={draft} onReadAgain={onReadAgain} />
      <h1>{name}</h1>
      <div className="editor-columns">
        <div>
          <QuestionList draft={draft} />
          <LibraryPanel draft={draft} level={survey.level} />
          <WordsAround draft={draft} />
          <ThemeFields draft={draft} />
        </div>
        <PublishPanel survey={survey} draft={draft} onPublished={onReadAgain} />
      </div>
      <PreviewPanel survey={survey.id} draft={draft} />
    </div>
  );
}

/** Always in sight: the way back, whether all is saved, the last step taken back, what the survey costs. */
function EditorBar(props: { readonly draft: EditedDraft; readonly onReadAgain: () => void }): ReactNode {
  const { draft, onReadAgain } = props;
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const { longest, typical } = draft.verdict.length;
  const seconds = (cost: number) => numberText(cost, 0, language);
  const usual = seconds(typical.seconds) === seconds(longest.seconds) ? undefined : seconds(typical.seconds);
  return (
    <div className="editor-bar">
      <Link href={pageOf(slug, 'collect')}>{words.back}</Link>
      <span className="editor-state" role="status">
        {words.state[draft.state]}
      </span>
      {draft.state === 'failed' && (
        <button type="button" className="link" onClick={draft.saveNow}>
          {words.again}
        </button>
      )}
      <button type="button" className="link" onClick={draft.undo} aria-disabled={!draft.canUndo}>
        {words.undo}
      </button>
      <span className="editor-cost" title={words.costHint}>
        {words.cost(seconds(longest.seconds), longest.questions, usual)}
      </span>
      {draft.state === 'conflict' && (
        <div className="form-error editor-conflict" role="alert">
          <p>{words.conflict}</p>
          <button type="button" className="button" onClick={onReadAgain}>
            {words.reload}
          </button>
        </div>
      )}
      {draft.state === 'failed' && <Failure heading="h2" error={draft.error} />}
    </div>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Questionnaire } from '../../survey/index.ts';
import { ask, Refusal } from '../api/request.ts';
import { apiOf } from '../api/workspace.tsx';
import { useLanguage } from '../language.tsx';
import type { EditedSurvey, Verdict } from './survey-api.ts';

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

export interface EditedDraft {
  readonly content: Questionnaire;
  readonly verdict: Verdict;
  readonly state: SaveState;
  readonly error: unknown;
  readonly revision: number;
  readonly canUndo: boolean;
  /** Changes that follow each other with the same mark (the letters of one field) are undone together. */
  readonly change: (next: Questionnaire, mark?: string) => void;
  readonly undo: () => void;
  readonly saveNow: () => void;
}

/** Whoever stops typing for so long sees his draft saved and judged. */
const pause = 800;
/** So many changes can be undone. */
const mostSteps = 100;

/** The draft in the hands of one editor: kept by itself, judged with every saving, never over what another saved. */
export function useDraft(slug: string, first: EditedSurvey): EditedDraft {
  const { language } = useLanguage();
  const [content, setContent] = useState(first.draft.content);
  const [past, setPast] = useState<readonly Questionnaire[]>([]);
  const [verdict, setVerdict] = useState(first.verdict);
  const [state, setState] = useState<SaveState>('saved');
  const [error, setError] = useState<unknown>();
  const [revision, setRevision] = useState(first.draft.revision);
  const held = useRef({ content, revision, language, isDirty: false, isBusy: false, isStopped: false, mark: '' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  held.current.language = language;

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const of = held.current;
    if (of.isBusy || of.isStopped || !of.isDirty) return;
    of.isBusy = true;
    setState('saving');
    try {
      while (of.isDirty) {
        of.isDirty = false;
        const saved = await ask<{ revision: number; verdict: Verdict }>(
          apiOf(slug, `/surveys/${first.id}?language=${of.language}`),
          { method: 'PATCH', body: { revision: of.revision, content: of.content } },
        );
        of.revision = saved.revision;
        setRevision(saved.revision);
        setVerdict(saved.verdict);
      }
      setError(undefined);
      setState('saved');
    } catch (failure) {
      of.isDirty = true;
      of.isStopped = failure instanceof Refusal && failure.told.code === 'CND_SURVEY_CONFLICT';
      setError(failure);
      setState(of.isStopped ? 'conflict' : 'failed');
    } finally {
      of.isBusy = false;
    }
  }, [slug, first.id]);

  const take = useCallback(
    (next: Questionnaire) => {
      const of = held.current;
      of.content = next;
      of.isDirty = true;
      setContent(next);
      if (of.isStopped) return;
      setState((now) => (now === 'saving' ? now : 'waiting'));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pause);
    },
    [save],
  );

  const change = useCallback(
    (next: Questionnaire, mark = '') => {
      const of = held.current;
      if (next === of.content) return;
      const before = of.content;
      if (mark === '' || mark !== of.mark) setPast((steps) => [...steps.slice(1 - mostSteps), before]);
      of.mark = mark;
      take(next);
    },
    [take],
  );
  const undo = useCallback(() => {
    const last = past.at(-1);
    if (!last) return;
    held.current.mark = '';
    setPast(past.slice(0, -1));
    take(last);
  }, [past, take]);

  const spoken = useRef(language);
  useEffect(() => {
    if (spoken.current === language) return;
    spoken.current = language;
    // The findings are worded by the server. What cannot be asked now comes with the next saving.
    ask<EditedSurvey>(apiOf(slug, `/surveys/${first.id}?language=${language}`)).then(
      ({ draft, verdict: worded }) => draft.revision === held.current.revision && setVerdict(worded),
      () => undefined,
    );
  }, [language, slug, first.id]);

  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (held.current.isDirty || held.current.isBusy) event.preventDefault();
    };
    addEventListener('beforeunload', guard);
    return () => {
      removeEventListener('beforeunload', guard);
      // Another page of the application: what was typed last is still sent.
      void save();
    };
  }, [save]);

  return {
    content,
    verdict,
    state,
    error,
    revision,
    canUndo: past.length > 0,
    change,
    undo,
    saveNow: () => void save(),
  };
}

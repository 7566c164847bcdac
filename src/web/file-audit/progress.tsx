import { type ReactNode, useEffect, useState } from 'react';
import { type Language, numberText } from '../../present/index.ts';
import { sizeText } from '../size-text.ts';
import type { PageWords } from './page-words.ts';
import type { AuditState } from './use-audit.ts';

const shownAfter = 300;

/** How far it is, with numbers, and the way out. Quick answers show nothing: a flicker is no information. */
export function Progress({
  state,
  words,
  language,
  onCancel,
}: {
  readonly state: AuditState;
  readonly words: PageWords;
  readonly language: Language;
  readonly onCancel: () => void;
}): ReactNode {
  const elapsed = useElapsed(state.startedAt);
  if (elapsed < shownAfter) return null;
  const { sending, rows, file } = state;
  const done = !sending || sending.done;
  const share = sending && !sending.done ? sending.sent / Math.max(1, sending.total) : undefined;
  return (
    <div className="progress">
      <p className="progress-text">{progressText({ state, words, language, elapsed })}</p>
      <progress aria-label={file?.name ?? words.loadingSample} max={1} {...(done ? {} : { value: share ?? 0 })} />
      {rows !== undefined && !done && <p className="small">{words.rows(numberText(rows, 0, language))}</p>}
      <button type="button" className="button" onClick={onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}

function progressText(of: { state: AuditState; words: PageWords; language: Language; elapsed: number }): string {
  const { state, words, language, elapsed } = of;
  const { sending, rows, file } = state;
  if (!file) return words.loadingSample;
  if (sending && !sending.done)
    return words.sending(sizeText(sending.sent, language), sizeText(sending.total, language));
  const seconds = numberText(elapsed / 1000, 0, language);
  return rows === undefined ? words.judgingUnknown(seconds) : words.judging(numberText(rows, 0, language), seconds);
}

function useElapsed(since: number): number {
  const [now, setNow] = useState(since);
  useEffect(() => {
    setNow(since);
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [since]);
  return Math.max(0, now - since);
}

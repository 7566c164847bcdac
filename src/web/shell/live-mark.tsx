import type { ReactNode } from 'react';
import { numberText } from '../../present/index.ts';
import { useLive } from '../api/live.tsx';
import { useWorkspace } from '../api/workspace.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { clockText } from './clock-text.ts';
import { shellWords } from './shell-words.ts';

/** Whether the figures on the page are those of this moment. A lost connection is said once, and politely. */
export function LiveMark(): ReactNode {
  const { language } = useLanguage();
  const words = useWords(shellWords);
  const { timeZone } = useWorkspace();
  const { connection, today, lostAt } = useLive();
  const time = (at: Date | string) => clockText(at, language, timeZone);
  if (connection === 'lost') {
    return (
      <p className="live live-lost" role="status">
        <i aria-hidden="true" />
        {lostAt ? words.liveLostSince(time(lostAt)) : words.liveLost}
      </p>
    );
  }
  return (
    <p className="live">
      <i aria-hidden="true" />
      {today
        ? words.live(numberText(today.n, 0, language), today.n, today.lastAt && time(today.lastAt))
        : words.liveWaiting}
    </p>
  );
}

import type { ReactNode } from 'react';
import { numberText, percentText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import type { Heard, ShownWave } from './waves-api.ts';
import { wavesWords } from './waves-words.ts';

/** What has been heard, in the unit of the goal; in accounts for a reader who may not see money. */
export function coverageOf({ goal }: Pick<ShownWave, 'goal'>, heard: Heard) {
  const { accounts, heardBefore, heardNow, revenueBefore, revenueNow } = heard;
  if (goal?.by !== 'accounts' && revenueBefore !== undefined && revenueNow !== undefined) {
    return { by: 'revenue' as const, before: revenueBefore, now: revenueNow };
  }
  const all = Math.max(1, accounts);
  return { by: 'accounts' as const, before: heardBefore / all, now: heardNow / all };
}

/** The result beside the goal, while the wave runs and after. */
export function GoalBar({ wave }: { readonly wave: ShownWave }): ReactNode {
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  const { by, before, now } = coverageOf(wave, wave.heard);
  const share = (of: number) => percentText(of, 0, language);
  const parts = [
    { of: 'fresh', share: before, text: words.before(share(before)) },
    { of: 'older', share: now, text: words.now(share(now)) },
    { of: 'never', share: 1 - before - now, text: words.unheard(share(1 - before - now)) },
  ];
  const goal = wave.goal?.by === by ? wave.goal.coverage : undefined;
  return (
    <section className="wave-section" aria-labelledby="wave-goal">
      <h2 id="wave-goal">{words.goalTitle(share(before + now), by)}</h2>
      <div className="wave-bar" role="img" aria-label={parts.map(({ text }) => text).join(', ')}>
        {parts
          .filter((part) => part.share > 0)
          .map((part) => (
            <i key={part.of} className={`wave-part-${part.of}`} style={{ width: `${part.share * 100}%` }} />
          ))}
        {goal !== undefined && (
          <b className="wave-goal" style={{ left: `${goal * 100}%` }}>
            <span>{words.goal(share(goal))}</span>
          </b>
        )}
      </div>
      <ul className="wave-legend">
        {parts.map((part) => (
          <li key={part.of}>
            <i className={`wave-part-${part.of}`} aria-hidden="true" />
            {part.text}
          </li>
        ))}
      </ul>
      <p className="small">{words.counted(numberText(wave.heard.accounts, 0, language))}</p>
    </section>
  );
}

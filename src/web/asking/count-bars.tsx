import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { numberText } from '../../present/index.ts';
import { useLanguage } from '../language.tsx';

export interface CountBar {
  readonly key: string;
  readonly text: string;
  readonly count: number;
  readonly href?: string | undefined;
}

/** Counts as bars from zero, the longest first; the figure stands beside each, so nothing hangs on the bar. */
export function CountBars({ bars, label }: { readonly bars: readonly CountBar[]; readonly label: string }): ReactNode {
  const { language } = useLanguage();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className="count-bars" aria-label={label}>
      {bars.map(({ key, text, count, href }) => (
        <li key={key}>
          <span className="count-text">{href ? <Link href={href}>{text}</Link> : text}</span>
          <span className="count-number">{numberText(count, 0, language)}</span>
          <i aria-hidden="true">
            <b style={{ width: `${(100 * count) / most}%` }} />
          </i>
        </li>
      ))}
    </ul>
  );
}

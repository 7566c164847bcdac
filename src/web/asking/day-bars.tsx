import type { ReactNode } from 'react';
import { dateText, numberText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useChoices } from '../view/use-choices.ts';
import type { Activity } from './asking-api.ts';
import { askingWords } from './asking-words.ts';

const groups = ['answered', 'waiting', 'lost', 'notAsked'] as const;
type Group = (typeof groups)[number];

const groupOf: Readonly<Record<string, Group>> = {
  completed: 'answered',
  planned: 'waiting',
  sent: 'waiting',
  opened: 'waiting',
  expired: 'lost',
  'opted-out': 'lost',
  bounced: 'lost',
  cancelled: 'notAsked',
  refused: 'notAsked',
};

type DayCounts = Readonly<Record<Group, number>>;

const dayMilliseconds = 86_400_000;
const shownDays = 30;

/** Every day up to today, also those without a decision: a gap is a gap. */
function byDay(days: Activity['days'], today: string): readonly (readonly [string, DayCounts])[] {
  const last = Date.parse(`${today}T00:00:00Z`);
  const counts = new Map<string, Record<Group, number>>(
    Array.from({ length: shownDays }, (_, k) => [
      new Date(last - (shownDays - 1 - k) * dayMilliseconds).toISOString().slice(0, 10),
      { answered: 0, waiting: 0, lost: 0, notAsked: 0 },
    ]),
  );
  for (const { day, state, count } of days) {
    const held = counts.get(day);
    if (held) held[groupOf[state] ?? 'lost'] += count;
  }
  return [...counts];
}

/** What was decided on each of the last 30 days, as bars from zero, and as a table for who wants the figures. */
export function DayBars({ days }: { readonly days: Activity['days'] }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const today = useChoices().data?.today;
  if (days.length === 0 || today === undefined) return null;
  const rows = byDay(days, today);
  const count = (n: number) => numberText(n, 0, language);
  const total = (counts: DayCounts) => groups.reduce((sum, group) => sum + counts[group], 0);
  const busy = rows.filter(([, counts]) => total(counts) > 0);
  const most = Math.max(1, ...rows.map(([, counts]) => total(counts)));
  const told = (day: string, counts: DayCounts) =>
    words.dayText(
      dateText(day, language),
      groups
        .filter((group) => counts[group] > 0)
        .map((group) => `${words.dayGroup[group]} ${count(counts[group])}`)
        .join(', '),
    );
  return (
    <figure className="day-chart">
      <figcaption>
        <h3 className="asking-h3">{words.daysTitle}</h3>
        <ul className="day-legend">
          {groups.map((group) => (
            <li key={group}>
              <i className={`day-${group}`} aria-hidden="true" />
              {words.dayGroup[group]}
            </li>
          ))}
        </ul>
      </figcaption>
      <div className="day-bars" role="img" aria-label={busy.map(([day, counts]) => told(day, counts)).join('; ')}>
        <span className="day-most">{count(most)}</span>
        {rows.map(([day, counts]) => (
          <span key={day} className="day-bar" title={total(counts) > 0 ? told(day, counts) : undefined}>
            {groups
              .toReversed()
              .map(
                (group) =>
                  counts[group] > 0 && (
                    <i key={group} className={`day-${group}`} style={{ height: `${(100 * counts[group]) / most}%` }} />
                  ),
              )}
          </span>
        ))}
      </div>
      <p className="day-ends small">
        <span>{dateText(rows[0]![0], language)}</span>
        <span>{dateText(rows.at(-1)![0], language)}</span>
      </p>
      <details>
        <summary>{words.showTable}</summary>
        <table>
          <caption className="unseen">{words.daysTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.dayHead}</th>
              {groups.map((group) => (
                <th key={group} scope="col" className="number">
                  {words.dayGroup[group]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {busy.map(([day, counts]) => (
              <tr key={day}>
                <th scope="row">{dateText(day, language)}</th>
                {groups.map((group) => (
                  <td key={group} className="number">
                    {count(counts[group])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

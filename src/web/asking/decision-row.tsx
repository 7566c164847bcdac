import { type ReactNode, useState } from 'react';
import { decisionSentence, refusalReasons, refusalWords, type ToldDecision } from '../../fielding/index.ts';
import { visibleText } from '../../present/index.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { DecidedInvitation } from './asking-api.ts';
import { momentText, useProgrammes, useTouchpoints } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { valueAt } from './rules-draft.ts';

/** One decision: the whole as a sentence with its figures, and every rule in order behind it. */
export function DecisionRow({ row }: { readonly row: DecidedInvitation }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { timeZone } = useWorkspace();
  const { nameOf } = useTouchpoints();
  const programmes = useProgrammes();
  const [isOpen, setIsOpen] = useState(false);
  const programme = programmes.data?.programmes.find(({ id }) => id === row.programmeId);
  const unit = valueAt(programme?.rules, ['loadBudget', 'unit']);
  const sentence = decisionSentence(toldOf(row), {
    language,
    timeZone,
    names: { touchpoint: nameOf },
    ...((unit === 'seconds' || unit === 'questions') && { loadUnit: unit }),
  });
  const [lead, ...rest] = sentence.split(': ');
  const facts = [
    programme && visibleText(programme.name),
    row.encounter && visibleText(row.encounter),
    `${words.decidedAt} ${momentText(row.decidedAt, language, timeZone)}`,
  ].filter(Boolean);
  return (
    <li className={`decision decision-${row.state}`}>
      <p>
        <b>{lead}:</b> {rest.join(': ')}
      </p>
      <p className="small">{facts.join(' · ')}</p>
      {row.rules.length > 0 && (
        <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary aria-label={`${words.everyRule}: ${lead}`}>{words.everyRule}</summary>
          {isOpen && (
            <ol className="rule-outcomes">
              {row.rules.map(({ rule, outcome }) => (
                <li key={rule} className={`rule-${outcome.replace(' ', '-')}`}>
                  <span>{words.outcome[outcome]}</span> {refusalWords[language][rule]}
                </li>
              ))}
            </ol>
          )}
        </details>
      )}
    </li>
  );
}

function toldOf(row: DecidedInvitation): ToldDecision {
  const reason = refusalReasons.find((one) => one === row.reason);
  const { detail } = row.rules.find(({ outcome }) => outcome === 'fail') ?? {};
  return {
    state: row.state,
    channel: row.channel,
    plannedAt: Date.parse(row.plannedAt),
    isUncertain: row.isUncertain,
    ...(row.contact !== null && { person: visibleText(row.contact) }),
    ...(row.account !== null && { account: visibleText(row.account) }),
    ...(row.touchpoint !== null && { touchpoint: row.touchpoint }),
    ...(row.occurredAt !== null && { occurredAt: Date.parse(row.occurredAt) }),
    ...(row.sentAt !== null && { sentAt: Date.parse(row.sentAt) }),
    ...(reason && { reason }),
    ...(detail && { detail }),
    ...(row.stopReason !== null && { stopReason: row.stopReason }),
  };
}

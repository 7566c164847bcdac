import type { ReactNode } from 'react';
import { type RulesSummary, rulesParts } from '../../fielding/index.ts';
import { useWords } from '../language.tsx';
import { askingWords } from './asking-words.ts';

/** Every rule as the sentence that it means. */
export function RulesSentences({ summary }: { readonly summary: RulesSummary }): ReactNode {
  const words = useWords(askingWords);
  return (
    <dl className="rule-sentences">
      {rulesParts.map((part) => {
        const text = summary.sentences[part];
        return (
          text && (
            <div key={part}>
              <dt>{words.part[part]}</dt>
              <dd>{text}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

import type { ReactNode } from 'react';
import type { Verdict } from '../inference/index.ts';
import type { Sentence, VerdictPhrase } from '../present/index.ts';
import { VerdictSign } from './signs.tsx';

const verdictClass: Readonly<Record<Verdict, string>> = {
  rose: 'verdict verdict-rose',
  fell: 'verdict verdict-fell',
  'no evidence of change': 'verdict verdict-none',
  'not enough data': 'verdict verdict-few',
};

/** A verdict as it is always drawn: sign, word, colour. */
export function VerdictWord({ phrase }: { readonly phrase: VerdictPhrase }): ReactNode {
  return (
    <span className={verdictClass[phrase.verdict]}>
      <VerdictSign verdict={phrase.verdict} />
      {phrase.text}
    </span>
  );
}

/** A sentence with its verdict words drawn. */
export function SentenceText({ sentence }: { readonly sentence: Sentence }): ReactNode {
  return sentence.map((phrase, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the phrases of a sentence are never reordered
    typeof phrase === 'string' ? phrase : <VerdictWord key={index} phrase={phrase} />,
  );
}

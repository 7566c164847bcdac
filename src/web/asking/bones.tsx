import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import { shellWords } from '../shell/shell-words.ts';

/** The shape of what is to come. */
export function Bones(): ReactNode {
  const words = useWords(shellWords);
  return (
    <div className="bones asking-bones">
      <p className="unseen" role="status">
        {words.loading}
      </p>
      <i className="half" />
      <i />
      <i />
    </div>
  );
}

import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import { shellWords } from '../shell/shell-words.ts';

/** Lines where something will stand. */
export function Bones(): ReactNode {
  const shell = useWords(shellWords);
  return (
    <div className="bones survey-bones">
      <p className="unseen" role="status">
        {shell.loading}
      </p>
      <i />
      <i />
      <i className="half" />
    </div>
  );
}

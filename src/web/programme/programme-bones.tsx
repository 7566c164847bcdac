import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import { programmeWords } from './programme-words.ts';

/** While a part comes: the shape of what will be there. */
export function ProgrammeBones(): ReactNode {
  const words = useWords(programmeWords);
  return (
    <div className="bones" aria-busy="true">
      <p role="status">{words.loading}</p>
      <i className="half" style={{ height: 40 }} aria-hidden="true" />
      <i aria-hidden="true" />
      <i style={{ height: 348 }} aria-hidden="true" />
    </div>
  );
}

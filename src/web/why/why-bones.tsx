import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import { whyWords } from './why-words.ts';

/** While a part comes: the shape of what will be there. */
export function WhyBones(): ReactNode {
  const words = useWords(whyWords);
  return (
    <div className="bones" aria-busy="true">
      <p role="status">{words.loading}</p>
      <i className="half" style={{ height: 40 }} aria-hidden="true" />
      <i aria-hidden="true" />
      <i style={{ height: 348 }} aria-hidden="true" />
    </div>
  );
}

import { type ReactNode, useId } from 'react';
import { useWords } from '../language.tsx';
import { WaveList } from '../waves/wave-list.tsx';
import type { ListedProgramme } from './asking-api.ts';
import { askingWords } from './asking-words.ts';

/** The waves of a programme of the relationship: drawn, in the field, over. */
export function WavesPlace({
  programme,
  sentence,
}: {
  readonly programme: ListedProgramme;
  readonly sentence?: string;
}): ReactNode {
  const words = useWords(askingWords);
  const id = useId();
  return (
    <section className="editor-part" id="waves" aria-labelledby={id}>
      <h2 id={id}>{words.waves}</h2>
      {sentence && <p className="asking-prose">{sentence}</p>}
      <WaveList programme={programme} />
    </section>
  );
}

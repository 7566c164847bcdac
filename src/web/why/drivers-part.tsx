import type { ReactNode } from 'react';
import { useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import type { WhyPartProps } from './why-part-props.ts';
import { whyWords } from './why-words.ts';

/** What goes with the outcome. */
export function DriversPart(_props: WhyPartProps): ReactNode {
  const words = useWords(whyWords);
  const { name } = useWorkspace();
  usePageTitle(words.drivers, name);
  return <h1>{words.drivers}</h1>;
}

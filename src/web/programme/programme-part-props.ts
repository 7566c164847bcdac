import type { DimensionChoices } from '../../overview/index.ts';
import type { View } from '../../view/index.ts';
import type { ShowOptions } from '../view/use-view.ts';

/** What every part of the page is given. */
export interface ProgrammePartProps {
  /** With a level, where the workspace has any: the two are never pooled. */
  readonly view: View;
  readonly choices: DimensionChoices;
  /** The keys of the part in the address. */
  readonly own: URLSearchParams;
  readonly show: (view: View, options?: ShowOptions) => void;
}

import type { DimensionChoices } from '../../overview/index.ts';
import type { View } from '../../view/index.ts';
import type { ShowOptions } from '../view/use-view.ts';

/** What every part of the page is given. */
export interface WhyPartProps {
  /** With a level: the two are never pooled. */
  readonly view: View & Required<Pick<View, 'level'>>;
  /** Whether the address says which; else the page took what is usual. */
  readonly isLevelChosen: boolean;
  readonly choices: DimensionChoices;
  /** The keys of the part in the address. */
  readonly own: URLSearchParams;
  readonly show: (view: View, options?: ShowOptions) => void;
}

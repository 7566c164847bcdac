import type { ModelPage } from '../../overview/index.ts';
import type { ModelReport } from '../../present/index.ts';
import type { WhyPartProps } from './why-part-props.ts';

/** What the pieces of the part Model are given. */
export interface ModelProps extends WhyPartProps {
  readonly page: ModelPage;
}

/** With what is told of the study, for the target at hand. */
export interface ModelStudyProps extends ModelProps {
  readonly report: ModelReport;
}

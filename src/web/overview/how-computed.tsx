import type { ReactNode } from 'react';
import type { HowRow, OverviewReport } from '../../present/index.ts';

/** Everything behind a figure, where it stands. */
export function HowComputed(props: {
  readonly rows: readonly HowRow[];
  readonly how: OverviewReport['how'];
}): ReactNode {
  const { rows, how } = props;
  return (
    <details>
      <summary>{how.title}</summary>
      <dl className="how-rows">
        {rows.map(({ what, value }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small">
        {how.footer[0]}. <a href="/methods/overview">{how.methods}</a>
      </p>
    </details>
  );
}

import type { ReactNode } from 'react';
import { useWords } from '../language.tsx';
import { overviewPageWords } from './overview-page-words.ts';

/** The shape of the page while its figures are not there yet. */
export function OverviewSkeleton(): ReactNode {
  const words = useWords(overviewPageWords);
  return (
    <div aria-busy="true">
      <p className="unseen" role="status">
        {words.loading}
      </p>
      <div className="bones" aria-hidden="true">
        <i className="half" style={{ height: 40 }} />
        <i />
        <i className="half" />
      </div>
      <div className="cards" aria-hidden="true">
        {[0, 1].map((card) => (
          <div className="card bones" key={card}>
            <i className="half" />
            <i className="half" style={{ height: 40 }} />
            <i style={{ height: 236 }} />
          </div>
        ))}
      </div>
    </div>
  );
}

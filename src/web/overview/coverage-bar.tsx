import type { ReactNode } from 'react';
import type { CoverageSection } from '../../present/index.ts';

/** How much of the revenue has been heard of late, against the goal. */
export function CoverageBar({ coverage }: { readonly coverage: CoverageSection }): ReactNode {
  const { parts, goal } = coverage;
  return (
    <section className="coverage" aria-labelledby="coverage-title">
      <h2 id="coverage-title">{coverage.title}</h2>
      <p className="subtitle">{coverage.subtitle}</p>
      <div className="coverage-bar" role="img" aria-label={coverage.alternative}>
        {parts
          .filter(({ share }) => share > 0)
          .map(({ of, share }) => (
            <i key={of} className={`part-${of}`} style={{ width: `${share * 100}%` }} />
          ))}
        <b className="goal" style={{ left: `${goal.share * 100}%` }}>
          <span>{goal.text}</span>
        </b>
      </div>
      <ul className="coverage-legend">
        {parts.map(({ of, text }) => (
          <li key={of}>
            <i className={`part-${of}`} aria-hidden="true" />
            {text}
          </li>
        ))}
      </ul>
      {coverage.without && <p className="small">{coverage.without}</p>}
    </section>
  );
}

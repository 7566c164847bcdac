import type { ReactNode } from 'react';

interface Refused {
  readonly happened: string;
  readonly particulars: readonly string[];
  readonly remedy: string;
  readonly code: string;
}

/** Why there is no study of these answers, and what to do. */
export function RefusedStudy({ refused }: { readonly refused: Refused }): ReactNode {
  return (
    <div className="why-refused">
      <p className="answer">{refused.happened}</p>
      <ul className="particulars">
        {refused.particulars.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{refused.remedy}</p>
      <p className="small">{refused.code}</p>
    </div>
  );
}

import type { ReactNode } from 'react';
import type { RuleStatus } from '../audit/index.ts';
import type { Verdict } from '../inference/index.ts';

const verdictShapes: Readonly<Record<Verdict, ReactNode>> = {
  rose: <path d="M6 1 11.6 11H.4z" />,
  fell: <path d="M6 11 .4 1h11.2z" />,
  'no evidence of change': <circle cx="6" cy="6" r="4.5" />,
  'not enough data': <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** The sign of a verdict; the word always stands beside it. */
export function VerdictSign({ verdict }: { readonly verdict: Verdict }): ReactNode {
  return (
    <svg viewBox="0 0 12 12" fill="currentColor" aria-hidden="true" focusable="false">
      {verdictShapes[verdict]}
    </svg>
  );
}

const statusShapes: Readonly<Record<RuleStatus, ReactNode>> = {
  fail: (
    <>
      <rect x=".5" y=".5" width="11" height="11" rx="2" />
      <path d="m3.6 3.6 4.8 4.8m0-4.8L3.6 8.4" stroke="var(--ground)" strokeWidth="1.6" />
    </>
  ),
  warn: (
    <path
      d="M6 .6 11.4 6 6 11.4.6 6zM6 3.2v3.2M6 7.6v1.3"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  ),
  pass: <path d="M1.5 6.5 4.7 9.6 10.5 2.8" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  'not measurable': <path d="M2 6h8" stroke="currentColor" strokeWidth="1.6" />,
};

/** The sign of a rule's result. Status is not verdict: squares, diamonds and ticks, never triangles. */
export function StatusSign({ status }: { readonly status: RuleStatus }): ReactNode {
  return (
    <svg viewBox="0 0 12 12" fill="currentColor" aria-hidden="true" focusable="false">
      {statusShapes[status]}
    </svg>
  );
}

/** The true marks of the trend in its subtitle, instead of a legend inside the picture. */
export function TrendKey({ of }: { readonly of: 'interval' | 'band' | 'noise' | 'edges' }): ReactNode {
  return (
    <svg viewBox="0 0 20 12" aria-hidden="true" focusable="false">
      {of === 'edges' && <path d="M0 1.5h20M0 10.5h20" stroke="var(--noise-edge)" />}
      {of === 'noise' && <rect width="20" height="12" fill="url(#hatch)" />}
      {of === 'interval' && (
        <>
          <path d="M10 0v12" stroke="var(--grey)" strokeWidth="1.5" />
          <circle cx="10" cy="6" r="4" fill="var(--grey)" />
        </>
      )}
      {of === 'band' && (
        <>
          <rect width="20" height="12" fill="var(--grey)" fillOpacity=".18" />
          <path d="M0 6h20" stroke="var(--grey)" strokeWidth="1.5" />
        </>
      )}
    </svg>
  );
}

import type { ReactNode } from 'react';

/** The shape of the report while it is not there yet: lines where words will be, boxes where pictures will be. */
export function Skeleton({ title, label }: { readonly title: string; readonly label: string }): ReactNode {
  return (
    <div aria-busy="true">
      <p className="file">{label}</p>
      <h1>{title}</h1>
      <div className="bones answer" aria-hidden="true">
        <i />
        <i />
        <i className="half" />
      </div>
    </div>
  );
}

export function SkeletonRows(): ReactNode {
  return [348, 344].map((height) => (
    <div className="row" key={height} aria-hidden="true">
      <div className="bones">
        <i className="half" />
        <i style={{ height }} />
      </div>
      <div className="bones">
        <i className="half" />
        <i />
        <i />
        <i className="half" />
      </div>
    </div>
  ));
}

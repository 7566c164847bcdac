import type { ReactNode } from 'react';

/** A table that is wider than a phone scrolls inside its place, by the keyboard too. */
export function WideTable(props: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={props.name} tabIndex={0}>
      <table className="wave-table">{props.children}</table>
    </section>
  );
}

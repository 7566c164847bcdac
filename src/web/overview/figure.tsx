import type { ReactNode } from 'react';

/** A figure that may move while it is read: the new one fades in, it does not jump. */
export function Figure({ text }: { readonly text: string }): ReactNode {
  return (
    <span className="fresh" key={text}>
      {text}
    </span>
  );
}

import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** After a step to another page the keyboard and the voice go on at its content, and the view at its top. */
export function RouteFocus(): ReactNode {
  const [path] = useLocation();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    window.scrollTo({ top: 0 });
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
  return null;
}

import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { isCandorError } from '../../errors/index.ts';
import type { ToldError } from '../../present/index.ts';
import { parseView, printView, type View } from '../../view/index.ts';

export interface ViewInAddress {
  /** Absent where the address asks for what cannot be. */
  readonly view?: View;
  readonly refused?: ToldError;
  /** Puts another view into the address: a step that "back" takes back, or in place of the one at hand. */
  readonly show: (view: View, options?: { readonly replace?: boolean }) => void;
}

/** Keys of the address that are no filters: the language, and where a list of rows goes on. */
const besides = ['lang'];

/** The filters of a page live in its address, so that a link shows the same view. */
export function useView(): ViewInAddress {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const read = useMemo(() => {
    try {
      return { view: parseView(new URLSearchParams(search), { besides }) };
    } catch (error) {
      if (!isCandorError(error)) throw error;
      return { refused: { code: error.code, message: error.message, details: error.details, remedy: error.remedy } };
    }
  }, [search]);
  const show: ViewInAddress['show'] = (view, options) => navigate(addressOf(path, view), options);
  return { ...read, show };
}

/** A page with its view, as a link has it. */
export function addressOf(path: string, view: View): string {
  const text = printView(view);
  return text ? `${path}?${text}` : path;
}

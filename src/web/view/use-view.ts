import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { isCandorError } from '../../errors/index.ts';
import type { ToldError } from '../../present/index.ts';
import { parseView, printView, type View } from '../../view/index.ts';

export interface ViewInAddress {
  /** Absent where the address asks for what cannot be. */
  readonly view?: View;
  readonly refused?: ToldError;
  /** The keys of the address that the page has for itself. */
  readonly own: URLSearchParams;
  /**
   * Puts another view into the address: a step that "back" takes back, or in place of the one at hand. The keys that the
   * page has for itself stay as they are unless others are given.
   */
  readonly show: (view: View, options?: ShowOptions) => void;
}

export interface ShowOptions {
  readonly replace?: boolean;
  readonly own?: URLSearchParams;
}

const noKeys: readonly string[] = [];

/** Keys of the address that are no filters: the language, and where a list of rows goes on. */
const besides = ['lang'];

/**
 * The filters of a page live in its address, so that a link shows the same view. `ownKeys` are what else the page keeps
 * there: a constant of its module.
 */
export function useView(ownKeys: readonly string[] = noKeys): ViewInAddress {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const read = useMemo(() => {
    try {
      return { view: parseView(new URLSearchParams(search), { besides: [...besides, ...ownKeys] }) };
    } catch (error) {
      if (!isCandorError(error)) throw error;
      return { refused: { code: error.code, message: error.message, details: error.details, remedy: error.remedy } };
    }
  }, [search, ownKeys]);
  const own = useMemo(
    () => new URLSearchParams([...new URLSearchParams(search)].filter(([key]) => ownKeys.includes(key))),
    [search, ownKeys],
  );
  const show: ViewInAddress['show'] = (view, { own: other = own, ...options } = {}) =>
    navigate(addressOf(path, view, other), options);
  return { ...read, own, show };
}

/** A page with its view, as a link has it. */
export function addressOf(path: string, view: View, own = new URLSearchParams()): string {
  const text = [printView(view), String(own)].filter((part) => part !== '').join('&');
  return text ? `${path}?${text}` : path;
}

import { defaultView, type View, viewDimensions } from './view.ts';

/**
 * How does a view stand in the address bar? The part after the question mark; what is as in `defaultView` is left out,
 * and the keys have one order, so that equal views have equal addresses. `parseView` reads it back.
 *
 * @example printView({ ...defaultView, touchpoint: ['invoice'], period: 'week' }) // => "touchpoint=invoice&period=week"
 */
export function printView(view: View): string {
  const pairs: [string, string | undefined][] = [
    ['level', view.level],
    ['metric', view.metric === defaultView.metric ? undefined : view.metric],
    ...viewDimensions.flatMap((key) => [...new Set(view[key])].sort().map((value): [string, string] => [key, value])),
    ['period', view.period === defaultView.period ? undefined : view.period],
    ['from', view.from],
    ['to', view.to],
    ['at', view.at],
    ['by', view.by],
  ];
  return pairs
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]))
    .join('&');
}

/** The functions that draw; each takes an input of the report and a document to make elements with. */
export type Charts = typeof import('./charts/index.ts');

/**
 * How are the pictures drawn?
 * Brings Observable Plot and the chart functions on demand (about 90 kB gzip): the words of a page are there before.
 */
export function loadCharts(): Promise<Charts> {
  return import('./charts/index.ts');
}

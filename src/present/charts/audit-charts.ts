import type { AuditReport } from '../audit-report.ts';
import { changesChart } from './changes.ts';
import { trendChart } from './trend.ts';

/** Widths of the two drawings of a page that cannot draw itself anew: of a desk and of a phone of 360 px. */
export const drawingWidths = { wide: 816, narrow: 328 } as const;

export interface Drawing {
  readonly wide: string;
  readonly narrow: string;
}

/** The pictures of an audit as SVG markup, for a page without scripts. */
export interface AuditCharts {
  readonly trend: Drawing;
  /** Absent where there is no change to draw. */
  readonly changes?: Drawing;
}

/**
 * What do the pictures of this report look like, as markup?
 * Each is drawn twice, wide and narrow; the page shows the one that fits. `document` is the browser's or happy-dom's.
 */
export function auditCharts(report: AuditReport, document: Document): AuditCharts {
  const both = (draw: (width: number) => SVGSVGElement): Drawing => ({
    wide: draw(drawingWidths.wide).outerHTML,
    narrow: draw(drawingWidths.narrow).outerHTML,
  });
  const changes = report.changes.chart;
  return {
    trend: both((width) => trendChart(report.trend.chart, { document, width })),
    ...(changes ? { changes: both((width) => changesChart(changes, { document, width })) } : {}),
  };
}

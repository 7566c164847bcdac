import { type ReactNode, useCallback } from 'react';
import type { AuditReport, Charts } from '../present/index.ts';
import { LiveChart } from './live-chart.tsx';

interface PictureProps {
  readonly report: AuditReport;
  readonly words: { readonly chartLoading: string; readonly chartFailed: string };
}

/** The series of a programme audit, drawn at the width there is. */
export function TrendPicture({ report, words }: PictureProps): ReactNode {
  const { chart } = report.trend;
  const draw = useCallback((charts: Charts, width: number) => charts.trendChart(chart, { document, width }), [chart]);
  return <LiveChart draw={draw} height={320} loading={words.chartLoading} failed={words.chartFailed} />;
}

/** The changes of a programme audit; nothing where there is none. */
export function ChangesPicture({ report, words }: PictureProps): ReactNode {
  const { chart } = report.changes;
  const draw = useCallback(
    (charts: Charts, width: number) => charts.changesChart(chart!, { document, width }),
    [chart],
  );
  return chart ? <LiveChart draw={draw} height={344} loading={words.chartLoading} failed={words.chartFailed} /> : null;
}

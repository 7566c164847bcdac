/** The pictures. Loaded by `loadCharts` of the module's front door, since Plot is most of what a page would download. */
export { auditCharts } from './audit-charts.ts';
export { changesChart } from './changes.ts';
export { constructMap } from './construct-map.ts';
export { driverSharesChart } from './driver-shares.ts';
export { intervalBar, intervalScale } from './interval-bar.ts';
export { pathDiagram } from './path-diagram.ts';
export { planChart } from './plan-chart.ts';
export { priorityMap } from './priority-map.ts';
export { standaloneSvg } from './standalone-svg.ts';
export { trendChart } from './trend.ts';
export { watchEvidenceChart } from './watch-evidence.ts';

/** Which answers a page shows: the filters as a value and as an address. */
export { parseView } from './parse-view.ts';
export { printView } from './print-view.ts';
export {
  defaultView,
  periodUnits,
  type SurveyLevel,
  surveyLevels,
  type View,
  type ViewDimension,
  viewDimensions,
} from './view.ts';
export { periodDays, type ViewWindow, viewWindow } from './view-window.ts';

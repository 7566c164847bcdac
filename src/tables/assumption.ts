/** Every reason an assumption can have. Each is worded in three languages by `present/`. */
export const assumptionCodes = [
  'flag', // the caller said so
  'column-name', // the name or the question text says so
  'survey-type', // the column of survey types says so
  'nps-group-column', // a column of NPS groups stands beside it
  'generic-name', // a name such as "score"
  'value-shape', // the values look like it: averages such as 4.5 are a mean
  'only-candidate', // no other column could be it
  'equal-columns', // several columns of this name hold the same answers
  'scale-0-10', // metric from the scale of the answers
  'scale-1-5',
  'scale-1-7',
  'scale-other',
  'metric-definition', // the metric has this scale by definition
  'values-seen', // the smallest usual scale that holds the answers
  'preferred-name', // first in the order submitted, completed, recorded, answered, end, created, timestamp
  'start-time-only', // no better date than a start or sent time
  'unambiguous-day', // a day above 12 settles the order of day and month
  'utc-in-header', // the header says (UTC)
  'default', // nobody said, so the usual one
  'known-columns', // the columns of a survey tool
  'header-rows', // more than one header row
  'title-rows', // titles above the header
  'byte-order', // how the bytes are written
  'column-count', // the delimiter that cuts the rows most evenly
  'sep-line', // the file says sep=
  'single-column', // one column only
  'first-sheet', // first visible sheet with rows
  'comma-numbers', // numbers such as 4,5
  'filtered', // rows left out by --where are neither read nor rejected
] as const;
export type AssumptionCode = (typeof assumptionCodes)[number];

/** What was detected or assumed, with the reason as a sentence and as a code. */
export interface TableAssumption {
  readonly what:
    | 'platform'
    | 'metric'
    | 'scale'
    | 'score'
    | 'date'
    | 'dateOrder'
    | 'timeZone'
    | 'account'
    | 'role'
    | 'encoding'
    | 'delimiter'
    | 'sheet'
    | 'headers'
    | 'decimalComma'
    | 'revenue'
    | 'touchpoint'
    | 'level'
    | 'version'
    | 'where';
  readonly value: string;
  readonly why: string;
  readonly because: AssumptionCode;
}

export function assumption(
  what: TableAssumption['what'],
  value: string,
  because: AssumptionCode,
  why: string,
): TableAssumption {
  return { what, value, why, because };
}

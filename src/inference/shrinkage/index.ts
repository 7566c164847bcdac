/** Small segments fairly: shrunken values, their intervals, and which of them may be ranked. */
export { type BetweenSegments, betweenSegments } from './paule-mandel.ts';
export { netSegmentValue, type SegmentValue } from './segment-value.ts';
export { type ShrinkOptions, type ShrunkenSegment, type ShrunkenSegments, shrinkSegments } from './shrink-segments.ts';

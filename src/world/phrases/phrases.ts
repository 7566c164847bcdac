import type { Topic } from '../touchpoints.ts';

/** How an answer is meant: 9-10, 7-8 and 0-6 on the scale. */
export const moods = ['praise', 'mixed', 'complaint'] as const;
export type Mood = (typeof moods)[number];

/** Whole sentences of one language, written for this project; a comment is put together from them. */
export interface Phrases {
  readonly openings: Readonly<Record<Mood, readonly string[]>>;
  readonly topics: Readonly<Record<Topic, Readonly<Record<Mood, readonly string[]>>>>;
  readonly closings: Readonly<Record<Mood, readonly string[]>>;
}

/** What the page Why consists of, each below its own address: `/w/SLUG/why/PART`; the first stands at its root. */
export const whyParts = ['drivers', 'model', 'watch'] as const;

export type WhyPart = (typeof whyParts)[number];

/** What each part keeps in the address beside the filters. */
export const whyKeys: Readonly<Record<WhyPart, readonly string[]>> = {
  drivers: ['survey', 'outcome', 'driver'],
  model: ['survey', 'model', 'target', 'split', 'first', 'second'],
  watch: [],
};

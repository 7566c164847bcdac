/** What the page Programme consists of, each below its own address: `/w/SLUG/programme/PART`; the first stands at its root. */
export const programmeParts = ['audit', 'planner'] as const;

export type ProgrammePart = (typeof programmeParts)[number];

/** What each part keeps in the address beside the filters. */
export const programmeKeys: Readonly<Record<ProgrammePart, readonly string[]>> = {
  audit: [],
  planner: ['change', 'target', 'ahead'],
};

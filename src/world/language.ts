/** The languages that customers write. */
export const languages = ['en', 'fi', 'sv'] as const;
export type Language = (typeof languages)[number];

export const languageShares = [0.25, 0.55, 0.2] as const;

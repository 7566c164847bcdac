import * as z from 'zod';

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'needs a colour such as #1d5fa8' });

export const theme = z.strictObject({
  accent: colour,
  ground: colour,
  ink: colour,
  /** The name of a font that the reader may have; nothing is fetched. A closed set of characters keeps CSS out. */
  font: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,63}$/u, { error: 'needs the name of a font family' })
    .optional(),
});
export type Theme = z.infer<typeof theme>;

/** The colours of Candor itself. */
export const defaultTheme: Theme = { accent: '#1d5fa8', ground: '#ffffff', ink: '#16202a' };

/** What WCAG 2.2 asks: 1.4.3 for text, 1.4.11 for the parts of a control. */
const textContrast = 4.5;
const controlContrast = 3;

export interface ThemeProblem {
  readonly pair: 'ink-on-ground' | 'accent-on-ground' | 'label-on-accent';
  /** Contrast as it is, 1..21. */
  readonly ratio: number;
  readonly needed: number;
  readonly message: string;
}

/** Relative luminance of an sRGB colour, 0..1 (WCAG 2.2, definition of relative luminance). */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/**
 * How well can one colour be told from another? 1 (the same) to 21 (black on white), by WCAG 2.2.
 * @example contrastRatio("#000000", "#ffffff") // => 21
 * @example contrastRatio("#767676", "#ffffff") // => 4.54
 */
export function contrastRatio(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/**
 * In which colour do words stand on the accent (a button)? Ground or ink, whichever is read better there.
 * @example labelColour({ "accent": "#1d5fa8", "ground": "#ffffff", "ink": "#16202a" }) // => "#ffffff"
 */
export function labelColour({ accent, ground, ink }: Theme): string {
  return contrastRatio(ground, accent) >= contrastRatio(ink, accent) ? ground : ink;
}

/**
 * Can everybody read this theme? Words on the ground and on a button need 4.5:1, controls 3:1 (WCAG 2.2, 1.4.3 and
 * 1.4.11). Answers every pair that fails, none where all pass.
 * @example themeProblems({ "accent": "#ffd400", "ground": "#ffffff", "ink": "#16202a" })[0].pair // => "accent-on-ground"
 */
export function themeProblems(given: Theme): ThemeProblem[] {
  const { accent, ground, ink } = given;
  const pairs = [
    { pair: 'ink-on-ground', ratio: contrastRatio(ink, ground), needed: textContrast, is: 'text (ink on ground)' },
    {
      pair: 'accent-on-ground',
      ratio: contrastRatio(accent, ground),
      needed: controlContrast,
      is: 'controls (accent on ground)',
    },
    {
      pair: 'label-on-accent',
      ratio: contrastRatio(labelColour(given), accent),
      needed: textContrast,
      is: 'the words on a button (on accent)',
    },
  ] as const;
  return pairs
    .filter(({ ratio, needed }) => ratio < needed)
    .map(({ pair, ratio, needed, is }) => ({
      pair,
      ratio,
      needed,
      // Rounded down: 4.49 must not be printed as 4.5.
      message: `${is} need a contrast of ${needed}:1, got ${Math.floor(ratio * 100) / 100}:1`,
    }));
}

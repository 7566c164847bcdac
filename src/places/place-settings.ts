import * as z from 'zod';

const longest = { path: 200, paths: 50, origins: 20 };

/** Scheme, host and port, as browsers send it; compared as a text, so nothing but the exact spelling. */
const origin = z
  .string()
  .max(300)
  .refine((text) => isOrigin(text), { error: 'needs an origin such as https://shop.example.com, without a path' });

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === text;
}

/** On which pages of a host the widget shows itself, to whom and how often. */
export const widgetSettings = z.strictObject({
  /** Origins that may show it; nobody may while there is none. */
  origins: z.array(origin).max(longest.origins).default([]),
  /** Globs of paths, `*` for all but a slash, `**` for all; none is every page. */
  paths: z.array(z.string().startsWith('/').max(longest.path)).max(longest.paths).default([]),
  delaySeconds: z.number().min(0).max(3600).default(0),
  /** How far down, in percent of what can be scrolled. */
  scrollPercent: z.number().min(0).max(100).default(0),
  /** Which share of the visitors. */
  share: z.number().min(0).max(1).default(1),
  /** How long a visitor who answered or closed it is left in peace. */
  restDays: z.number().min(0).max(3650).default(90),
});

export type WidgetSettings = z.infer<typeof widgetSettings>;

/** A PIN is kept so that whoever reads the page cannot read it. */
const pin = z.strictObject({ salt: z.string().max(64), hash: z.string().max(128) });

export const placeSettings = z.object({
  widget: widgetSettings.prefault({}),
  kiosk: z.object({ pin: pin.optional() }).prefault({}),
});

export type PlaceSettings = z.infer<typeof placeSettings>;
export type KioskPin = z.infer<typeof pin>;

/** The settings of a place as they are kept; what an older place lacks has its default. */
export function readPlaceSettings(kept: unknown): PlaceSettings {
  const read = placeSettings.safeParse(kept);
  return read.success ? read.data : placeSettings.parse({});
}

/** When and to whom a widget shows itself, as its place says. */
export interface WidgetRules {
  readonly open: boolean;
  readonly paths: readonly string[];
  readonly delaySeconds: number;
  readonly scrollPercent: number;
  readonly share: number;
  readonly restDays: number;
  readonly integrity?: string;
}

/** `*` stands for anything but a slash, `**` for anything; the rest for itself. No pattern is a page like any other. */
export function fitsPath(path: string, globs: readonly string[]): boolean {
  return globs.length === 0 || globs.some((glob) => matches(path, glob));
}

/** Walked with one place to come back to for each kind of star, so that no pattern takes longer than its length times the path. */
function matches(path: string, glob: string): boolean {
  const reached = new Set([0]);
  for (const part of glob.match(/\*\*|[\s\S]/g) ?? []) {
    const now = [...reached];
    if (part === '*' || part === '**') {
      for (let end = Math.min(...now), open = false; end <= path.length; end += 1) {
        open = reached.has(end) || (open && (part === '**' || path[end - 1] !== '/'));
        if (open) reached.add(end);
      }
    } else {
      reached.clear();
      for (const place of now) if (path[place] === part) reached.add(place + 1);
    }
    if (reached.size === 0) return false;
  }
  return reached.has(path.length);
}

/** The same visitor of the same place is always in the sample or always out: FNV-1a, as a share of 1. */
export function isSampled(key: string, visitor: string, share: number): boolean {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${key} ${visitor}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  // The last bytes move the high bits too little: one more round of mixing.
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < share;
}

import { hatchPattern, lightTokens, type Token } from '../tokens.ts';
import { wrapText } from './wrap-text.ts';

export interface StandaloneText {
  readonly title: string;
  readonly subtitle: string;
  readonly caption: string;
}

const pad = 24;
const fonts = "'Inter Variable', Inter, system-ui, 'Segoe UI', Roboto, sans-serif";

/**
 * How does a drawing leave the page?
 * As one SVG file with its own ground, title, subtitle and caption, colours resolved to the light theme, so that it
 * reads the same in a document that knows nothing of the page. The markup comes from `trendChart` or `changesChart`.
 */
export function standaloneSvg(markup: string, text: StandaloneText): string {
  const width = Number(/\bwidth="([\d.]+)"/.exec(markup)?.[1] ?? 816);
  const height = Number(/\bheight="([\d.]+)"/.exec(markup)?.[1] ?? 348);
  const characters = Math.floor(width / 6.6);
  const title = wrapText(text.title, Math.floor(width / 10.5));
  const subtitle = wrapText(text.subtitle, Math.floor(width / 7));
  const caption = wrapText(text.caption, characters);
  const chartTop = pad + title.length * 28 + subtitle.length * 20 + 16;
  const captionTop = chartTop + height + 12;
  const total = captionTop + caption.length * 16 + pad;
  // A page writes the no-break space as an entity of HTML, and leaves "<" in an attribute; in XML both would be errors.
  const inner = markup
    .replace(/="[^"]*"/g, (attribute) => attribute.replaceAll('<', '&lt;'))
    .replace(/^<svg /, `<svg x="${pad}" y="${chartTop}" `)
    .replaceAll('&nbsp;', '\u00a0');
  const lines = (all: readonly string[], options: { top: number; step: number; style: string }) =>
    all
      .map(
        (line, index) =>
          `<text x="${pad}" y="${options.top + (index + 0.75) * options.step}" ${options.style}>${escapeXml(line)}</text>`,
      )
      .join('');
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * pad}" height="${total}" viewBox="0 0 ${width + 2 * pad} ${total}" font-family="${fonts}">`,
    `<title>${escapeXml(text.title)}</title><defs>${hatchPattern}</defs><rect width="100%" height="100%" fill="var(--ground)"/>`,
    lines(title, { top: pad, step: 28, style: 'font-size="20" font-weight="650" fill="var(--ink)"' }),
    lines(subtitle, { top: pad + title.length * 28, step: 20, style: 'font-size="14" fill="var(--muted)"' }),
    inner,
    lines(caption, { top: captionTop, step: 16, style: 'font-size="12" fill="var(--muted)"' }),
    '</svg>',
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${resolveTokens(parts.join('\n'))}\n`;
}

function resolveTokens(markup: string): string {
  return markup.replace(/var\(--([a-z-]+)\)/g, (whole, name: string) => lightTokens[name as Token] ?? whole);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}

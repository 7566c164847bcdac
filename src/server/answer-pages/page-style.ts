import { hash } from 'node:crypto';
import { contrastRatio, defaultTheme, labelColour, type Theme } from '../../survey/index.ts';

/** The style of a page, and the source by which its policy lets exactly this text in. */
export interface PageStyle {
  readonly css: string;
  readonly source: string;
}

/**
 * Eleven targets of at least 30 px fit into a phone of 360 px: 12 px at each side, and cells that touch. Sizes follow
 * the letters of the reader, sides the direction of the language.
 */
const rules = `
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:1.0625rem/1.5 var(--font);-webkit-text-size-adjust:100%;overflow-wrap:break-word}
body{margin:0}
main,footer,header{max-width:40rem;margin:0 auto;padding:.75rem 12px}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.25rem 1rem;padding-top:1rem}
header p,.lang{margin:0}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 .75rem}
h2{font-size:1.125rem;margin:0 0 .5rem}
fieldset{border:0;margin:0 0 2rem;padding:0;min-width:0}
legend,.asked{display:block;padding:0;margin-bottom:.5rem;font-weight:600;width:100%}
.block{margin:0 0 2rem}
.note{font-weight:400;font-size:.9375rem;color:var(--soft);margin:.25rem 0 .5rem}
.hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.scale{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr)}
.scale label{position:relative;display:block;margin-inline-end:-1px}
.scale label:last-child{margin-inline-end:0}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:3rem;border:1px solid var(--line);font-variant-numeric:tabular-nums}
.scale label:first-child span{border-start-start-radius:.5rem;border-end-start-radius:.5rem}
.scale label:last-child span{border-start-end-radius:.5rem;border-end-end-radius:.5rem}
.scale input:hover+span{background:var(--hint)}
.scale input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--label);font-weight:700}
.scale input:focus-visible+span{outline:3px solid var(--ink);outline-offset:2px;position:relative;z-index:1}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.375rem 0 0;font-size:.9375rem;color:var(--soft)}
.ends :last-child{text-align:end}
.option{display:flex;align-items:center;gap:.75rem;min-height:3rem;padding:.5rem .75rem;margin-bottom:.5rem;border:1px solid var(--line);border-radius:.5rem;cursor:pointer}
.option:hover{background:var(--hint)}
.option input{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent)}
textarea,input[type=text]{display:block;width:100%;min-height:3rem;padding:.625rem .75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--ground);color:inherit;font:inherit}
textarea{min-height:7rem;resize:vertical}
button{min-height:3rem;min-width:3rem;padding:.5rem 1.25rem;border:1px solid var(--accent);border-radius:.5rem;background:var(--ground);color:var(--ink);font:inherit;font-weight:600;cursor:pointer}
.go{display:flex;flex-wrap:wrap;gap:.75rem}
.main{background:var(--accent);color:var(--label)}
.lang{display:flex;flex-wrap:wrap;margin-inline:-.625rem}
.lang button{min-height:2.75rem;padding:.25rem .625rem;border-color:transparent;font-weight:400;font-size:.9375rem;text-decoration:underline}
.lang [aria-current]{font-weight:700;text-decoration:none}
a{color:inherit;display:inline-block;padding:.625rem 0}
a:focus-visible,button:focus-visible,textarea:focus-visible,.option input:focus-visible,input[type=text]:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
.problems,.said{border:2px solid var(--ink);border-radius:.5rem;padding:.75rem;margin:0 0 1.5rem}
.said{border:1px solid var(--line)}
.problems ul{margin:0;padding-inline-start:1.25rem}
.problems a{display:inline;padding:0}
.problem{margin:.25rem 0 .5rem;padding-inline-start:.625rem;border-inline-start:4px solid var(--ink);font-weight:600}
aside.preview{padding:.5rem 12px;text-align:center;font-size:.875rem;background:var(--ink);color:var(--ground)}
footer{font-size:.9375rem;color:var(--soft);padding-bottom:2rem}
@media(forced-colors:active){.scale input:checked+span{forced-color-adjust:none;background:Highlight;color:HighlightText}}
`.replaceAll('\n', '');

/** Candor's own colours by night; a theme of a customer stays as it was checked. */
const night =
  '@media(prefers-color-scheme:dark){:root{--accent:#8fc0f2;--ground:#12181f;--ink:#e8edf2;--label:#12181f}}';

function rootOf(theme: Theme): string {
  const { accent, ground, ink, font } = theme;
  const isOwn = accent === defaultTheme.accent && ground === defaultTheme.ground && ink === defaultTheme.ink;
  const isLight = contrastRatio(ground, '#000000') > contrastRatio(ground, '#ffffff');
  const scheme = isOwn ? 'light dark' : isLight ? 'light' : 'dark';
  const family = `${font === undefined ? '' : `"${font}",`}system-ui,sans-serif`;
  const mixed = (share: number) => `color-mix(in srgb,var(--ink) ${share}%,var(--ground))`;
  return (
    `:root{color-scheme:${scheme};--accent:${accent};--ground:${ground};--ink:${ink};--label:${labelColour(theme)};` +
    `--line:${mixed(62)};--soft:${mixed(78)};--hint:${mixed(8)};--font:${family}}${isOwn ? night : ''}`
  );
}

const made = new Map<string, PageStyle>();

/** The style of a theme; made once. */
export function pageStyle(theme: Theme = defaultTheme): PageStyle {
  const css = rootOf(theme) + rules;
  const known = made.get(css);
  if (known) return known;
  const style = { css, source: `'sha256-${hash('sha256', css, 'base64')}'` };
  if (made.size >= 200) made.clear();
  made.set(css, style);
  return style;
}

/** One em of a host may be anything: what follows the letters of the reader on a page of ours is fixed inside a host. */
const letterPixels = 16;

/**
 * The same style inside the page of a host, for the element `.candor` of a shadow root: nothing of it is named `:root`, and
 * no size hangs on the host.
 */
export function pieceStyle(theme?: Theme): string {
  return pageStyle(theme)
    .css.replaceAll(':root{', '.candor{')
    .replace('html{', '.candor{')
    .replace(/(^|[},])(main|header|footer)(?=[ ,{])/g, '$1.as-$2')
    .replace(/(\d*\.?\d+)rem\b/g, (_, size) => `${Number(size) * letterPixels}px`);
}

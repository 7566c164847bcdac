import { darkTokens, lightTokens } from '../present/index.ts';

const variables = (tokens: Readonly<Record<string, string>>) =>
  Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');

/**
 * The style of the report, the same in the page and in the file. Sizes 12/16, 14/20, 16/24, 20/28, 28/36, 40/48;
 * weights 400, 550, 650; an 8 px grid; one border, no shadow; light and dark by the reader's wish.
 */
export const reportCss = `
:root{${variables(lightTokens)};color-scheme:light}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${variables(darkTokens)};color-scheme:dark}}
:root[data-theme=dark]{${variables(darkTokens)};color-scheme:dark}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--ground);color:var(--ink);font:400 16px/24px "Inter Variable",Inter,system-ui,"Segoe UI",Roboto,sans-serif;-webkit-font-smoothing:antialiased}
h1,h2,h3,p,ul,ol,dl,dd,figure,table{margin:0;padding:0}
ul,ol{list-style:none}
h1{font-size:40px;line-height:48px;font-weight:650;letter-spacing:-.022em;text-wrap:balance}
h2{font-size:20px;line-height:28px;font-weight:650;letter-spacing:-.012em;text-wrap:balance}
h3{font-size:14px;line-height:24px;font-weight:650}
a{color:var(--accent);text-underline-offset:3px;text-decoration-thickness:1px}
svg{display:block}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-9999px;top:8px;z-index:9;padding:8px 16px;background:var(--ground)}
.skip:focus{left:8px}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top,.page{max-width:1288px;margin:0 auto;padding:0 24px}
.top{display:flex;align-items:center;justify-content:space-between;gap:16px;height:64px;font-size:14px}
.brand{font-size:16px;font-weight:650;letter-spacing:-.01em;color:var(--ink);text-decoration:none}
.row{display:grid;grid-template-columns:minmax(0,816px) minmax(0,1fr);gap:0 64px}
.row+.row{margin-top:40px;padding-top:28px;border-top:1px solid var(--line)}
.row>*{min-width:0}
.hero{padding-top:24px;align-items:start}
.small{font-size:14px;line-height:20px;color:var(--muted)}
.file{margin-bottom:8px;font-size:14px;line-height:24px;color:var(--muted);overflow-wrap:anywhere}
.answer{margin-top:16px;max-width:72ch;font-size:20px;line-height:32px;text-wrap:pretty;font-variant-numeric:tabular-nums}
.verdict{font-weight:650;white-space:nowrap}
.verdict svg{display:inline-block;width:12px;height:12px;vertical-align:-1px;margin-right:4px}
.verdict-rose{color:var(--rose)}.verdict-fell{color:var(--fell)}.verdict-none,.verdict-few{color:var(--grey)}
td .verdict{font-weight:550}td .verdict-none,td .verdict-few{font-weight:400;color:var(--muted)}
.subtitle{margin:4px 0 16px;font-size:14px;line-height:20px;color:var(--muted);text-wrap:pretty}
.key{white-space:nowrap;margin-left:8px}
.key svg{display:inline-block;width:20px;height:12px;vertical-align:-1px;margin-right:4px}
.caption{margin-top:12px;font-size:12px;line-height:16px;color:var(--muted);font-variant-numeric:tabular-nums;text-wrap:pretty;overflow-wrap:anywhere}
.chart{position:relative}
.links{display:flex;flex-wrap:wrap;align-items:flex-start;gap:4px 24px;margin-top:8px;font-size:14px;line-height:24px}
.links details{min-width:0;max-width:100%}
.links details[open]{flex-basis:100%}
summary{width:max-content;max-width:100%;cursor:pointer;list-style:none;font-size:14px;line-height:24px;color:var(--accent);text-decoration:underline;text-underline-offset:3px;text-decoration-thickness:1px}
summary::-webkit-details-marker{display:none}
details[open]>summary{margin-bottom:8px}
.scroll{overflow-x:auto;max-height:640px;overflow-y:auto}
table{width:100%;border-collapse:collapse;font-size:14px;line-height:20px;font-variant-numeric:tabular-nums}
th{padding:0 16px 8px 0;font-size:12px;line-height:16px;font-weight:400;color:var(--muted);text-align:left;vertical-align:bottom}
td,tbody th{padding:8px 16px 8px 0;border-top:1px solid var(--line);vertical-align:top}
tbody th{font-size:14px;line-height:20px;color:var(--ink)}
.number{text-align:right;white-space:nowrap}
tr>:last-child{padding-right:0}
tr.strong td{font-weight:650}
aside h3{margin-bottom:4px}
aside>h3:first-child{padding-top:3px}
aside>*+h3{margin-top:32px}
aside p{font-size:14px;line-height:24px;text-wrap:pretty;font-variant-numeric:tabular-nums}
aside p+p{margin-top:12px}
aside table{margin-top:16px}
.pairs{font-size:14px;line-height:20px}
.pairs>div{display:flex;justify-content:space-between;gap:16px;padding:6px 0;border-top:1px solid var(--line)}
.pairs dt{color:var(--muted)}
.pairs dd{text-align:right;overflow-wrap:anywhere}
.pairs .why{display:block;font-size:12px;line-height:16px;color:var(--muted)}
.rules{margin-top:12px}
.rules td:first-child{width:128px;white-space:nowrap}
.rules tbody th{width:212px;font-weight:550}
.status{font-weight:550}
.status svg{display:inline-block;width:12px;height:12px;vertical-align:-1px;margin-right:8px}
.status-fail{color:var(--fail)}.status-warn{color:var(--warn)}
.rules .rest td,.rules .rest th{padding-top:2px;padding-bottom:2px;border-top:0;font-weight:400;color:var(--muted)}
.rules .rest .status{font-weight:400}
.rules .first td,.rules .first th{padding-top:8px;border-top:1px solid var(--line)}
.how p{max-width:75ch;margin-top:8px;font-size:14px;line-height:24px;text-wrap:pretty}
.caveats li{font-size:14px;line-height:20px;color:var(--muted);text-wrap:pretty}
.caveats li+li{margin-top:8px}
.foot{display:flex;flex-wrap:wrap;gap:8px 32px;margin:48px 0 40px;padding-top:16px;border-top:1px solid var(--line);font-size:14px;line-height:20px;color:var(--muted);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.narrow{display:none}
@media (max-width:1099px){.row{grid-template-columns:minmax(0,1fr);gap:32px}}
@media (max-width:899px){
.wide{display:none}.narrow{display:block}
.top,.page{padding:0 16px}
.hero{padding-top:8px}
h1{font-size:28px;line-height:36px}
.answer{margin-top:12px;font-size:16px;line-height:24px}
.row+.row{margin-top:32px;padding-top:24px}
.key{display:block;margin-left:0;white-space:normal}
.number{padding-right:12px}
.rules,.rules tbody{display:block}
.rules thead{display:none}
.rules tr{display:block;padding:12px 0;border-top:1px solid var(--line)}
.rules tr>*{display:inline;padding:0!important;border:0!important}
.rules tbody th{font-weight:650}
.rules td:first-child{margin-right:8px}
.rules td:last-child{display:block;margin-top:4px}
.rules .rest{padding:4px 0;border-top:0}
.rules .rest td:last-child{display:inline;margin:0 0 0 8px}
.rules .rest .status svg{margin-right:4px}
.rules .rest td:first-child{margin-right:0}
.rules .first{padding-top:12px;border-top:1px solid var(--line)}
.rules .first .status{display:block;margin-bottom:4px}
}
@media print{
:root,:root:not([data-theme=light]){${variables(lightTokens)};color-scheme:light}
@page{margin:16mm}
body{font-size:11pt;background:#fff}
.skip,.links,.screen{display:none!important}
.row{grid-template-columns:minmax(0,1fr);gap:16px}
.row+.row{margin-top:16px;padding-top:16px}
.wide{display:block!important}.narrow{display:none!important}
figure,aside,tr{break-inside:avoid}
h2,h3,.subtitle,thead{break-after:avoid}
svg{max-width:100%;height:auto}
.verdict,.status{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
`;

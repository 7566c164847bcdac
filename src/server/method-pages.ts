import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

/** docs/ beside the built server. */
const folder = new URL('../docs/methods/', import.meta.url);

/**
 * The pages of docs/methods, where the report says how it was computed: our own files, so their HTML is trusted. A name
 * is letters and hyphens only, which no path can leave the folder with.
 */
export function methodPages(): Hono {
  const pages = new Hono();
  pages.get('/:page{[a-z-]+(\\.md)?}', async (c) => {
    const name = c.req.param('page').replace(/\.md$/, '');
    const text = await readFile(fileURLToPath(new URL(`${name}.md`, folder)), 'utf8').catch(() => undefined);
    if (text === undefined) return c.notFound();
    // Loaded by the first who reads one, as no start needs them; React, which the report is made of, took 9 ms.
    const [{ marked }, { reportCss }] = await Promise.all([import('marked'), import('../report/index.ts')]);
    const title = /^# (.+)$/m.exec(text)?.[1] ?? name;
    return c.html(page(title, await marked.parse(text), reportCss + pageCss));
  });
  return pages;
}

function page(title: string, body: string, css: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>${title}, Candor</title><style>${css}</style></head>
<body><header class="top"><a class="brand" href="/">Candor</a></header><main class="page text">${body}</main></body></html>`;
}

const pageCss = `
.text{max-width:760px;margin:0 auto;padding:24px 16px 64px}
.text p,.text ul,.text ol,.text pre,.text table{margin:0 0 16px}
.text ul,.text ol{padding-left:20px}.text ul{list-style:disc}.text ol{list-style:decimal}.text li{margin:0 0 8px}
.text h1{margin:0 0 16px}.text h2{margin:32px 0 8px}
.text pre{overflow-x:auto;background:var(--panel);padding:12px 16px;border-radius:8px;font-size:14px;line-height:20px}
.text table{display:block;overflow-x:auto}
`;

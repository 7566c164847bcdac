import { Window } from 'happy-dom';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AuditReport, auditReport, type Charts, loadCharts } from '../../src/present/index.ts';
import { type ProgrammeName, programmes } from './audit-fixtures.ts';

const document = new Window().document as unknown as Document;
const names = Object.keys(programmes) as ProgrammeName[];
const reports = new Map<ProgrammeName, AuditReport>();
let charts: Charts;

beforeAll(async () => {
  charts = await loadCharts();
  for (const name of names) reports.set(name, auditReport(programmes[name](), 'en'));
});

const file = (name: string) => name.replaceAll(' ', '-');
const elements = (svg: SVGSVGElement, selector: string) => [...svg.querySelectorAll(selector)];

describe.each(names)('the pictures of "%s"', (name) => {
  const drawTrend = (width: number) => charts.trendChart(reports.get(name)!.trend.chart, { document, width });
  const drawChanges = (width: number) => {
    const { chart } = reports.get(name)!.changes;
    return chart ? charts.changesChart(chart, { document, width }) : undefined;
  };

  it('are drawn as they were looked at', async () => {
    // Looked at in 1440 and 360 px, light and dark; a change of these files is a change of what people see.
    await expect(drawTrend(816).outerHTML).toMatchFileSnapshot(`gallery/${file(name)}-trend-wide.svg.snap`);
    const changes = drawChanges(328);
    if (changes) await expect(changes.outerHTML).toMatchFileSnapshot(`gallery/${file(name)}-changes-narrow.svg.snap`);
  });

  it('say their finding to those who do not see them', () => {
    const { trend, changes } = reports.get(name)!;
    const svg = drawTrend(816);
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe(trend.chart.alternative);
    expect(elements(svg, '[aria-label]')).toHaveLength(0);
    const drawn = drawChanges(816);
    if (drawn) expect(drawn.getAttribute('aria-label')).toBe(changes.chart?.alternative);
  });

  it('hold only numbers, at any width', () => {
    for (const width of [328, 500, 816]) {
      const markup = drawTrend(width).outerHTML + (drawChanges(width)?.outerHTML ?? '');
      expect(markup).not.toMatch(/NaN|undefined|Infinity/);
      expect(markup).not.toMatch(/="-?\d+\.\d{3,}/);
    }
  });

  it('use colours of the house only, so that both themes are served', () => {
    const markup = drawTrend(816).outerHTML + (drawChanges(816)?.outerHTML ?? '');
    expect(
      [...markup.matchAll(/(?:fill|stroke)="(#[^"]+|rgb[^"]+|black|white)"/g)].map(([, colour]) => colour),
    ).toEqual([]);
  });

  it('tell every period when it is pointed at', () => {
    const { points } = reports.get(name)!.trend.chart;
    expect(elements(drawTrend(816), 'title').map((title) => title.textContent)).toEqual(
      points.map(({ title }) => title),
    );
  });

  it('leave the page as one file with its own ground, title and caption', () => {
    const { title, subtitle, caption } = reports.get(name)!.trend;
    const alone = charts.standaloneSvg(drawTrend(816).outerHTML, { title, subtitle, caption });
    expect(alone).not.toContain('var(--');
    // Strict: an entity of HTML or a mark that is not closed is an error to every program but a browser.
    expect(() => new SaxesParser().write(alone).close()).not.toThrow();
    expect(alone.match(/<svg /g)).toHaveLength(2);
    const words = alone.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    for (const word of title.split(' ')) expect(words).toContain(word.replace(/&/g, '&amp;'));
  });
});

describe('the trend', () => {
  const draw = (name: ProgrammeName, width = 816) =>
    charts.trendChart(reports.get(name)!.trend.chart, { document, width });
  const texts = (svg: SVGSVGElement) => elements(svg, 'text').map((text) => text.textContent);

  it('writes the word beside the proven change, and colours nothing else', () => {
    const svg = draw('one proven change');
    expect(texts(svg)).toContain('▲ rose +24');
    expect(elements(svg, 'circle[fill="var(--rose)"]')).toHaveLength(1);
    expect(elements(svg, 'circle[fill="var(--grey)"]')).toHaveLength(11);
    expect(elements(draw('all noise'), '[fill="var(--rose)"], [fill="var(--fell)"]')).toHaveLength(0);
  });

  it('hatches one noise band for each level and continues the last one a period ahead', () => {
    expect(elements(draw('one proven change'), '[fill="url(#hatch)"] rect')).toHaveLength(2);
    expect(elements(draw('all noise'), '[fill="url(#hatch)"] rect')).toHaveLength(1);
  });

  it('draws a band instead of whiskers beyond 24 periods, and then no hatch', () => {
    const dense = draw('three years');
    expect(elements(dense, '[fill-opacity="0.18"]')).toHaveLength(1);
    expect(elements(dense, '[fill="url(#hatch)"]')).toHaveLength(0);
  });

  it('marks a break with a dashed line and its words', () => {
    expect(texts(draw('one proven change'))).toContain('New question wording');
    expect(elements(draw('one proven change'), '[stroke-dasharray="4 4"] line')).toHaveLength(1);
  });

  it('draws periods with few answers hollow, and leaves a gap where there are none', () => {
    const svg = draw('few answers');
    expect(elements(svg, 'circle[fill="var(--ground)"]')).toHaveLength(3);
    expect(elements(svg, 'circle')).toHaveLength(4);
  });

  it('keeps its words apart from one another', () => {
    for (const name of names) {
      for (const width of [328, 816]) {
        const boxes = wordBoxes(draw(name, width));
        const touching = boxes.flatMap((a, index) =>
          boxes
            .slice(index + 1)
            .filter((b) => overlap(a, b))
            .map((b) => [a.text, b.text]),
        );
        expect(touching, `${name} at ${width}`).toEqual([]);
      }
    }
  });
});

interface WordBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The placed words (those with a halo), by the transforms of their groups; a narrow estimate of their width. */
function wordBoxes(svg: SVGSVGElement): WordBox[] {
  const shift = (element: Element | null) =>
    /translate\((-?[\d.]+),\s*(-?[\d.]+)\)/
      .exec(element?.getAttribute('transform') ?? '')
      ?.slice(1)
      .map(Number) ?? [0, 0];
  return elements(svg, 'g[stroke="var(--ground)"] text').map((text) => {
    const [[dx, dy], [x, y]] = [shift(text.parentElement), shift(text)] as [[number, number], [number, number]];
    const lines = elements(text as unknown as SVGSVGElement, 'tspan').map((line) => line.textContent ?? '');
    const all = lines.length > 0 ? lines : [text.textContent ?? ''];
    const width = Math.max(...all.map((line) => line.length)) * 5.6;
    const anchor = text.parentElement?.getAttribute('text-anchor') ?? 'middle';
    const left = dx + x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    return { text: all.join(' '), left, right: left + width, top: dy + y + 2, bottom: dy + y + all.length * 16 - 4 };
  });
}

const overlap = (a: WordBox, b: WordBox) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

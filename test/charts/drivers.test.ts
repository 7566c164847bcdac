import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { type DriverStudyData, driverStudy } from '../../src/model/index.ts';
import { randomStream } from '../../src/numeric/index.ts';
import type { DriversPage } from '../../src/overview/index.ts';
import { driverSharesChart, priorityMap, standaloneSvg } from '../../src/present/charts/index.ts';
import { driverReport, languages } from '../../src/present/index.ts';
import { defaultView } from '../../src/view/index.ts';

const { document } = new Window() as unknown as { document: Document };

function pageOf(drivers: number): DriversPage {
  const chance = randomStream(drivers, 903, 0);
  const rows = Math.max(200, 12 * drivers);
  const scale = { min: 1, max: 7 };
  const rated = (x: number) => Math.max(1, Math.min(7, Math.round(5 + x)));
  const common = Float64Array.from({ length: rows }, () => chance.normal());
  const column = (name: string) => ({ name, scale, values: common.map((x) => rated(x + chance.normal())) });
  const data: DriverStudyData = {
    outcome: column('outcome'),
    drivers: Array.from({ length: drivers }, (_, j) => column(`item-${j}`)),
  };
  const question = ({ name }: { name: string }) => ({
    key: name,
    texts: { en: `How good, all in all, is the part of our service that is called ${name} <b>&</b>?` },
    scale,
  });
  return {
    run: { id: 'f00', dataHash: 'ab', definition: 'drivers@1', engine: 'candor', seed: 1 },
    view: defaultView,
    level: 'relationship',
    from: '2030-01-01',
    to: '2030-07-01',
    timeZone: 'UTC',
    surveys: [{ key: 's', name: 'Survey', questions: [...data.drivers, data.outcome].map(question) }],
    otherLevel: false,
    survey: 's',
    outcome: 'outcome',
    drivers: data.drivers.map(({ name }) => name),
    hiddenPeriods: 0,
    isCut: false,
    study: driverStudy(data, { resamples: 40 }),
  };
}

describe.each([1, 7, 30])('the pictures of %s drivers', (drivers) => {
  const page = pageOf(drivers);

  it.each([816, 320])('are drawn %s pixels wide, with every driver in the text alternative', (width) => {
    for (const language of languages) {
      const report = driverReport(page, language);
      for (const draw of [driverSharesChart, priorityMap]) {
        const svg = draw(report, { document, width });
        expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
        expect(svg.getAttribute('role')).toBe('img');
        for (const { name } of report.rows) expect(svg.getAttribute('aria-label')).toContain(name);
      }
    }
  });

  it('leave the page as XML with their finding', () => {
    const report = driverReport(page, 'en');
    const markup = driverSharesChart(report, { document, width: 816 }).outerHTML;
    const file = standaloneSvg(markup, { ...report.shares, title: report.answer[0]! });
    expect(file).not.toContain('<b>');
    expect(file).not.toMatch(/var\(--/);
  });
});

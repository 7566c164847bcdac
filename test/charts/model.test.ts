import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import {
  type ModelTruth,
  mobileModel,
  mobileTruth,
  modelStudy,
  simulateAnswers,
  templateTruth,
} from '../../src/model/index.ts';
import type { ModelPage } from '../../src/overview/index.ts';
import { constructMap, pathDiagram, standaloneSvg } from '../../src/present/charts/index.ts';
import { languages, modelReport } from '../../src/present/index.ts';
import { defaultView } from '../../src/view/index.ts';

const { document } = new Window() as unknown as { document: Document };

function pageOf(truth: ModelTruth): ModelPage {
  const { specification } = truth;
  const { columns } = simulateAnswers(truth, { answers: 200, seed: 8 });
  const questions = specification.constructs.flatMap(({ items }) =>
    items.map((key) => ({ key, texts: { en: `How is ${key} <b>&</b>?` }, scale: { min: 1, max: 10 } })),
  );
  return {
    run: { id: 'f00', dataHash: 'ab', definition: 'path-model@1', engine: 'candor', seed: 1 },
    view: defaultView,
    level: 'relationship',
    from: '2030-01-01',
    to: '2030-07-01',
    timeZone: 'UTC',
    surveys: [{ key: 's', name: 'Survey', questions }],
    survey: 's',
    otherLevel: false,
    specification,
    hiddenPeriods: 0,
    isCut: false,
    study: modelStudy({ specification, columns }, { seed: 1, resamples: 100 }),
  };
}

/** The mobile model with an eighth construct, as wide and as tall as models get here. */
const eight: ModelTruth = {
  specification: {
    ...mobileModel,
    constructs: [
      ...mobileModel.constructs,
      { name: 'Word of mouth to other people', measurement: 'reflective', items: ['WOM1', 'WOM2'] },
    ],
    paths: [
      ...mobileModel.paths,
      ['Loyalty', 'Word of mouth to other people'],
      ['Satisfaction', 'Word of mouth to other people'],
    ],
  },
  coefficients: [...mobileTruth.coefficients, 0.4, 0.3],
  items: [...mobileTruth.items, ...[0.8, 0.7].map((loading) => ({ loading, mean: 7, deviation: 2 }))],
};

describe.each([
  ['eight constructs', eight],
  ['a template', templateTruth('encounter')],
] as const)('the pictures of a model of %s', (_, truth) => {
  const page = pageOf(truth);

  it.each([816, 320])('are drawn %s pixels wide, with every arrow and construct in the text alternative', (width) => {
    for (const language of languages) {
      const report = modelReport(page, language);
      const [diagram, map] = [pathDiagram, constructMap].map((draw) => draw(report, { document, width }));
      for (const svg of [diagram!, map!]) {
        expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
        expect(svg.getAttribute('role')).toBe('img');
      }
      for (const { name } of report.diagram.nodes) expect(diagram!.getAttribute('aria-label')).toContain(name);
      for (const { figure, range } of report.diagram.arrows) {
        expect(diagram!.getAttribute('aria-label')).toContain(`${figure} (${range})`);
        expect(diagram!.textContent).toContain(range);
      }
      for (const { name } of report.movable) expect(map!.getAttribute('aria-label')).toContain(name);
    }
  });

  it('unproven arrows are grey and dashed, proven ones are not', () => {
    const report = modelReport(page, 'en');
    const lines = [...pathDiagram(report, { document, width: 816 }).querySelectorAll('path[fill="none"]')];
    const dashed = lines.filter((line) => line.hasAttribute('stroke-dasharray'));
    expect(lines).toHaveLength(report.diagram.arrows.length);
    expect(dashed).toHaveLength(report.diagram.arrows.filter(({ isProven }) => !isProven).length);
    for (const line of dashed) expect(line.getAttribute('stroke')).toBe('var(--noise-edge)');
  });

  it('leave the page as XML', () => {
    const report = modelReport(page, 'en');
    for (const [draw, { title, subtitle, caption }] of [
      [pathDiagram, report.diagram],
      [constructMap, report.map],
    ] as const) {
      const file = standaloneSvg(draw(report, { document, width: 816 }).outerHTML, { title, subtitle, caption });
      expect(file).not.toContain('<b>');
      expect(file).not.toMatch(/var\(--/);
    }
  });
});

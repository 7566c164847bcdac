import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mobileModel, mobileTwin, templateSpecification } from '../../src/model/index.ts';
import type { ModelGroupsPage, ModelPage } from '../../src/overview/index.ts';
import { modelAppendix, modelCsv, modelReport } from '../../src/present/index.ts';
import { modelFixture } from '../findings/model-fixture.ts';
import { type OpenApplication, openApplication } from './open-application.ts';

let open: OpenApplication;
beforeAll(async () => {
  open = await openApplication({}, new Date('2030-06-20T12:00:00Z'));
  await modelFixture(open.test, {
    workspaceId: open.workspace.id,
    survey: 'mobile',
    specification: mobileModel,
    answers: mobileTwin(300, 5),
    days: ['2030-03-04', '2030-04-05', '2030-05-06'],
    roleOf: (row) => (row % 2 === 0 ? 'payer' : 'end-user'),
    segmentOf: (row) => (row < 20 ? 'small' : 'large'),
  });
}, 120_000);
afterAll(async () => {
  await open.close();
});

const path = (query = '', place = 'model') => `/workspaces/{w}/${place}${query && `?${query}`}`;
async function page<Reply = ModelPage>(query = '', place = 'model'): Promise<Reply> {
  const reply = await open.ask(path(query, place), { as: 'analyst' });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Reply;
}

describe('the model of a survey', () => {
  it('is proposed from its questions and estimated with intervals', { timeout: 60_000 }, async () => {
    const { specification, proposal, study, refused, run } = await page();
    expect(refused).toBeUndefined();
    expect(specification?.paths).toEqual(mobileModel.paths);
    expect(proposal).toEqual({ leftOut: [] });
    expect(study!.result.n).toBe(300);
    expect(study!.bootstrap).toEqual({ used: 2000, failed: 0, method: 'bca', unit: 'answer' });
    expect(study!.result.impacts.every(({ interval }) => interval)).toBe(true);
    expect(study!.maps.map(({ target }) => target)).toContain('Loyalty');
    expect(run.definition).toBe('path-model@1');
    expect((await page()).run).toEqual(run);
  });

  it('is told in three languages, with a table of its figures and an appendix', { timeout: 60_000 }, async () => {
    const found = await page();
    for (const language of ['en', 'fi', 'sv'] as const) {
      const report = modelReport(found, language);
      expect(report.answer.join(' ')).toMatch(/Loyalty/);
      expect([report.diagram.nodes.length, report.diagram.arrows.length]).toEqual([7, 12]);
      expect(report.tables.impacts.rows).toHaveLength(6);
      expect(report.doubts.join(' ')).not.toMatch(/undefined|NaN/);
      const appendix = modelAppendix(found, language);
      expect(appendix).toContain('doi:10.1016/j.csda.2004.03.005');
      expect(appendix).toContain(found.run.id);
      expect(appendix).not.toMatch(/undefined|NaN/);
    }
    const lines = modelCsv(found).trim().split('\r\n');
    expect(lines.filter((line) => line.startsWith('path,'))).toHaveLength(12);
    expect(lines.filter((line) => line.startsWith('impact,'))).toHaveLength(21);
  });

  it('is the one that the address gives', { timeout: 60_000 }, async () => {
    const own = {
      constructs: [mobileModel.constructs[0]!, mobileModel.constructs[4]!],
      paths: [['Image', 'Satisfaction']],
      scale: [1, 10],
    };
    const { specification, proposal, study } = await page(
      new URLSearchParams({ model: JSON.stringify(own) }).toString(),
    );
    expect(specification?.paths).toEqual(own.paths);
    expect(proposal).toBeUndefined();
    expect(study!.result.paths).toHaveLength(1);
  });

  it('that cannot be estimated is refused with its reason, and can be mended on the page', async () => {
    const cycle = { ...mobileModel, paths: [...mobileModel.paths, ['Loyalty', 'Image']] };
    const told = await page(new URLSearchParams({ model: JSON.stringify(cycle) }).toString());
    expect(told.refused).toMatchObject({ code: 'CND_MODEL_CYCLE' });
    expect(told.refused!.message).toContain('Image');
    const stranger = templateSpecification('b2b');
    const other = await page(new URLSearchParams({ model: JSON.stringify(stranger) }).toString());
    expect(other.refused).toMatchObject({ code: 'CND_MODEL_ITEM_UNKNOWN' });
  });

  it('that is no JSON, or a survey that is not there, is a wrong question', async () => {
    for (const query of ['model=%7B', 'model=%7B%7D', 'survey=nowhere']) {
      expect((await open.ask(path(query), { as: 'analyst' })).status, query).toBe(400);
    }
  });

  it('is none where the level has no questions for one', async () => {
    const { study, specification, survey } = await page('level=encounter');
    expect([study, specification, survey]).toEqual([undefined, undefined, undefined]);
  });

  it('is not for whoever may not see figures', async () => {
    expect((await open.ask(path(), {})).status).toBe(401);
  });
});

describe('two groups of the respondents', () => {
  it('are compared with their invariance', { timeout: 60_000 }, async () => {
    const found = await page<ModelGroupsPage>('split=role', 'model/groups');
    expect(found.choices.map(({ key }) => key).sort()).toEqual(['end-user', 'payer']);
    expect(found.comparison!.groups.map(({ n }) => n)).toEqual([150, 150]);
    expect(found.comparison!.paths).toHaveLength(12);
    expect(found.comparison!.invariance).toHaveLength(7);
    // Nothing differs in this world: of twelve paths hardly any.
    expect(found.comparison!.paths.filter(({ pValue }) => pValue < 0.01).length).toBeLessThanOrEqual(1);
  });

  it('too small for the model are refused', async () => {
    const found = await page<ModelGroupsPage>('split=segment', 'model/groups');
    expect(found.refused).toMatchObject({ code: 'CND_MODEL_GROUPS' });
    const bound = await open.ask(path('split=segment', 'model/groups'), { as: 'viewer' });
    if (bound.status === 200) expect(JSON.stringify(await bound.json())).not.toMatch(/has 20|"n":20/);
  });
});

import { beforeAll, expect, it } from 'vitest';
import { keepUsualBasis, workOnWaves } from '../../src/fieldwork/index.ts';
import { newId, stopInvitations } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import { hour, sendAt } from '../fieldwork/programme-fixture.ts';
import { waveInvitations, wavesAt } from '../fieldwork/wave-fixture.ts';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import type { OpenSite } from './open-site.ts';
import { openVisits } from './open-visits.ts';

describeInBrowser('the pages of waves', () => {
  const visits = openVisits({ accounts: 60 });
  const { open, picture } = visits;
  let site: OpenSite;
  let programme: string;

  beforeAll(async () => {
    site = visits.site();
    programme = await relationshipProgramme();
  });

  /** A published survey of the relationship, addresses for most contacts, and a programme that runs. */
  async function relationshipProgramme(): Promise<string> {
    const { workspace, test } = site;
    await test.store.inWorkspace(workspace.id, async (transaction) => {
      const [surveyId, versionId] = [newId(), newId()];
      const { query } = transaction;
      await query(
        "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 'wave', 'Relationship', 'relationship')",
        [workspace.id, surveyId],
      );
      await query(
        `insert into survey_version (workspace_id, id, survey_id, number, content, published_at)
         values ($1, $2, $3, 1, $4::jsonb, now())`,
        [workspace.id, versionId, surveyId, JSON.stringify(templateFor('relationship', ['en', 'fi', 'sv']))],
      );
      await query(
        `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, scale_minimum,
           scale_points, texts) values ($1, $2, $3, 'recommend', 1, 'scale', 'nps', 0, 11, '{}')`,
        [workspace.id, newId(), versionId],
      );
      await query(
        "update contact set email = external_id || '@customers.example' where workspace_id = $1 and external_id not like '%3'",
        [workspace.id],
      );
      await keepUsualBasis(transaction, { email: 'legitimate-interest' });
    });
    const rules = {
      level: 'relationship',
      waves: { goal: { coverage: 0.6, freshMonths: 1 } },
      variants: [{ name: 'plain' }, { name: 'question' }],
      hasIncentive: true,
    };
    const ask = async (path: string, body: object, method?: 'PATCH') =>
      (await site.ask(`/workspaces/{w}${path}`, { as: 'owner', body, ...(method && { method }) })).json();
    const made = await ask('/programmes', { key: 'wave', name: 'The relationship', survey: 'wave', rules });
    await ask(`/programmes/${made.id}`, { state: 'running' }, 'PATCH');
    return made.id;
  }

  const work = async () => {
    while (await workOnWaves(wavesAt(site.test, site.time.now), site.workspace.id));
  };

  /** Half of them answer, some at once and some after a reminder. */
  async function answers(): Promise<void> {
    const { test, workspace, time } = site;
    await work();
    await sendAt(test, workspace.id, new Date(time.now.getTime() + 2 * 24 * hour));
    const rows = (await waveInvitations(test, workspace.id)).filter(({ state }) => state === 'sent');
    expect(rows.length).toBeGreaterThan(10);
    await answered(rows.flatMap((row, i) => (i % 4 === 0 ? [{ ...row, i, days: 2.2 + (i % 3) / 2 }] : [])));
    await sendAt(test, workspace.id, new Date(time.now.getTime() + 5.2 * 24 * hour));
    await answered(rows.flatMap((row, i) => (i % 4 === 1 ? [{ ...row, i, days: 6 }] : [])));
  }

  async function answered(rows: readonly { id: string; i: number; days: number }[]): Promise<void> {
    const { test, workspace, time } = site;
    await test.store.inWorkspace(workspace.id, async (transaction) => {
      for (const row of rows) {
        const { i, days } = row;
        const at = new Date(time.now.getTime() + days * 24 * hour);
        const responseId = newId();
        await transaction.query(
          `insert into response (workspace_id, id, source, survey_version_id, invitation_id, account_id, contact_id,
             segment, respondent_role, channel, responded_at, recorded_at, day, completed)
           select i.workspace_id, $3, 'page', i.survey_version_id, i.id, i.account_id, i.contact_id, i.segment,
             i.respondent_role, 'email', $4::timestamptz, $4::timestamptz, $4::timestamptz::date, true
           from invitation i where i.workspace_id = $1 and i.id = $2`,
          [workspace.id, row.id, responseId, at],
        );
        await transaction.query(
          `insert into answer (workspace_id, id, response_id, question_id, point)
           select $1, $2, $3, q.id, $4 from question q join invitation i on i.workspace_id = q.workspace_id
             and i.survey_version_id = q.survey_version_id where i.workspace_id = $1 and i.id = $5`,
          [workspace.id, newId(), responseId, 4 + (i % 8), row.id],
        );
        await transaction.query(
          "update invitation set state = 'completed', completed_at = $3 where workspace_id = $1 and id = $2",
          [workspace.id, row.id, at],
        );
        await stopInvitations(transaction, [row.id], { reason: 'answered', now: at });
      }
    });
  }

  it('says that there is none, and what a reader may not do is not shown to him', async () => {
    const page = await open('/w/first/collect/waves', { as: 'viewer' });
    await page.getByText('No wave yet.').waitFor();
    expect(await page.getByRole('button', { name: 'Count it' }).count()).toBe(0);
    const owner = await open('/w/first/collect/waves');
    await owner.getByText('No wave yet.').waitFor();
    expect(await axeFaults(owner)).toEqual([]);
    await picture(owner, 'waves-none-1440');
  });

  it('counts whom a wave would ask, makes it, and closes it', { timeout: 120_000 }, async () => {
    const page = await open('/w/first/collect/waves');
    await page.getByRole('button', { name: 'Count it' }).click();
    await page.getByText(/would be asked/).waitFor();
    await page.getByText('no address').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'waves-dry-1440');
    await page.getByRole('button', { name: 'Make the wave' }).click();
    await page.getByText(/Ask \d+ people now\?/).waitFor();
    await page.getByRole('button', { name: /^Yes/ }).click();
    await page.waitForURL(/wave=/);
    await page.getByRole('heading', { name: /Wave 1/ }).waitFor();
    await answers();
    const address = new URL(page.url());
    await page.reload();
    await page.getByText(/people who were asked answered/).waitFor();
    await page.getByText('the first message').waitFor();
    const made = await (await site.ask(`/workspaces/{w}/programmes/${programme}/waves`, { as: 'owner' })).json();
    const shown = await (await site.ask(`/workspaces/{w}/waves/${made.waves[0].id}`, { as: 'owner' })).json();
    const rate = `${(shown.response.rates.RR1.value * 100).toFixed(1)}\u00a0%`;
    expect(await page.locator('section', { hasText: 'Who answered' }).last().textContent()).toContain(rate);
    expect(await axeFaults(page)).toEqual([]);
    await picture(page, 'wave-1440');
    for (const [language, scheme, width] of [
      ['en', 'light', 360],
      ['fi', 'dark', 1440],
      ['fi', 'light', 360],
      ['sv', 'light', 1440],
      ['sv', 'dark', 360],
    ] as const) {
      const other = await open(address.pathname + address.search, { language, scheme, width });
      await other.locator('#persuasion').waitFor();
      await other.locator('.wave-tables').last().waitFor();
      expect(await overflowOf(other)).toBeLessThanOrEqual(0);
      await picture(other, `wave-${language}-${width}-${scheme}`);
      const list = await open('/w/first/collect/waves', { language, scheme, width });
      await list.locator('.waves').waitFor();
      await list.locator('#persuasion').waitFor();
      expect(await overflowOf(list)).toBeLessThanOrEqual(0);
      await picture(list, `waves-${language}-${width}-${scheme}`);
    }
    await page.getByRole('button', { name: 'Close now: wave 1' }).click();
    await page.getByRole('button', { name: /^Yes/ }).click();
    await page.getByText(/Was open from/).waitFor();
    expect(await page.getByRole('button', { name: 'Close now: wave 1' }).count()).toBe(0);
  });

  it('draws winners whom nobody but the owner sees', { timeout: 60_000 }, async () => {
    const page = await open('/w/first/collect/waves');
    await page.getByLabel('What is drawn').fill('A gift');
    await page.getByRole('button', { name: 'Fix the list' }).click();
    await page.getByLabel('Public seed').fill('OMXH25 4711.08');
    await page.getByRole('button', { name: 'Draw', exact: true }).click();
    await page.getByText(/Drawn by the seed “OMXH25 4711.08”/).waitFor();
    await page.getByText('Who won').click();
    await page.getByText('@customers.example').waitFor();
    await picture(page, 'draws-1440');
    const manager = await open('/w/first/collect/waves', { as: 'manager' });
    await manager.locator('#persuasion').waitFor();
    expect(await manager.locator('#draws').count()).toBe(0);
  });

  it('says beside the score who was heard, on Overview and Programme', { timeout: 60_000 }, async () => {
    for (const [language, scheme, width] of [
      ['en', 'light', 1440],
      ['fi', 'dark', 1440],
      ['sv', 'light', 360],
    ] as const) {
      const page = await open('/w/first/overview', { language, scheme, width });
      await page.locator('.response-line').first().waitFor();
      await page.locator('.response-line summary').first().click();
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await picture(page, `overview-${language}-${width}-${scheme}`);
      if (language === 'en') expect(await axeFaults(page)).toEqual([]);
    }
    const page = await open('/w/first/programme?level=relationship');
    await page.locator('.programme-heard').waitFor({ timeout: 40_000 });
    const told = await (await site.ask('/workspaces/{w}/response-standing', { as: 'owner' })).json();
    const { heard, asked } = told.levels.find(({ level }: { level: string }) => level === 'relationship');
    await page.getByText(`${heard} of ${asked} invited people answered`).first().waitFor();
    await picture(page, 'programme-1440');
  });
});

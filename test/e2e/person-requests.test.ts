import { expect, it } from 'vitest';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { openVisits } from './open-visits.ts';

describeInBrowser('requests of persons', () => {
  const visits = openVisits({ accounts: 20 });
  const kept = () =>
    visits.site().test.asSuperuser<{ id: string; name: string; external: string }>(
      `select id, name, external_id as external from contact where workspace_id = '${visits.site().workspace.id}'
         and erased_at is null and name is not null order by id limit 1`,
    );

  it('find a person, let him be and erase him, with the keyboard alone', async () => {
    const [person] = await kept();
    const page = await visits.open('/w/first/settings');
    const section = page.getByRole('region', { name: 'Requests of persons' });
    await section.getByLabel('Who is it?').focus();
    await page.keyboard.type(person!.external);
    await page.keyboard.press('Enter');
    await section.getByText('may be asked').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    for (const [act, state] of [
      ['Never ask', 'is not asked'],
      ['Erase', 'erased'],
    ] as const) {
      await tabTo(page, new RegExp(`^${act}.*: `));
      await page.keyboard.press('Enter');
      // The question takes the focus, and Enter is its yes.
      await page.keyboard.press('Enter');
      await section.locator('td').getByText(state, { exact: true }).waitFor();
    }
    expect(await section.innerText()).not.toContain(person!.name);
    expect(await section.getByText('Erased person').count()).toBe(1);
    await section.getByLabel('Who is it?').fill('nobody at all');
    await page.keyboard.press('Enter');
    await section.getByText('Nobody is known by that.').waitFor();
  });

  it('hand over everything as a file', async () => {
    const [person] = await kept();
    const page = await visits.open('/w/first/settings', { width: 360, language: 'fi' });
    const section = page.getByRole('region', { name: 'Rekisteröityjen pyynnöt' });
    await section.getByLabel('Kuka hän on?').fill(person!.external);
    await section.getByRole('button', { name: 'Hae' }).click();
    const link = section.getByRole('link', { name: person!.name });
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toBe(`person-${person!.id}.json`);
    const { contact } = JSON.parse((await (await file.createReadStream()).toArray()).join(''));
    expect(contact).toMatchObject({ externalId: person!.external, name: person!.name });
    expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
  });

  it('are not for a manager, who is told whose they are', async () => {
    const page = await visits.open('/w/first/settings', { as: 'manager' });
    const section = page.getByRole('region', { name: 'Requests of persons' });
    await section.waitFor();
    expect(await section.getByRole('textbox').count()).toBe(0);
    expect(await section.innerText()).toContain('owner');
  });
});

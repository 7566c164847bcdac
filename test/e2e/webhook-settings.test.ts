import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser, launchBrowser } from './browser.ts';
import { type OpenSite, openSite, type Visited, visit } from './open-site.ts';

describeInBrowser('the settings of webhooks', () => {
  let site: OpenSite;
  let browser: Browser;
  let visited: Visited;

  beforeAll(async () => {
    [site, browser] = await Promise.all([openSite({ accounts: 60 }), launchBrowser()]);
    visited = await visit(browser, site, { as: 'owner' });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('make one that is tested and tells what became of its messages', async () => {
    const { page } = visited;
    await page.goto(`${site.address}/w/first/settings`);
    const part = page.getByRole('region', { name: 'Webhooks' });
    await part.getByLabel('Address of the receiver').fill('https://127.0.0.1/hook');
    await part.getByRole('button', { name: 'Make a webhook' }).click();
    await part.locator('.ask-error').waitFor();
    await part.getByLabel('Address of the receiver').fill('https://hooks.invalid/hook');
    await part.getByRole('button', { name: 'Make a webhook' }).click();
    expect(await part.getByLabel('The secret of the webhook').inputValue()).toMatch(/^whsec_/);
    await page.reload();
    const hook = page.getByRole('region', { name: 'https://hooks.invalid/hook' });
    await hook.getByRole('button', { name: /^Send a test/ }).click();
    await hook.getByText('The test did not arrive: the name is unknown.').waitFor();
    await hook.getByRole('button', { name: /^Switch off/ }).click();
    await hook.getByText('State: switched off.').waitFor();
    await hook.getByText('Latest messages').click();
    await hook.getByText('Nothing was sent').waitFor();
    await site.test.asSuperuser(
      `insert into webhook_delivery (workspace_id, id, webhook_id, event, subject, payload, state, attempts, due_at,
         created_at, last_status, last_error)
       select w.workspace_id, md5(state)::uuid, w.id, 'response.created', md5('s' || state)::uuid, '{}', state, 3,
         '2026-11-22T10:00:00Z', '2026-11-22T09:00:00Z', status, error
       from webhook w, (values ('delivered', 200, null), ('failed', 503, 'status'), ('given-up', null, 'tls')) v
         (state, status, error)`,
    );
    await page.reload();
    await hook.getByText('Latest messages').click();
    await hook.getByText('failed, will be tried again 3 attempts, answered 503, next 22 Nov 2026').waitFor();
    await hook.getByText('given up 3 attempts, the certificate is not valid').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/whsec_|undefined|null/);
    expect(visited.trouble).toEqual([]);
  });

  it.each(['en', 'fi', 'sv'] as const)(
    'have no fault that axe finds and no sideways scroll in %s',
    async (language) => {
      const { page, context, trouble } = await visit(browser, site, { as: 'owner', language });
      await page.goto(`${site.address}/w/first/settings`);
      const hook = page.getByRole('region', { name: 'https://hooks.invalid/hook' });
      await hook.locator('summary').click();
      await hook.locator('table').waitFor();
      for (const width of [1440, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
        expect(await axeFaults(page)).toEqual([]);
      }
      expect(trouble).toEqual([]);
      await context.close();
    },
  );

  it('let it be removed by the keyboard', async () => {
    const { page } = visited;
    const hook = page.getByRole('region', { name: 'https://hooks.invalid/hook' });
    await hook.getByRole('button', { name: /^Remove/ }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Yes');
    await page.keyboard.press('Enter');
    await hook.waitFor({ state: 'detached' });
  });
});

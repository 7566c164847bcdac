import { expect, it } from 'vitest';
import { axeFaults, overflowOf } from './axe.ts';
import { describeInBrowser } from './browser.ts';
import { openVisits } from './open-visits.ts';

describeInBrowser('the part of Why that watches', () => {
  const visits = openVisits({ accounts: 150 });

  it.each([
    ['en', 1440, 'light', 'Is the level still the same?', 'No alarm does not mean no change.'],
    ['fi', 360, 'dark', 'Onko taso yhä sama?', 'Hälytyksen puuttuminen ei tarkoita'],
    ['sv', 360, 'light', 'Är nivån fortfarande densamma?', 'Att inget larm kommit'],
  ] as const)(
    'says what stands and what it could not see, in %s at %s',
    async (language, width, scheme, question, doubt) => {
      const page = await visits.open('/w/first/why/watch?level=encounter', { language, width, scheme });
      await page.getByRole('heading', { name: question }).waitFor();
      await page.locator('svg[role=img]').waitFor();
      await page.getByText(doubt).waitFor();
      expect([await axeFaults(page), await overflowOf(page)]).toEqual([[], 0]);
      expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|\[object/);
      await visits.picture(page, `watch-${language}-${width}-${scheme}`);
    },
  );

  it('gives its figures away, a line for each day', async () => {
    const page = await visits.open('/w/first/why/watch?level=encounter');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Figures (CSV)' }).click(),
    ]);
    const lines = (await (await file.createReadStream()).toArray()).join('').trim().split('\r\n');
    expect(lines[0]).toContain('day,answers,evidence,threshold');
    expect(lines.length).toBeGreaterThan(200);
  });

  it('says how many answers it wants where there are too few, and what to do where there are none', async () => {
    const few = await visits.open('/w/first/why/watch?level=encounter&from=2026-10-15');
    await few.getByText('CND_SAMPLE_TOO_SMALL').waitFor();
    const empty = await visits.openEmpty('/w/second/why/watch');
    await empty.getByRole('heading', { name: 'No answers yet' }).waitFor();
  });
});

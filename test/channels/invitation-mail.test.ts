import { describe, expect, it } from 'vitest';
import {
  composeEmail,
  type InvitationMail,
  invitationMail,
  invitationWords,
  type MailLanguage,
} from '../../src/channels/index.ts';
import { describeInBrowser, launchBrowser } from '../e2e/browser.ts';
import { mailWith } from './messages.ts';

const site = 'https://survey.example';
const scoreLinks = Array.from({ length: 11 }, (_, score) => ({ score, url: `${site}/a/tok?s=${score}` }));
const mail = (changes: Partial<InvitationMail> = {}): InvitationMail => ({
  texts: {
    subject: 'How did we do?',
    greeting: 'Hello Anna,',
    introduction: 'Your request 4711 was closed.',
    question: 'How likely are you to recommend us?',
    anchors: { low: 'not at all likely', high: 'extremely likely' },
  },
  level: 'encounter',
  questions: 3,
  language: 'en',
  link: `${site}/a/tok`,
  scoreLinks,
  stopLink: `${site}/s/tok`,
  unsubscribeLink: `${site}/u/tok`,
  privacyLink: `${site}/privacy`,
  sender: { name: 'Northern Pipes Ltd', address: 'Pipe Street 1, Helsinki' },
  ...changes,
});
const languages = Object.keys(invitationWords) as MailLanguage[];

describe('an invitation by mail', () => {
  it.each(languages)('says in %s who sends it, why, and how to end it, in text and HTML', (language) => {
    const { text, html } = invitationMail(mail({ language, reminder: true }));
    const words = invitationWords[language];
    for (const said of [
      words.reminder,
      words.why.encounter('Northern Pipes Ltd'),
      words.stopReminders,
      words.unsubscribe,
      words.privacy,
      words.length(3),
      words.sentBy,
    ]) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
    for (const link of ['/a/tok', '/s/tok', '/u/tok', '/privacy']) {
      expect(text).toContain(site + link);
      expect(html).toContain(`href="${site}${link}"`);
    }
    expect(html).toContain(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
    expect(html).toContain(`lang="${language}"`);
  });

  it('has its own words in each language', () => {
    const fixed = languages.map((language) => {
      const { why, length, direction, ...words } = invitationWords[language];
      return {
        ...words,
        encounter: why.encounter('X'),
        relationship: why.relationship('X'),
        one: length(1),
        many: length(12),
      };
    });
    for (const name of Object.keys(fixed[0]!) as (keyof (typeof fixed)[0])[]) {
      expect(new Set(fixed.map((words) => words[name])).size, name).toBe(languages.length);
    }
  });

  it('says why by the level of the programme', () => {
    const { text } = invitationMail(mail({ level: 'relationship' }));
    expect(text).toContain('because you are a customer of Northern Pipes Ltd');
    expect(text).not.toContain('recently');
  });

  it('speaks English where it has no words, and turns for other languages from the right', () => {
    const { html } = invitationMail(mail({ language: 'he-IL' }));
    expect(html).toContain('dir="rtl"');
    expect(html).toContain(invitationWords.en.unsubscribe);
    expect(invitationMail(mail({ language: 'fi-FI' })).text).toContain(invitationWords.fi.unsubscribe);
  });

  it('loads nothing and runs nothing', () => {
    const { html } = invitationMail(mail());
    expect(html).not.toMatch(
      /<(img|script|link|iframe|object|embed|form|input)\b|url\(|@import|background-image|src=/i,
    );
    expect([...html.matchAll(/https?:\/\/([^/"]+)/g)].every(([, host]) => host === 'survey.example')).toBe(true);
  });

  it('gives every score a link of at least 44 px and the ends their meaning', () => {
    const { html, text } = invitationMail(mail());
    const links = [
      ...html.matchAll(/<a class="score" href="([^"]+)" aria-label="([^"]+)" style="([^"]+)">(\d+)<\/a>/g),
    ];
    expect(links.map(([, url]) => url)).toEqual(scoreLinks.map(({ url }) => url));
    expect(links.map(([, , label]) => label)).toEqual(['0, not at all likely', ...'123456789', '10, extremely likely']);
    expect(links.every(([, , , style]) => /width:44px;height:44px/.test(style!))).toBe(true);
    // None is coloured or chosen: a score that looks better is given more often.
    expect(new Set(links.map(([, , , style]) => style)).size).toBe(1);
    expect(text).toContain('0 = not at all likely · 10 = extremely likely');
  });

  it('shows hostile words as words', () => {
    const evil = '<script>alert(1)</script>"\'&';
    const { html } = invitationMail(
      mail({
        texts: {
          subject: evil,
          greeting: evil,
          introduction: evil,
          question: evil,
          anchors: { low: evil, high: evil },
        },
        sender: { name: evil, address: evil },
      }),
    );
    expect(html).not.toContain('<script>');
    expect(html).not.toMatch(/aria-label="[^"]*"[^ >]/);
  });

  const bad: readonly [string, Partial<InvitationMail>][] = [
    ['link', { link: 'javascript:alert(1)' }],
    ['unsubscribeLink', { unsubscribeLink: 'mailto:a@b.example' }],
    ['stopLink', { stopLink: 'https://a.example/"onclick="x' }],
    ['scoreLinks', { scoreLinks: [{ score: 0, url: 'data:text/html,x' }] }],
    ['scoreLinks', { texts: { subject: 's', introduction: 'i' } }],
    ['theme', { theme: { accent: 'red;background:url(https://x.example)' } }],
  ];
  it.each(bad)('refuses an unusable %s', (field, changes) => {
    expect(() => invitationMail(mail(changes))).toThrow(
      expect.objectContaining({ code: 'CND_MAIL_HEADER', details: { field } }),
    );
  });

  it('is small: below 12 kB as it is sent', async () => {
    const { raw } = await composeEmail(mailWith('m1', invitationMail(mail({ language: 'de' }))));
    expect(raw.length).toBeLessThan(12_000);
  });
});

describeInBrowser('an invitation in a mail window', () => {
  it('fits 320 to 700 px without scrolling sideways, in both directions; its targets are 44 px', async () => {
    const running = await launchBrowser();
    try {
      for (const language of ['en', 'ar'])
        for (const width of [320, 390, 520, 700]) {
          const page = await running.newPage({ viewport: { width, height: 800 } });
          await page.setContent(invitationMail(mail({ language })).html);
          const seen = await page.evaluate(() => ({
            wide: document.documentElement.scrollWidth,
            sizes: [...document.querySelectorAll('a.score')].map((link) => link.getBoundingClientRect()),
          }));
          expect(seen.wide, `${language} ${width}`).toBeLessThanOrEqual(width);
          expect(seen.sizes.every(({ width: across, height }) => across >= 44 && height >= 44)).toBe(true);
          const rows = new Map<number, number>();
          for (const { y } of seen.sizes) rows.set(y, (rows.get(y) ?? 0) + 1);
          if (width === 700) expect([...rows.values()]).toEqual([11]);
          if (width === 390 || width === 520) expect([...rows.values()]).toEqual([6, 5]);
          await page.close();
        }
    } finally {
      await running.close();
    }
  });
});

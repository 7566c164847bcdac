import type { OpenPages } from './open-pages.ts';
import { fieldsOn } from './open-pages.ts';

/** A mail as a program finds it: every link that stands in it. */
export interface MailLinks {
  readonly answer: string;
  readonly stop: string;
}

/** A program that looks at the links of a mail, and never fills in a form. */
export interface Scanner {
  readonly name: string;
  /** Whether its clicks of scores can be told from those of people. */
  readonly known: boolean;
  visit(pages: OpenPages, mail: MailLinks): Promise<void>;
}

const scores = Array.from({ length: 11 }, (_, score) => score);
const linksOf = ({ answer, stop }: MailLinks) => [
  ...scores.map((score) => `${answer}?score=${score}`),
  answer,
  `${answer}/h`,
  stop,
];
const mailProgram = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36';

async function opensAll(pages: OpenPages, links: readonly string[], headers: Record<string, string>, method = 'GET') {
  for (const link of links) await pages.get(link, headers, method);
}

/** As they are met: mail filters, previews, mail programs that look ahead. */
export const scanners: readonly Scanner[] = [
  {
    name: 'opens every link once, as a filter does',
    known: true,
    visit: (pages, mail) => opensAll(pages, linksOf(mail), { 'user-agent': mailProgram, 'accept-language': '' }),
  },
  {
    name: 'opens every link three times at once',
    known: true,
    visit: async (pages, mail) => {
      await Promise.all([1, 2, 3].map(() => opensAll(pages, linksOf(mail), { 'user-agent': mailProgram })));
    },
  },
  {
    name: 'asks for the head only',
    known: true,
    visit: (pages, mail) => opensAll(pages, linksOf(mail), { 'user-agent': mailProgram }, 'HEAD'),
  },
  {
    name: 'fetches one score ahead',
    known: true,
    visit: (pages, { answer }) => opensAll(pages, [`${answer}?score=9`], { 'sec-purpose': 'prefetch;prerender' }),
  },
  {
    name: 'is the preview of a chat',
    known: true,
    visit: (pages, { answer, stop }) =>
      opensAll(pages, [`${answer}?score=10`, stop], {
        'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
      }),
  },
  {
    name: 'is the preview of a messenger',
    known: true,
    visit: (pages, { answer, stop }) =>
      opensAll(pages, [`${answer}?score=0`, stop], { 'user-agent': 'WhatsApp/2.25.3 A' }),
  },
  {
    name: 'opens the link that nobody sees',
    known: true,
    visit: (pages, { answer }) => opensAll(pages, [`${answer}?score=3`, `${answer}/h`], { 'user-agent': mailProgram }),
  },
  {
    name: 'wraps the link anew and opens it a day later',
    known: false,
    visit: async (pages, { answer, stop }) => {
      const before = pages.time.now;
      await opensAll(pages, [`${answer}?score=7`, stop], { 'user-agent': mailProgram });
      pages.time.now = new Date(before.getTime() + 86_400_000);
      await opensAll(pages, [`${answer}?score=7`, stop], { 'user-agent': mailProgram });
      pages.time.now = before;
    },
  },
  {
    name: 'opens the list of unsubscribing by GET',
    known: true,
    visit: (pages, { stop }) =>
      opensAll(pages, [stop, `${stop}?List-Unsubscribe=One-Click`], { 'user-agent': 'Mimecast' }),
  },
  {
    name: 'presses the first button of a page that a score has filled in, at once',
    known: false,
    visit: async (pages, { answer }) => {
      const html = await (await pages.get(`${answer}?score=9`, { 'user-agent': mailProgram })).text();
      await pages.post(answer, { ...fieldsOn(html), _go: 'next' }, { 'user-agent': mailProgram });
    },
  },
];

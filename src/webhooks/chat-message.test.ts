import { describe, expect, it } from 'vitest';
import { chatBody } from './chat-message.ts';
import { chatWords } from './chat-words.ts';

const message = {
  lines: ['A new answer.', '“[x](http://evil.example) <!here>”'],
  link: { text: 'Open', url: 'https://cx.example.com/w/a' },
};

describe('a message in a chat', () => {
  it('is a text where no mention and no link is of the respondent', () => {
    expect(chatBody('https://hooks.slack.com/services/x', message)).toEqual({
      text: 'A new answer.\n“[x](http://evil.example) &lt;!here&gt;”\nOpen: https://cx.example.com/w/a',
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it.each([
    'https://acme.webhook.office.com/webhookb2/x',
    'https://prod-1.westeurope.logic.azure.com/workflows/x',
    'https://x.environment.api.powerplatform.com/y',
  ])('is a card for %s, of runs of text that know no markdown', (url) => {
    const { type, attachments } = chatBody(url, message) as { type: string; attachments: { content: object }[] };
    expect(type).toBe('message');
    expect(attachments[0]!.content).toMatchObject({
      type: 'AdaptiveCard',
      body: message.lines.map((text) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] })),
      actions: [{ type: 'Action.OpenUrl', title: 'Open', url: 'https://cx.example.com/w/a' }],
    });
  });

  it('is no card for a host that only ends alike', () => {
    expect(chatBody('https://evil-logic.azure.com.example/', message)).toHaveProperty('text');
  });

  it('says a score with its scale in every language and claims nothing more', () => {
    expect(Object.values(chatWords).map(({ score }) => score('Q', 9, 0, 10))).toEqual([
      'Q: 9 on a scale from 0 to 10',
      'Q: 9 asteikolla 0–10',
      'Q: 9 på en skala från 0 till 10',
    ]);
    const sentences = JSON.stringify(
      Object.values(chatWords).map(({ created, updated, open }) => [created, updated, open]),
    );
    expect(sentences).not.toMatch(/±|average|mean|keskiarvo|medel/i);
  });
});

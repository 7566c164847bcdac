/** A message for people: lines of plain text and the address that opens the answer. */
export interface ChatMessage {
  readonly lines: readonly string[];
  readonly link?: { readonly text: string; readonly url: string };
}

/** Services of Microsoft take an adaptive card; Slack, Mattermost, Rocket.Chat and Google Chat take a text. */
const cardHosts = /(^|\.)(webhook\.office\.com|logic\.azure\.com|powerplatform\.com|powerautomate\.com)$/;

/** The body that the chat at this address reads. Words of respondents are words there: no mention, no link of theirs. */
export function chatBody(url: string, message: ChatMessage): object {
  return cardHosts.test(new URL(url).hostname) ? cardOf(message) : textOf(message);
}

function textOf({ lines, link }: ChatMessage): object {
  const text = lines.map(plain).join('\n');
  return { text: link ? `${text}\n${link.text}: ${link.url}` : text, unfurl_links: false, unfurl_media: false };
}

/** `<!channel>` and `<http…>` are commands of Slack, `@all` is one of others: a joiner behind @ makes it a sign again. */
const plain = (line: string) =>
  line.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/@/g, '@\u2060');

/** Runs of text, which unlike text blocks know no markdown. */
function cardOf({ lines, link }: ChatMessage): object {
  const content = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.2',
    body: lines.map((text) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] })),
    ...(link ? { actions: [{ type: 'Action.OpenUrl', title: link.text, url: link.url }] } : {}),
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  };
}

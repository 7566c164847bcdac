import type { ChatMessage } from './chat-message.ts';
import { chatWords } from './chat-words.ts';
import type { ToldAnswer, ToldResponse, ToldWorkspace } from './told-response-store.ts';
import type { Webhook } from './webhook.ts';

/** One event with what was found about it, for one webhook. */
export interface ToldEvent {
  readonly event: string;
  readonly subject: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, unknown>>;
  /** Where it is about a response. */
  readonly response?: ToldResponse;
}

/** Where a message is made: the links of its workspace, where people reach it by an address. */
export interface MessageFrame {
  readonly workspace: ToldWorkspace;
  readonly baseUrl?: string | undefined;
}

/** The specification asks for less than 20 kB. */
const mostBytes = 20_000;
const longestWords = 2_000;

/** The message of an event to a webhook: what a program reads, or what a chat shows. */
export function messagePayload(
  told: ToldEvent,
  webhook: Pick<Webhook, 'kind' | 'includesWords'>,
  frame: MessageFrame,
): object {
  const link = told.response && linkTo(told.response, frame);
  if (webhook.kind === 'chat') return chatMessage(told, webhook.includesWords, { frame, link });
  const { event: type, at, response } = told;
  const data = response ? responseData(response, webhook.includesWords) : { id: told.subject, ...told.data };
  return { type, timestamp: at.toISOString(), data: { ...data, ...(link ? { url: link } : {}) } };
}

function responseData(response: ToldResponse, includesWords: boolean): object {
  const { touchpointName: _, day: __, answers, ...rest } = response;
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== ''));
  const parts = answers.map((answer) => answerData(answer, includesWords));
  const data = (kept: object[]) => ({
    ...told,
    answers: kept,
    ...(kept.length < parts.length ? { answersLeftOut: parts.length - kept.length } : {}),
  });
  // Room for the frame and the link beside the data.
  const room = mostBytes - 1_000;
  let kept = parts;
  while (kept.length > 0 && Buffer.byteLength(JSON.stringify(data(kept))) > room) kept = kept.slice(0, -1);
  return data(kept);
}

function answerData({ question, metric, score, min, max, words }: ToldAnswer, includesWords: boolean): object {
  return {
    question,
    ...(metric === null ? {} : { metric }),
    ...(score === null ? {} : { score, scale: { min, max } }),
    ...(words === null ? {} : includesWords ? { words: shortened(words) } : { hasWords: true }),
  };
}

/** Told as shortened by its last sign, never in the middle of a character. */
function shortened(words: string, most = longestWords): string {
  const signs = [...words];
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : words;
}

const mostScores = 5;

function chatMessage(
  { event, response }: ToldEvent,
  includesWords: boolean,
  { frame, link }: { frame: MessageFrame; link: string | undefined },
): ChatMessage {
  const words = chatWords[frame.workspace.language];
  const opening = event === 'response.updated' ? words.updated : words.created;
  if (!response) return { lines: [opening] };
  const { answers, touchpointName, account, level } = response;
  const scores = answers.flatMap(({ question, score, min, max }) =>
    score === null ? [] : [words.score(question, score, min!, max!)],
  );
  const said = includesWords ? answers.flatMap((answer) => answer.words ?? []) : [];
  const lines = [
    `${opening} ${words.level[level]}.`,
    ...scores.slice(0, mostScores),
    ...(touchpointName === null ? [] : [words.touchpoint(touchpointName)]),
    ...(account === null ? [] : [words.account(account)]),
    ...said.slice(0, 2).map((text) => words.said(shortened(text.replace(/\s+/g, ' '), 500))),
  ];
  return { lines, ...(link ? { link: { text: words.open, url: link } } : {}) };
}

/** The page with the rows of that day, level and touchpoint. */
function linkTo({ level, touchpoint, day }: ToldResponse, { workspace, baseUrl }: MessageFrame): string | undefined {
  if (baseUrl === undefined) return undefined;
  const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const place = touchpoint === null ? '' : `&touchpoint=${encodeURIComponent(touchpoint)}`;
  return `${baseUrl}/w/${workspace.slug}/responses?level=${level}${place}&from=${day}&to=${next}`;
}

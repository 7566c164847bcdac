/** One opening of a score link of a mail, as it came. */
export interface Intent {
  readonly score: number;
  readonly at: Date;
  readonly method: string;
  readonly agent: string;
  /** Accept-Language; every browser of a person sends one. */
  readonly languages: string;
  /** Sec-Purpose, Purpose: a browser or mail program that looks ahead. */
  readonly purpose: string;
}

export const scannerReasons = [
  'several-scores',
  'honeypot',
  'no-page-asked-for',
  'no-language',
  'known-robot',
  'fetched-ahead',
  'soon-after-sending',
] as const;
export type ScannerReason = (typeof scannerReasons)[number];

export interface ScannerVerdict {
  readonly verdict: 'human' | 'scanner' | 'unknown';
  readonly reasons: readonly ScannerReason[];
}

/** A person who compares scores takes longer; a scanner opens every link at once. */
const severalScores = 3;
const severalWithinMilliseconds = 10_000;
/** Scanners open links while the mail is delivered; few people read it so soon, so this alone proves nothing. */
const soonMilliseconds = 20_000;

/** How robots that fetch links call themselves: crawlers, previews of chats, mail filters, programs. */
const robots =
  /bot\b|bot[/;_-]|crawl|spider|slurp|preview|unfurl|facebookexternalhit|whatsapp|slack|telegram|discord|skype|embedly|headless|phantom|puppeteer|mimecast|proofpoint|barracuda|safelinks|symantec|fireeye|trendmicro|python|curl|wget|libwww|go-http|java\/|okhttp|axios|node-fetch|undici|apache-http|ms-office|microsoft office|bingpreview|scan/i;

/**
 * Did a person click the score in the mail, or a program that looks at links? One verdict for each intent of an
 * invitation, with its reasons; a click is never an answer, whatever the verdict. `handedOverAt` is when the mail was
 * taken by the other side, `honeypotAt` when the link that nobody sees was opened.
 */
export function scannerVerdicts(
  intents: readonly Intent[],
  { handedOverAt, honeypotAt }: { readonly handedOverAt?: Date; readonly honeypotAt?: Date },
): ScannerVerdict[] {
  return intents.map((intent) => {
    const near = intents.filter(({ at }) => Math.abs(at.getTime() - intent.at.getTime()) <= severalWithinMilliseconds);
    const strong: [ScannerReason, boolean][] = [
      ['several-scores', new Set(near.map(({ score }) => score)).size >= severalScores],
      ['honeypot', honeypotAt !== undefined],
      ['no-page-asked-for', intent.method !== 'GET'],
      ['no-language', intent.languages.trim() === ''],
      ['known-robot', intent.agent === '' || robots.test(intent.agent)],
      ['fetched-ahead', /prefetch|prerender|preview/i.test(intent.purpose)],
    ];
    const since = handedOverAt === undefined ? undefined : intent.at.getTime() - handedOverAt.getTime();
    const isSoon = since !== undefined && since >= 0 && since < soonMilliseconds;
    const reasons = strong.filter(([, holds]) => holds).map(([reason]) => reason);
    if (reasons.length > 0)
      return { verdict: 'scanner', reasons: isSoon ? [...reasons, 'soon-after-sending'] : reasons };
    return isSoon ? { verdict: 'unknown', reasons: ['soon-after-sending'] } : { verdict: 'human', reasons: [] };
  });
}

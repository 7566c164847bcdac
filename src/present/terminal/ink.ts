import type { RuleStatus } from '../../audit/index.ts';
import type { Verdict } from '../../inference/index.ts';

type Paint = (text: string) => string;

/** How a terminal draws: signs always, colours only where wanted. */
export interface Ink {
  readonly bold: Paint;
  readonly muted: Paint;
  readonly verdict: Readonly<Record<Verdict, Paint>>;
  readonly status: Readonly<Record<RuleStatus, Paint>>;
  readonly sign: Readonly<Record<RuleStatus, string>>;
}

const sign = { fail: '✗', warn: '◇', pass: '✓', 'not measurable': '–' } as const;

/** Basic colours only: they follow the palette that the reader chose for his terminal. */
export function inkOf(colour: boolean): Ink {
  const paint =
    (open: number, close: number): Paint =>
    (text) =>
      colour && text ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  const muted = paint(2, 22);
  const bold = paint(1, 22);
  const [red, green, yellow] = [paint(31, 39), paint(36, 39), paint(33, 39)];
  return {
    bold,
    muted,
    verdict: {
      rose: (text) => bold(green(text)),
      fell: (text) => bold(yellow(text)),
      'no evidence of change': bold,
      'not enough data': bold,
    },
    status: { fail: (text) => bold(red(text)), warn: yellow, pass: (text) => text, 'not measurable': muted },
    sign,
  };
}

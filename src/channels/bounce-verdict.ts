import type { BounceKind } from './bounce-kind.ts';

export interface Bounce {
  readonly at: Date;
  readonly kind: BounceKind;
}

export type BounceVerdict =
  | { readonly kind: 'suppress'; readonly reason: 'hard-bounce' | 'soft-bounces' }
  | { readonly kind: 'keep'; readonly softBounces: number };

const softDays = 14;
const softLimit = 3;

/**
 * Whether an address is still written to: not after one hard bounce, nor after 3 soft ones within 14 days. A bounce for
 * policy is the sender's fault and never counts against the address; a delay has decided nothing.
 */
export function bounceVerdict(history: readonly Bounce[], now: Date): BounceVerdict {
  if (history.some(({ kind }) => kind === 'hard')) return { kind: 'suppress', reason: 'hard-bounce' };
  const since = now.getTime() - softDays * 86_400_000;
  const softBounces = history.filter(({ kind, at }) => kind === 'soft' && at.getTime() > since && at <= now).length;
  return softBounces >= softLimit ? { kind: 'suppress', reason: 'soft-bounces' } : { kind: 'keep', softBounces };
}

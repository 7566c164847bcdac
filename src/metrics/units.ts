declare const unit: unique symbol;

/** A share of a whole, 0..1. */
export type Share = number & { readonly [unit]: 'share' };

/** Net Promoter Score, -100..100. */
export type NpsPoints = number & { readonly [unit]: 'nps points' };

/** A score rescaled by the ends of its scale, 0..100. */
export type IndexScore = number & { readonly [unit]: 'index score' };

/** What a customer meets. The relationship survey belongs to none. */
export const touchpoints = [
  { id: 'meeting', name: 'Sales meeting', arm: 'companies' },
  { id: 'order', name: 'Ordering', arm: 'companies' },
  { id: 'delivery', name: 'Delivery', arm: 'companies' },
  { id: 'support', name: 'Customer support', arm: 'companies' },
  { id: 'invoice', name: 'Invoicing', arm: 'companies' },
  { id: 'store', name: 'Store', arm: 'consumers' },
  { id: 'web', name: 'Web shop', arm: 'consumers' },
  { id: 'phone', name: 'Telephone service', arm: 'consumers' },
  { id: 'chat', name: 'Chat', arm: 'consumers' },
] as const;

export type Touchpoint = (typeof touchpoints)[number]['id'];

/** What an answer is about: a touchpoint, or the whole, seen by those who use it or by those who decide. */
export type Topic = Touchpoint | 'relationship' | 'partnership';

/** In the order of `touchpoints`: contact persons mostly order and receive, decision makers mostly meet and pay. */
export const contactTouchpointShares = [0.1, 0.25, 0.3, 0.25, 0.1] as const;
export const decisionTouchpointShares = [0.6, 0.1, 0, 0.05, 0.25] as const;

export const consumerTouchpoints = ['store', 'web', 'phone', 'chat'] as const;

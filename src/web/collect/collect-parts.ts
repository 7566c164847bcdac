import type { PageAction } from '../api/permission.ts';
import type { WorkspacePage } from '../shell/workspace-shell.tsx';
import { whyParts } from '../why/why-parts.ts';

/** What the page Collect consists of, each below its own address: `/w/SLUG/collect/PART`; the first stands at its root. */
export const collectParts = ['surveys', 'programmes', 'waves', 'events', 'outbox', 'intents', 'places'] as const;

export type CollectPart = (typeof collectParts)[number];

/** Who may not do this is not shown the part. */
export const partNeeds: Readonly<Partial<Record<CollectPart, PageAction>>> = {
  events: 'view-responses',
  outbox: 'view-responses',
  intents: 'judge-intents',
};

/** Whether the address names a page, or a part that the page has. */
export function isPartOf(page: WorkspacePage, part: string | undefined): boolean {
  if (part === undefined) return true;
  if (page === 'why') return whyParts.some((name) => name === part);
  return page === 'collect' && collectParts.some((name) => name === part);
}

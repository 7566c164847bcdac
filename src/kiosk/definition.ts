import type { Questionnaire } from '../survey/index.ts';

/** What a kiosk asks, as the server sends it and the worker keeps it. */
export interface KioskDefinition {
  readonly open: boolean;
  readonly place: { readonly name: string; readonly workspace: string; readonly touchpoint?: string };
  readonly language?: string;
  readonly privacy: string;
  readonly pin?: { readonly salt: string; readonly hash: string; readonly rounds: number };
  readonly version?: string;
  readonly questionnaire?: Questionnaire;
  readonly css?: string;
}

/** One that can be asked by. */
export type AskedDefinition = KioskDefinition & Required<Pick<KioskDefinition, 'version' | 'questionnaire'>>;

export const isAsked = (given: KioskDefinition | undefined): given is AskedDefinition =>
  given?.open === true && given.version !== undefined && given.questionnaire !== undefined;

/** Where this kiosk stands: `/k/CODE/KEY`, without a slash behind. */
export const kioskPath = (): string => location.pathname.replace(/\/$/, '');

/** The questions as they are now, or as they were when the server was last reached; undefined where neither is known. */
export async function loadDefinition(): Promise<KioskDefinition | undefined> {
  try {
    const reply = await fetch(`${kioskPath()}/survey.json`);
    return reply.ok ? ((await reply.json()) as KioskDefinition) : undefined;
  } catch {
    return undefined;
  }
}

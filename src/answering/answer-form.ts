import type { PipeValues } from '../survey/index.ts';
import type { AskedVersion } from './asked-version.ts';

/** What an answer says of whom and where it is from, whichever way it came. */
export interface AnswerOrigin {
  readonly channel: string;
  readonly invitationId?: string;
  readonly openLinkId?: string;
  readonly encounterId?: string;
  readonly touchpointId?: string;
  readonly orgUnitId?: string;
  readonly accountId?: string;
  readonly contactId?: string;
  readonly segment: string;
  readonly respondentRole: string;
}

/** What was given on a page that is not sent yet. Shown to its holder only, and changed by him only. */
export interface KeptPartial {
  readonly holderHash: Buffer;
  readonly given: Readonly<Record<string, unknown>>;
  readonly page: string | undefined;
  readonly language: string | undefined;
}

/** A questionnaire that may be answered now, with all that its page shows. */
export interface AnswerForm {
  readonly workspaceId: string;
  /** Who asks. */
  readonly workspaceName: string;
  readonly timeZone: string;
  readonly version: AskedVersion;
  readonly origin: AnswerOrigin;
  /** Names what is shuffled, so that this respondent sees one order at every request. */
  readonly seed: string;
  /** In which languages the person is asked, the first wish first. */
  readonly languages: readonly string[];
  readonly values: PipeValues;
  readonly partial: KeptPartial | undefined;
  /** Path of the page that stops reminders and surveys, where this person has one. */
  readonly stopPath: string | undefined;
  /** Path of the page that says who asks, what is kept and how to object; an SMS shows no page. */
  readonly privacyPath: string | undefined;
}

/** Why there is nothing to fill in. `unknown` is one and the same for every link that does not work. */
export type NotOpen = {
  readonly kind: 'answered' | 'closed' | 'expired' | 'unknown';
  readonly languages: readonly string[];
};

export type OpenedAnswer = { readonly kind: 'open'; readonly form: AnswerForm } | NotOpen;

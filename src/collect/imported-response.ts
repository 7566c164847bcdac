/** One answer of an imported response: a point of the scale counted from 1, or words. */
export interface ImportedAnswer {
  readonly questionId: string;
  readonly point?: number;
  readonly words?: string;
}

/** A response as a file brings it, with the ids of what it names. */
export interface ImportedResponse {
  readonly id: string;
  readonly source: string;
  readonly externalId: string;
  readonly surveyVersionId: string;
  readonly invitationId?: string | undefined;
  readonly encounterId?: string | undefined;
  readonly touchpointId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly contactId?: string | undefined;
  readonly orgUnitId?: string | undefined;
  readonly segment: string;
  readonly respondentRole: string;
  readonly channel: string;
  readonly language: string;
  readonly respondedAt: Date;
  readonly day: string;
  readonly completed: boolean;
  readonly answers: readonly ImportedAnswer[];
}

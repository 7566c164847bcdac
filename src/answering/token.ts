import { createHmac, hash } from 'node:crypto';

/** What a link lets its holder do. One of a purpose is never one of another. */
export type LinkPurpose = 'answer' | 'stop';

/** 192 bits: nobody guesses one, and with the code of its workspace it fits into a line of a mail. */
const secretBytes = 24;
const tokenForm = /^([0-9a-f]{8})([A-Za-z0-9_-]{32})$/;

/**
 * Which secret stands in the link of this invitation? The same at every call, so that a reminder shows the same link
 * while the store keeps no more than its hash.
 */
export function answerToken(serverSecret: string, invitationId: string, purpose: LinkPurpose): string {
  return createHmac('sha256', serverSecret)
    .update(`candor link 1 ${purpose} ${invitationId}`)
    .digest()
    .subarray(0, secretBytes)
    .toString('base64url');
}

/** What the store keeps of the secret of a link, or of the holder of a page. */
export const secretHash = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** A link as its holder sends it. */
export interface GivenToken {
  /** Names the workspace (`workspace_directory.code`). */
  readonly code: string;
  readonly hash: Buffer;
}

/** Reads the last part of a link; undefined for what can be none (truncated, changed by a mail program). */
export function readToken(text: string): GivenToken | undefined {
  const found = tokenForm.exec(text);
  return found ? { code: found[1]!, hash: secretHash(found[2]!) } : undefined;
}

/** The page that says who asks, what is kept and how to object. */
export const privacyPath = (code: string): string => `/p/${code}`;

const letters = { answer: 'a', stop: 'u' } as const;

/** The path of a link: `/a/…` to answer, `/u/…` to stop. */
export const linkPath = (purpose: LinkPurpose, code: string, token: string): string =>
  `/${letters[purpose]}/${code}${token}`;

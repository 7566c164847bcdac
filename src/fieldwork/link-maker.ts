import { answerToken, type LinkPurpose, linkPath, secretHash } from '../answering/index.ts';

/** The purposes of a link: to answer, and to stop. */
export const linkPurposes = ['answer', 'stop'] as const satisfies readonly LinkPurpose[];

/** The secret of one link, and what the store keeps of it. */
export interface LinkText {
  readonly token: string;
  readonly hash: Buffer;
}

/** Makes the links of an invitation: the same at every attempt, so that the store needs their hashes only. */
export interface LinkMaker {
  linksOf(invitationId: string): Readonly<Record<LinkPurpose, LinkText>>;
}

/** The links that the answer pages open, by the secret of the server. */
export function linkMaker(serverSecret: string): LinkMaker {
  const linkOf = (invitationId: string, purpose: LinkPurpose): LinkText => {
    const token = answerToken(serverSecret, invitationId, purpose);
    return { token, hash: secretHash(token) };
  };
  return { linksOf: (id) => ({ answer: linkOf(id, 'answer'), stop: linkOf(id, 'stop') }) };
}

/** The address that a message carries. */
export function linkAddress(
  { baseUrl, code }: { readonly baseUrl: string; readonly code: string },
  purpose: LinkPurpose,
  token: string,
): string {
  return `${baseUrl}${linkPath(purpose, code, token)}`;
}

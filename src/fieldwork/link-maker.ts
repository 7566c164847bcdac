import { createHash, createHmac } from 'node:crypto';

/** The purposes of a link: to answer, and to stop. */
export const linkPurposes = ['answer', 'stop'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** The secret of one link, and what the store keeps of it. */
export interface LinkText {
  readonly token: string;
  readonly hash: Buffer;
}

/** Makes the links of an invitation: the same at every attempt, so that the store needs their hashes only. */
export interface LinkMaker {
  linksOf(invitationId: string): Readonly<Record<LinkPurpose, LinkText>>;
}

/** 24 bytes: 192 bits, 32 characters of base64url. */
const tokenBytes = 24;

/** Links by HMAC-SHA256 of the secret of the server over invitation and purpose. */
export function linkMaker(serverSecret: string): LinkMaker {
  const linkOf = (invitationId: string, purpose: LinkPurpose): LinkText => {
    const mac = createHmac('sha256', serverSecret).update(`candor: ${purpose} link of ${invitationId}`).digest();
    const token = mac.subarray(0, tokenBytes).toString('base64url');
    return { token, hash: createHash('sha256').update(token).digest() };
  };
  return { linksOf: (id) => ({ answer: linkOf(id, 'answer'), stop: linkOf(id, 'stop') }) };
}

const folders = { answer: 'a', stop: 'stop' } as const;

/** The address that a message carries: code of the workspace and token, as `/a/<code><token>` or `/stop/<code><token>`. */
export function linkAddress(
  { baseUrl, code }: { readonly baseUrl: string; readonly code: string },
  purpose: LinkPurpose,
  token: string,
): string {
  return `${baseUrl}/${folders[purpose]}/${code}${token}`;
}

import { hash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters that need no escaping in a cookie, an address or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the store keeps of a secret. A plain hash is enough: nobody can try 2^256 secrets, unlike passwords. */
export function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** A secret that carries the workspace it opens, since row level security lets nobody look for it elsewhere. */
export function workspaceSecret(prefix: string, workspaceId: string): string {
  return `${prefix}_${workspaceId.replaceAll('-', '')}_${newSecret()}`;
}

/** The workspace that a secret of this prefix names; nothing where it has another form. */
export function workspaceOfSecret(prefix: string, secret: string): string | undefined {
  const found = new RegExp(`^${prefix}_([0-9a-f]{32})_[A-Za-z0-9_-]{43}$`).exec(secret)?.[1];
  return found?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

import { createHmac, timingSafeEqual } from 'node:crypto';

/** Which invitation a mail that comes back belongs to; row level security lets nobody look for it without the workspace. */
export interface InvitationReference {
  readonly workspaceId: string;
  readonly invitationId: string;
}

/** Both ids as 25 digits of base 36: case is lost on the way, and a local part has room for 64 characters. */
const idDigits = 25;
/** 11 digits of base 36: 56 bits. Each guess costs a mail to our own server, and a hit stops one address. */
const sealDigits = 11;
const shape = new RegExp(`^b\\+([0-9a-z]{${idDigits}})([0-9a-z]{${idDigits}})\\.([0-9a-z]{${sealDigits}})$`);

/**
 * The return path of one invitation: `b+<workspace><invitation>.<hmac>@domain` (variable envelope return path). Who
 * bounced is read from this address alone, so that nothing in the body of a report has to be believed.
 */
export function returnPath(reference: InvitationReference, secret: string, domain: string): string {
  const ids = base36(reference.workspaceId) + base36(reference.invitationId);
  return `b+${ids}.${sealOf(ids, secret)}@${domain}`;
}

/** The invitation that an address names; undefined where it is no return path of ours or its seal is wrong. */
export function invitationOfReturnPath(address: string, secret: string): InvitationReference | undefined {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  const [, workspace, invitation, seal] = shape.exec(local) ?? [];
  if (workspace === undefined || invitation === undefined || seal === undefined) return undefined;
  const right = sealOf(workspace + invitation, secret);
  if (!timingSafeEqual(Buffer.from(right), Buffer.from(seal))) return undefined;
  const workspaceId = uuidOf(workspace);
  const invitationId = uuidOf(invitation);
  return workspaceId && invitationId ? { workspaceId, invitationId } : undefined;
}

function sealOf(ids: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`candor return path 1 ${ids}`).digest();
  return digest.readBigUInt64BE().toString(36).padStart(13, '0').slice(-sealDigits);
}

function base36(uuid: string): string {
  return BigInt(`0x${uuid.replaceAll('-', '')}`)
    .toString(36)
    .padStart(idDigits, '0');
}

function uuidOf(digits: string): string | undefined {
  let value = 0n;
  for (const digit of digits) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  if (value >= 1n << 128n) return undefined;
  return value
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

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
const ids = `([0-9a-z]{${idDigits}})([0-9a-z]{${idDigits}})`;
const shapes = [
  { purpose: 'return path', pattern: new RegExp(`^b\\+${ids}\\.([0-9a-z]{${sealDigits}})$`) },
  { purpose: 'message id', pattern: new RegExp(`^${ids}\\.[a-z0-9]{1,20}\\.([0-9a-z]{${sealDigits}})$`) },
] as const;

/**
 * The return path of one invitation: `b+<workspace><invitation>.<hmac>@domain` (variable envelope return path). Who
 * bounced is read from this address alone, so that nothing in the body of a report has to be believed.
 */
export function returnPath(reference: InvitationReference, secret: string, domain: string): string {
  const digits = base36(reference.workspaceId) + base36(reference.invitationId);
  return `b+${digits}.${sealOf('return path', digits, secret)}@${domain}`;
}

/**
 * What stands before the @ of a Message-ID: `<workspace><invitation>.<series>.<hmac>`. Replies and complaints carry it
 * where they lost the return path. One series for the invitation and one for each reminder: `0`, `1`, `sms`.
 */
export function messageIdOf(reference: InvitationReference, series: string | number, secret: string): string {
  const digits = base36(reference.workspaceId) + base36(reference.invitationId);
  return `${digits}.${series}.${sealOf('message id', digits, secret)}`;
}

/**
 * The invitation that one of our own return paths or message ids names; undefined where it is none of ours or its seal
 * is wrong.
 */
export function sealedInvitation(address: string, secret: string): InvitationReference | undefined {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  for (const { purpose, pattern } of shapes) {
    const [, workspace, invitation, seal] = pattern.exec(local) ?? [];
    if (workspace === undefined || invitation === undefined || seal === undefined) continue;
    const right = sealOf(purpose, workspace + invitation, secret);
    if (!timingSafeEqual(Buffer.from(right), Buffer.from(seal))) return undefined;
    const workspaceId = uuidOf(workspace);
    const invitationId = uuidOf(invitation);
    return workspaceId && invitationId ? { workspaceId, invitationId } : undefined;
  }
  return undefined;
}

type Purpose = (typeof shapes)[number]['purpose'];

function sealOf(purpose: Purpose, digits: string, secret: string): string {
  const digest = createHmac('sha256', secret).update(`candor ${purpose} 1 ${digits}`).digest();
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

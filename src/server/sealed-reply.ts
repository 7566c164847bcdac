import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * Seals a reply with the key of the caller, of whom the store keeps a hash only: some replies hold a secret that is told
 * once, and who reads the store must not read it. AES-256-GCM with a nonce of its own for each reply.
 */
export function sealReply(text: string, callerKey: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(callerKey), nonce);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

export function openReply(sealed: Buffer, callerKey: string): string {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(callerKey), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}

/** Another hash than the one that finds the reply. */
const sealingKey = (callerKey: string) => createHash('sha256').update(`seal of a reply\n${callerKey}`).digest();

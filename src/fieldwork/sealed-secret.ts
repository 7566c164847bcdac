import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { CandorError } from '../errors/index.ts';

/** Keeps secrets of sources so that whoever holds the database alone cannot read them. */
export interface SecretSeal {
  seal(text: string, sourceId: string): Buffer;
  /** What was sealed for this source under this secret of the server, else `CND_SOURCE`. */
  open(sealed: Uint8Array, sourceId: string): string;
}

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM under a key of the server's secret, with a random nonce for each value; the id of the source is bound in, so
 * that no value can be moved to another row.
 */
export function secretSeal(serverSecret: string): SecretSeal {
  const key = createHmac('sha256', serverSecret).update('candor: secrets of event sources').digest();
  return {
    seal(text, sourceId) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(sourceId));
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, sourceId) {
      try {
        const bytes = Buffer.from(sealed);
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
        decipher.setAAD(Buffer.from(sourceId)).setAuthTag(bytes.subarray(-tagBytes));
        const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        const message = 'secret: cannot be opened under the present secret of the server; give it again';
        throw new CandorError('CND_SOURCE', message, { field: 'secret' });
      }
    },
  };
}

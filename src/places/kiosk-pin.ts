import { pbkdf2Sync, randomBytes } from 'node:crypto';
import type { KioskPin } from './place-settings.ts';

/** 100,000 rounds take a tablet a third of a second; guessing ten thousand PINs takes it an hour. */
export const pinRounds = 100_000;

/** What a kiosk compares a PIN with while it is offline. */
export function hashPin(pin: string): KioskPin {
  const salt = randomBytes(16);
  return {
    salt: salt.toString('base64'),
    hash: pbkdf2Sync(pin, salt, pinRounds, 32, 'sha256').toString('base64'),
  };
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret for whoever holds a page, or the name of one visit of it. */
export const newHolder = (): string => randomBytes(18).toString('base64url');

/** When a page was made, as a field of its form that only this server can write. */
export function sealTime(serverSecret: string, seed: string, at: Date): string {
  const time = at.getTime().toString(36);
  return `${time}.${sign(serverSecret, seed, time).toString('base64url')}`;
}

/** Milliseconds since the page was made; undefined where the seal is not ours. */
export function sealAge(serverSecret: string, seed: string, sealed: string, now: Date): number | undefined {
  const [time = '', signature = ''] = sealed.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = sign(serverSecret, seed, time);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return now.getTime() - Number.parseInt(time, 36);
}

const sign = (serverSecret: string, seed: string, time: string): Buffer =>
  createHmac('sha256', serverSecret).update(`candor page 1 ${seed} ${time}`).digest().subarray(0, 12);

import { randomInt } from 'node:crypto';
import { CandorError } from '../errors/index.ts';
import { isCommonPassword } from './common-passwords.ts';

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP): about 70 ms here. The library's default algorithm is Argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters at least: of an owner made in the set-up, and of everybody else. */
export const shortestPassword = { owner: 12, member: 10 } as const;

/** Characters at most: a longer one is refused before it costs anything. */
const longestPassword = 256;

/** Loaded by the first password: 12 ms of every start went into the native library and into finding what it exports. */
const argon2 = () => import('@node-rs/argon2');

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await argon2();
  return hash(password.normalize('NFKC'), cost);
}

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash. Without a hash the same work is done in vain, so that the time of an
 * answer does not tell whether an address has an account.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this account');
  const { verify } = await argon2();
  const right = await verify(
    passwordHash ?? (await hashOfNobody),
    password.slice(0, longestPassword + 1).normalize('NFKC'),
  );
  return right && passwordHash !== undefined;
}

/** Refuses a password that is too short, too long, or among those tried first; length counts, kinds of characters do not. */
export function refuseWeakPassword(password: string, whose: { least: number; email: string }): void {
  const { least, email } = whose;
  const length = [...password].length;
  const refuse = (reason: string): never => {
    throw new CandorError('CND_PASSWORD', `the password ${reason}`, { field: 'password', needed: least });
  };
  if (length < least) refuse(`needs ${least} characters, got ${length}`);
  if (length > longestPassword) refuse(`may have ${longestPassword} characters at most, got ${length}`);
  const own = email.toLowerCase().split('@')[0]!;
  if (isCommonPassword(password)) refuse('is among those that are tried first');
  if (own.length >= 4 && password.toLowerCase().replaceAll(own, '').length < 5) refuse('is the e-mail address');
}

/** Letters and digits that nobody mistakes for another. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password that can be read out and typed: 16 characters of 32, 80 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

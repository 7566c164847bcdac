import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP): about 70 ms here. The library's default algorithm is Argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Characters at most: a longer one is refused before it costs anything. */
export const longestPassword = 256;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash. Without a hash the same work is done in vain, so that the time of an
 * answer does not tell whether an address has an account.
 */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody has this account');
  const right = await verify(passwordHash ?? (await hashOfNobody), password.normalize('NFKC'));
  return right && passwordHash !== undefined;
}

/** The questions that the mail doctor asks the name system. `node:dns/promises` answers them as it is. */
export interface DnsResolver {
  readonly resolveTxt: (name: string) => Promise<string[][]>;
  readonly resolveMx: (name: string) => Promise<{ exchange: string; priority: number }[]>;
  readonly resolve4: (name: string) => Promise<string[]>;
  readonly resolve6: (name: string) => Promise<string[]>;
  readonly reverse: (address: string) => Promise<string[]>;
}

/** An answer, nothing there, or no answer at all: three cases that must not be mixed. */
export type DnsAnswer<T> =
  | { readonly kind: 'found'; readonly values: readonly T[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'no-answer'; readonly reason: string };

export async function ask<T>(question: () => Promise<T[]>): Promise<DnsAnswer<T>> {
  try {
    const values = await question();
    return values.length > 0 ? { kind: 'found', values } : { kind: 'absent' };
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? error);
    return code === 'ENOTFOUND' || code === 'ENODATA' ? { kind: 'absent' } : { kind: 'no-answer', reason: code };
  }
}

/** The TXT records of a name that begin so; a record of several strings is one. */
export async function recordsOf(resolver: DnsResolver, name: string, beginning: RegExp): Promise<DnsAnswer<string>> {
  const answer = await ask(() => resolver.resolveTxt(name));
  if (answer.kind !== 'found') return answer;
  const values = answer.values.map((strings) => strings.join('')).filter((text) => beginning.test(text));
  return values.length > 0 ? { kind: 'found', values } : { kind: 'absent' };
}

export async function addressesOf(resolver: DnsResolver, name: string): Promise<readonly string[]> {
  const answers = await Promise.all([ask(() => resolver.resolve4(name)), ask(() => resolver.resolve6(name))]);
  return answers.flatMap((answer) => (answer.kind === 'found' ? answer.values : []));
}

/** Words that SPSS keeps for itself. */
const reserved = new Set('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '));
const longest = 64;

/**
 * The name of each column as SPSS takes it: begins with a letter, holds letters, digits and _ only, at most 64 bytes, and
 * differs from every other one also when case does not count. Accents are taken off; the label keeps the original.
 */
export function savNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9_]+/g, '_')
      .replace(/_+$/, '');
    const lettered = /^[A-Za-z]/.test(plain) ? plain : `v_${plain}`;
    const free = lettered.slice(0, longest);
    let candidate = free;
    for (let number = 2; taken.has(candidate.toUpperCase()) || reserved.has(candidate.toUpperCase()); number += 1) {
      candidate = `${free.slice(0, longest - 6)}_${number}`;
    }
    taken.add(candidate.toUpperCase());
    return candidate;
  });
}

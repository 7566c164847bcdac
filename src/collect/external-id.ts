/** Excel writes long numbers as 1.2E+11 when it saves a CSV: the digits are gone. */
export function isDamagedId(id: string): boolean {
  return /^\d(?:[.,]\d+)?E\+\d{2,}$/i.test(id);
}

/** Whether the key of a person is an e-mail address. */
export const isAddress = (key: string): boolean => /^[^\s@]+@[^\s@]+$/.test(key);

/** A person is found by the id of another system or by the e-mail address, whatever case it is written in. */
export function contactKey(given: string): string {
  return isAddress(given) ? given.toLowerCase() : given;
}

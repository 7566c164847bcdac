/** The languages that pages and messages come in. */
export const languages = ['en', 'fi', 'sv'] as const;

export type Language = (typeof languages)[number];

/** A person who signs in; what he may do is said by his membership of a workspace. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** An e-mail address as it is compared: nobody has two accounts that differ in capitals. */
export function canonicalEmail(email: string): string {
  return email.trim().toLowerCase();
}

import { roleMeaning } from '../tables/index.ts';

const roleIds: Readonly<Record<string, string>> = {
  'decision maker': 'decision-maker',
  payer: 'payer',
  'contact person': 'contact-person',
  user: 'end-user',
};

/** The role that a cell means, as it is kept with a response; undefined where it means none that is known. */
export function roleMeaningOf(text: string): string | undefined {
  const first = roleIds[roleMeaning(text)];
  if (first === 'decision-maker' && /contact|yhteyshenk|kontakt/i.test(text)) {
    return 'decision-maker-and-contact-person';
  }
  return first;
}

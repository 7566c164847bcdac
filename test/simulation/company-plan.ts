import { type Chance, pick } from './seeded-chance.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
/** A year with the leap day and both changes of clocks. */
export const yearBegins = Date.parse('2028-01-03T00:00:00Z');

/** Zones with and without daylight saving, of both halves of the earth, of half and quarter hours. */
const zones = [
  'Europe/Helsinki',
  'America/New_York',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Asia/Tokyo',
  'America/St_Johns',
] as const;
const languages = ['fi', 'sv', 'en', 'de', 'ar', 'pt-BR'] as const;
const segments = ['gold', 'silver', 'bronze'] as const;
export const touchpoints = ['delivery', 'phone', 'invoice'] as const;

export interface PersonPlan {
  readonly key: string;
  readonly account: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string;
  readonly roles: readonly string[];
  /** Where he is known to be; absent: nobody told. */
  readonly zone: string | undefined;
  /** Whether he is there from the beginning; else the first event about him brings him. */
  readonly isKnown: boolean;
  /** Own bases by channel; withdrawn ones are on record too. */
  readonly basis: 'none' | 'consent' | 'withdrawn';
  readonly mailbox: 'good' | 'gone' | 'bounces';
}

export interface AccountPlan {
  readonly key: string;
  readonly segment: string;
}

export interface CompanyPlan {
  readonly accounts: readonly AccountPlan[];
  readonly people: readonly PersonPlan[];
}

/** Whom a year is about: few people to an account, so that the rules meet each other. */
export function companyPlan(seed: number, chance: Chance, customers: number): CompanyPlan {
  const accountCount = Math.max(2, Math.round(customers / 3));
  const accounts = Array.from({ length: accountCount }, (_, i) => ({
    key: `a${i}`,
    segment: pick(chance('segment', i), segments),
  }));
  const people = Array.from({ length: customers }, (_, i): PersonPlan => {
    const of = (...names: string[]) => chance('person', i, ...names);
    const mail = of('mailbox');
    return {
      key: `p${i}`,
      account: accounts[i % accountCount]!.key,
      email: `p${i}.s${seed}@customers.example`,
      phone: `+3584${String(seed % 1000).padStart(3, '0')}${String(i).padStart(5, '0')}`,
      language: pick(of('language'), languages),
      roles:
        of('roles') < 0.3 ? ['payer', 'decision-maker'] : [pick(of('role'), ['end-user', 'contact-person', 'payer'])],
      zone: of('has zone') < 0.85 ? pick(of('zone'), zones) : undefined,
      isKnown: of('known') < 0.5,
      basis: of('basis') < 0.08 ? 'withdrawn' : of('basis') < 0.5 ? 'consent' : 'none',
      mailbox: mail < 0.04 ? 'gone' : mail < 0.08 ? 'bounces' : 'good',
    };
  });
  return { accounts, people };
}

export const zoneAfterMove = (chance: Chance, key: string, turn: number): string =>
  pick(chance('move', key, turn), zones);

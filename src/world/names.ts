import { type RandomStream, randomStream } from '../numeric/index.ts';
import { streams } from './streams.ts';

/*
 * Names are put together from syllables of ours. None was taken from a list of people or companies; that one of them
 * exists somewhere can not be excluded.
 */
const heads = 'Tar Vel Nor Kel Mir Sol Bran Hal Ost Lum Ral Fen Dor Ves Jol Pel Sar Wil Rud Kas Mel Tir Gren Bol'.split(
  ' ',
);
const middles = 'va li mo ra de ne so ki la tu pe ri go ma vi to'.split(' ');
const tails = 'len dor mar tek nis vik ron sel tin gard lux rim tan bel fors nova'.split(' ');
const trades = [
  'Metals',
  'Foods',
  'Logistics',
  'Interiors',
  'Packaging',
  'Machines',
  'Optics',
  'Timber',
  'Textiles',
  'Energy',
  'Catering',
  'Printing',
  'Tools',
  'Gardens',
  'Cleaning',
  'Instruments',
  'Fittings',
  'Glass',
  'Consulting',
  'Software',
  'Transport',
  'Paints',
  'Lighting',
  'Bakeries',
];
const combinations = heads.length * middles.length * tails.length * trades.length;
/** Shares no factor with the number of combinations, so that every account of the first 147,456 has a name of its own. */
const step = 40009;

/** The name of an account: no two alike below 147,456 accounts; from there on with a Roman-free number behind it. */
export function accountName(seed: number, id: number): string {
  let rest = (id * step + firstName(seed)) % combinations;
  const pick = (words: readonly string[]): string => {
    const word = words[rest % words.length]!;
    rest = Math.floor(rest / words.length);
    return word;
  };
  const name = `${pick(heads)}${pick(middles)}${pick(tails)} ${pick(trades)}`;
  const round = Math.floor(id / combinations);
  return round === 0 ? name : `${name} ${round + 1}`;
}

let known: { seed: number; first: number } | undefined;

/** The same for every account of a world; remembered because a world asks for it once an account. */
function firstName(seed: number): number {
  if (known?.seed !== seed) known = { seed, first: randomStream(seed, streams.names, 0).integer(combinations) };
  return known.first;
}

const givenHeads = 'Al Be Ca Da El Fi Ha I Jo Ka Le Ma Ne O Pa Ri Sa Ta U Vi'.split(' ');
const givenTails = 'lvo rina medi sko nelle rto vanu seri lmi tava dora nik'.split(' ');
const familyHeads = 'Aar Berg Dal Ek Frost Gran Heid Kor Lind Myr Norr Oks Pih Ruo Sten Tam Uot Val Wik Ås'.split(' ');
const familyTails = 'alvo emark inela osto umeri ysten avara ekko irand olmi'.split(' ');

const oneOf = (chance: RandomStream, words: readonly string[]): string =>
  words[Math.floor(chance.uniform() * words.length)]!;

/** The name of a person: 240 given names and 200 family names. */
export function personName(chance: RandomStream): string {
  const given = oneOf(chance, givenHeads) + oneOf(chance, givenTails);
  return `${given} ${oneOf(chance, familyHeads)}${oneOf(chance, familyTails)}`;
}

const branchHeads = ['Amber', 'Birch', 'Cedar', 'Dune', 'Elm', 'Fern', 'Granite', 'Heather'];
const branchTails = ['Quay', 'Mill', 'Ridge', 'Field', 'Lake'];
export const regions = ['North', 'East', 'South', 'West'] as const;

/** "Amber Quay": 40 branches, ten to a region. */
export const branchName = (branch: number): string =>
  `${branchHeads[branch % branchHeads.length]!} ${branchTails[Math.floor(branch / branchHeads.length) % branchTails.length]!}`;

export const regionOf = (branch: number): (typeof regions)[number] => regions[branch % regions.length]!;

import type { ListedWave, Silence } from './waves-api.ts';

export interface WavesWords {
  title: string;
  question: string;
  lead: string;
  none: string;
  programme: string;
  state: Readonly<Record<ListedWave['state'], string>>;
  notRunning: string;
  noWaves: string;
  nextAt: (day: string) => string;
  head: Readonly<Record<'wave' | 'state' | 'opens' | 'closes' | 'drawn' | 'expected', string>>;
  wave: (number: number) => string;
  drawnOf: (drawn: string, accounts: string, persons: string) => string;
  tryTitle: string;
  tryLead: string;
  tryRun: string;
  trying: string;
  would: (accounts: string, drawn: string, persons: string) => string;
  wouldRevenue: (share: string) => string;
  reaches: (share: string, by: 'revenue' | 'accounts') => string;
  fallsShort: (share: string, by: 'revenue' | 'accounts') => string;
  ifAnswers: (share: string, from: number) => string;
  silentTitle: string;
  silentNone: string;
  silentHead: Readonly<Record<'why' | 'accounts' | 'revenue', string>>;
  silentLargest: string;
  makeTitle: string;
  makeLead: string;
  closesOn: string;
  closesHint: string;
  make: string;
  makeSure: (persons: string) => string;
  back: string;
  runs: (opens: string, closes: string) => string;
  wasOpen: (opens: string, closes: string) => string;
  close: string;
  closeName: (wave: string) => string;
  closeSure: string;
  goalTitle: (share: string, by: 'revenue' | 'accounts') => string;
  goal: (share: string) => string;
  before: (share: string) => string;
  now: (share: string) => string;
  unheard: (share: string) => string;
  counted: (accounts: string) => string;
  responseTitle: string;
  responseLine: (heard: string, asked: string, rate: string) => string;
  noResponse: string;
  undecided: (persons: string) => string;
  part: Readonly<Record<'role' | 'channel' | 'segment', string>>;
  partHead: Readonly<Record<'asked' | 'heard' | 'rate' | 'accounts' | 'coverage', string>>;
  notKnown: string;
  lost: (parts: string) => string;
  disposition: Readonly<
    Record<'explicit-refusal' | 'break-off' | 'implicit-refusal' | 'undelivered' | 'uncertain', string>
  >;
  silence: Readonly<Record<Silence, string>>;
}

/** What the page about drivers says in one language. Figures come already written. */
export interface DriverWords {
  /** Short names of what usual questions ask, used where a survey asks one of the kind; others are quoted. */
  short: Readonly<Record<'nps' | 'csat' | 'ces', string>>;
  quoted: (text: string) => string;
  question: (outcome: string) => string;
  first: (facts: { driver: string; outcome: string; share: string; range: string; often: string }) => string;
  firstUnknown: (facts: { driver: string; outcome: string; share: string; range: string; often: string }) => string;
  only: (facts: { driver: string; outcome: string; share: string; range: string }) => string;
  together: (facts: { count: number; share: string; outcome: string; n: string }) => string;
  /** Too few answers: how many are needed for so many questions; `answers` is empty where it may not be told. */
  tooFew: (facts: { needed: string; answers: string; questions: number }) => string;
  notCause: string;
  sharesTitle: string;
  sharesSubtitle: (survey: string, window: string) => string;
  sharesAlternative: (lines: string) => string;
  mapTitle: string;
  mapSubtitle: string;
  mapAlternative: (lines: string) => string;
  mapLine: (facts: { rank: string; driver: string; share: string; index: string }) => string;
  importance: string;
  performance: string;
  quadrants: { improve: string; keep: string; watch: string; enough: string };
  contrastTitle: string;
  contrastLead: (n: string) => string;
  contrastNone: string;
  penalty: string;
  reward: string;
  kind: Readonly<Record<'basic' | 'delight' | 'linear' | 'none', string>>;
  rank: string;
  driver: string;
  share: string;
  firstIn: string;
  direction: string;
  directions: Readonly<Record<'with' | 'against' | 'unclear', string>>;
  unclearMark: string;
  answers: string;
  caption: (facts: { n: string; method: string; resamples: string; run: string }) => string;
  methods: Readonly<Record<'lmg' | 'johnson', string>>;
  units: Readonly<Record<'row' | 'account' | 'group', string>>;
  how: { title: string; link: string };
  howRows: {
    formula: string;
    answers: string;
    answersValue: (facts: { n: string; complete: string; fewest: string }) => string;
    explained: string;
    explainedValue: (facts: { share: string; adjusted: string }) => string;
    interval: string;
    intervalValue: (facts: { confidence: string; resamples: string; unit: string; seed: string }) => string;
    missing: string;
    missingNone: string;
    window: string;
    run: string;
    data: string;
  };
  hidden: (count: number) => string;
  cut: string;
  file: string;
  appendix: {
    title: (outcome: string) => string;
    formulas: readonly string[];
    references: string;
    limits: string;
    limitLines: readonly string[];
  };
}

/** The named methods. Each has a page in docs/methods that states its formula, when it misleads, and its source. */
export const methodNames = [
  // one score
  'tango', // score interval of a difference of multinomial shares: NPS
  'tango-effective-n', // the same at n / design effect, t quantile
  'adjusted-wald',
  'wald',
  'wilson',
  'wilson-effective-n',
  'clopper-pearson',
  'jeffreys',
  't', // mean, Student t
  't-linearised', // mean, design-based standard error, t with accounts - strata degrees of freedom
  'bounded-mean', // score interval of the mean of a bounded scale: small or lopsided samples
  // two scores
  'z', // Wald difference, standard errors with n - 1
  'mover-tango', // difference of two Tango intervals, p by inversion
  'newcombe', // difference of two Wilson intervals, p by inversion
  'welch',
  'mover-mean', // difference of two mean intervals, p by inversion
  'paired-t',
  'mann-whitney',
  'linearised-difference', // design-based, covariance between the groups included
] as const;
export type MethodName = (typeof methodNames)[number];

import { CandorError } from '../../errors/index.ts';
import { type Caveat, caveat, type Interval } from '../../inference/index.ts';
import { studentQuantile } from '../../numeric/index.ts';

export interface TopicAnswers {
  /** What each answer counts in the score: for NPS 100, 0 or -100; for a mean its value. */
  readonly values: ArrayLike<number>;
  /** 1 where the answer mentions the topic, or rates it low. */
  readonly mentions: ArrayLike<number>;
  /** Code of the account of each answer: its answers are kept together. */
  readonly accounts?: ArrayLike<number>;
}

export interface TopicImpact {
  /** Score of all minus score without the answers of the topic: below 0 where the topic goes with low scores. */
  readonly impact: number;
  readonly interval: Interval;
  readonly scoreWithout: number;
  readonly scoreOfTopic: number;
  readonly n: number;
  readonly mentions: number;
  readonly caveats: readonly Caveat[];
}

const fewestOnASide = 5;

/**
 * By how much would the score differ if the answers that mention a topic were not there? With N answers and score O, of
 * which n with score T, the score without them is O - n (T - O) / (N - n). The interval is that of a difference of two
 * overlapping means, linearised, with accounts kept together where given.
 * Refuses fewer than 5 answers with or without the topic (`CND_SAMPLE_TOO_SMALL`). It is a description: without the
 * topic those customers would not vanish. docs/methods/drivers.md.
 * @example topicImpact({ values: [100, 100, 0, 100, 100, 0, -100, -100, 0, -100], mentions: [0, 0, 0, 0, 0, 1, 1, 1, 1, 1] }).impact // => -70
 */
export function topicImpact({ values, mentions, accounts }: TopicAnswers, confidence = 0.95): TopicImpact {
  const n = values.length;
  let [sum, topicSum, topic] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    sum += values[i]!;
    if (mentions[i] !== 1) continue;
    topic++;
    topicSum += values[i]!;
  }
  const without = n - topic;
  if (topic < fewestOnASide || without < fewestOnASide) {
    const message = `topicImpact needs at least ${fewestOnASide} answers with and without the topic, got ${topic} and ${without}`;
    throw new CandorError('CND_SAMPLE_TOO_SMALL', message, { mentions: topic, without });
  }
  const all = sum / n;
  const scoreWithout = (sum - topicSum) / without;
  const influence = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const account = accounts && accounts[i]! >= 0 ? accounts[i]! : -1 - i;
    const outside = mentions[i] === 1 ? 0 : (values[i]! - scoreWithout) / without;
    influence.set(account, (influence.get(account) ?? 0) + (values[i]! - all) / n - outside);
  }
  const clusters = influence.size;
  let squares = 0;
  for (const value of influence.values()) squares += value * value;
  const standardError = Math.sqrt((squares * clusters) / Math.max(1, clusters - 1));
  const margin = clusters > 1 ? studentQuantile((1 + confidence) / 2, clusters - 1) * standardError : Infinity;
  if (!Number.isFinite(margin)) {
    throw new CandorError('CND_SAMPLE_TOO_SMALL', 'topicImpact needs at least 2 accounts, got 1', { accounts: 1 });
  }
  const impact = all - scoreWithout;
  return {
    impact,
    interval: { low: impact - margin, high: impact + margin },
    scoreWithout,
    scoreOfTopic: topicSum / topic,
    n,
    mentions: topic,
    caveats:
      clusters < 10 ? [caveat('few-accounts', 'Fewer than 10 accounts: the interval is rough.', { clusters })] : [],
  };
}

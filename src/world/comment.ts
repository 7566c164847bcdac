import { type NpsGroup, scoreGroup } from '../metrics/index.ts';
import type { RandomStream } from '../numeric/index.ts';
import type { Language } from './language.ts';
import { english } from './phrases/english.ts';
import { finnish } from './phrases/finnish.ts';
import type { Mood, Phrases } from './phrases/phrases.ts';
import { swedish } from './phrases/swedish.ts';
import type { Topic } from './touchpoints.ts';

const phrasesOf: Readonly<Record<Language, Phrases>> = { en: english, fi: finnish, sv: swedish };

/** Praise, praise with a wish, or a complaint. */
function moodOf(score: number): Mood {
  const group: NpsGroup = scoreGroup(score);
  if (group === 'promoter') return 'praise';
  return group === 'passive' ? 'mixed' : 'complaint';
}

/** Who writes about what, and how it went. */
export interface CommentSituation {
  readonly language: Language;
  readonly topic: Topic;
  /** 0..10 */
  readonly score: number;
}

/**
 * What might this person have written? One to four sentences about the topic that fit the score: praise at 9 and 10,
 * praise with a wish at 7 and 8, a complaint below. More than 500 different comments for each language, topic and mood.
 *
 * The words carry no more than topic and mood: not for a test of text analysis.
 */
export function comment(chance: RandomStream, { language, topic, score }: CommentSituation): string {
  const { openings, topics, closings } = phrasesOf[language];
  const mood = moodOf(score);
  const sentences: string[] = [];
  const one = (from: readonly string[]): number => Math.floor(chance.uniform() * from.length);
  if (chance.uniform() < 0.55) sentences.push(openings[mood][one(openings[mood])]!);
  const about = topics[topic][mood];
  const first = one(about);
  sentences.push(about[first]!);
  if (chance.uniform() < 0.3) {
    const another = (first + 1 + Math.floor(chance.uniform() * (about.length - 1))) % about.length;
    sentences.push(about[another]!);
  }
  if (chance.uniform() < 0.55) sentences.push(closings[mood][one(closings[mood])]!);
  return sentences.join(' ');
}

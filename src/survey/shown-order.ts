import { randomStream } from '../numeric/index.ts';
import type { ChoiceQuestion, Option } from './question.ts';

/** FNV-1a over UTF-16 units, from a start of one's own, so that one text gives several independent words. */
function word(text: string, start: number): number {
  let hash = start >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * In which order does this respondent see the options? As written, or shuffled by a seed (the id of the invitation):
 * the same seed gives the same order on every request, and over many seeds every order is equally likely. What is
 * exclusive ("none of these") and what is `other` stays last, in the order written: people look for them there.
 * @example shownOrder({ "kind": "single", "key": "why", "text": {}, "options": [{ "key": "a", "text": {} }, { "key": "b", "text": {} }] }, "seed").length // => 2
 */
export function shownOrder(question: ChoiceQuestion, seed: string): Option[] {
  const { key, options, order } = question;
  if (order !== 'shuffled') return [...options];
  const isLast = ({ exclusive, other }: Option) => exclusive === true || other === true;
  // Two words of 32 bits keep ten million invitations from sharing an order more often than chance would.
  const name = `${seed}\0${key}`;
  const stream = randomStream(word(name, 0x811c9dc5), word(name, 0x9e3779b9), options.length);
  return [...stream.shuffle(options.filter((option) => !isLast(option))), ...options.filter(isLast)];
}

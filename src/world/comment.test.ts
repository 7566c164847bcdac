import { describe, expect, it } from 'vitest';
import { scoreGroup } from '../metrics/index.ts';
import { randomStream } from '../numeric/index.ts';
import { accountHistories } from './account-history.ts';
import { comment } from './comment.ts';
import { languages } from './language.ts';
import { english } from './phrases/english.ts';
import { finnish } from './phrases/finnish.ts';
import { type Mood, moods, type Phrases } from './phrases/phrases.ts';
import { swedish } from './phrases/swedish.ts';
import { type Topic, touchpoints } from './touchpoints.ts';
import { createWorld } from './world.ts';

const phrases = { en: english, fi: finnish, sv: swedish };
const topics: readonly Topic[] = [...touchpoints.map(({ id }) => id), 'relationship', 'partnership'];
const sentences = ({ openings, topics: about, closings }: Phrases, mood: Mood): string[] => [
  ...openings[mood],
  ...topics.flatMap((topic) => about[topic][mood]),
  ...closings[mood],
];

describe.each(languages)('the sentences in %s', (language) => {
  it('are whole, differ, and belong to one mood', () => {
    const all = moods.flatMap((mood) => sentences(phrases[language], mood));
    expect(all.length).toBe(3 * 2 * 7 + topics.length * (4 + 3 + 4));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((sentence) => !/^\p{Lu}.*[.!]$/u.test(sentence))).toEqual([]);
  });

  it('complain in no word of praise', () => {
    // Words that a complaint in these languages is made of; a negation hardly ever praises.
    const unhappy = {
      en: /(?<!\p{L})(not?|never|nobody|wrong|late|missing|damaged|rude|waited|lost|poor|disappointing|frustrating)(?!\p{L})/iu,
      fi: /(?<!\p{L})(ei|eivät|emme|en|kukaan|väärin|myöhässä|puuttui|rikki|töykeitä|petyin|turhaan)(?!\p{L})/iu,
      sv: /(?<!\p{L})(inte|ingen|aldrig|fel|sen|saknades|skadade|otrevlig|besvikelse|tyvärr)(?!\p{L})/iu,
    }[language];
    const praise = sentences(phrases[language], 'praise').filter((sentence) => unhappy.test(sentence));
    // "Nothing to add" in Finnish is a negation and praise.
    expect(praise.filter((sentence) => sentence !== 'Ei lisättävää.')).toEqual([]);
    const complaints = sentences(phrases[language], 'complaint');
    expect(complaints.filter((sentence) => unhappy.test(sentence)).length).toBeGreaterThan(complaints.length / 4);
  });
});

describe('comments', () => {
  const world = createWorld({ seed: 3, accounts: 500, lastMonth: '2026-10' });
  const written = [...accountHistories(world)].flatMap(({ invitations }) =>
    invitations.flatMap(({ comment: text, score, contact, touchpoint }) =>
      text === undefined ? [] : [{ text, score, language: contact.language, role: contact.role, touchpoint }],
    ),
  );

  it('fit score, touchpoint and language: made of nothing but the sentences of their cell', () => {
    expect(written.length).toBeGreaterThan(2000);
    const strange: string[] = [];
    for (const { text, score, language, role, touchpoint } of written) {
      const mood = { promoter: 'praise', passive: 'mixed', detractor: 'complaint' }[scoreGroup(score)] as Mood;
      const { openings, topics: about, closings } = phrases[language];
      const topic = touchpoint ?? (role === 'contact person' ? 'relationship' : 'partnership');
      let rest = text;
      for (const sentence of [...openings[mood], ...about[topic][mood], ...closings[mood]]) {
        rest = rest.replace(sentence, '');
      }
      if (rest.trim() !== '' || !about[topic][mood].some((sentence) => text.includes(sentence))) strange.push(text);
    }
    expect(strange).toEqual([]);
  });

  it('seldom repeat each other', () => {
    const counts = new Map<string, number>();
    for (const { text } of written) counts.set(text, (counts.get(text) ?? 0) + 1);
    expect(counts.size / written.length).toBeGreaterThan(0.7);
    expect(Math.max(...counts.values()) / written.length).toBeLessThan(0.01);
  });

  it('are written in three languages, and by people who answered only', () => {
    for (const language of languages) {
      expect(written.filter((one) => one.language === language).length / written.length).toBeGreaterThan(0.1);
    }
    const silent = [...accountHistories(world)].flatMap(({ invitations }) => invitations.filter((a) => !a.answered));
    expect(silent.filter(({ comment: text }) => text !== undefined)).toEqual([]);
  });

  it('have hundreds of forms for one cell', () => {
    const chance = randomStream(1, 1, 1);
    const forms = new Set(
      Array.from({ length: 20_000 }, () => comment(chance, { language: 'fi', topic: 'store', score: 7 })),
    );
    expect(forms.size).toBeGreaterThan(500);
  });
});

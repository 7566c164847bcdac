import { parseQuestionnaire, type Questionnaire } from '../../src/survey/index.ts';

const both = (en: string, fi: string) => ({ en, fi });

/** Every kind of question over three pages, with a branch: page two is for those who are not happy. */
export const longQuestionnaire: Questionnaire = parseQuestionnaire({
  languages: ['en', 'fi'],
  title: both('Your delivery', 'Toimituksesi'),
  intro: both('Hello {{contact.name|there}}, three short pages.', 'Hei {{contact.name|sinä}}, kolme lyhyttä sivua.'),
  pages: [
    {
      key: 'first',
      questions: [
        {
          kind: 'scale',
          key: 'recommend',
          text: both('How likely are you to recommend us?', 'Kuinka todennäköisesti suosittelet meitä?'),
          required: true,
          metric: 'nps',
          scale: { minimum: 0, points: 11 },
          anchors: { low: both('Not at all likely', 'En lainkaan'), high: both('Extremely likely', 'Erittäin') },
        },
        {
          kind: 'single',
          key: 'how',
          text: both('How did it come?', 'Miten se tuli?'),
          order: 'shuffled',
          options: [
            { key: 'car', text: both('By car', 'Autolla') },
            { key: 'post', text: both('By post', 'Postissa') },
            { key: 'bike', text: both('By bicycle', 'Pyörällä') },
            { key: 'other', text: both('Something else', 'Muuten'), other: true },
          ],
        },
      ],
    },
    {
      key: 'why',
      questions: [
        {
          kind: 'text',
          key: 'reason',
          text: both('What went wrong?', 'Mikä meni vikaan?'),
          required: true,
          longest: 500,
          when: { question: 'recommend', is: 'atMost', value: 6 },
        },
      ],
    },
    {
      key: 'last',
      questions: [
        {
          kind: 'multiple',
          key: 'liked',
          text: both('What did you like?', 'Mistä pidit?'),
          atMost: 2,
          options: [
            { key: 'speed', text: both('Speed', 'Nopeus') },
            { key: 'price', text: both('Price', 'Hinta') },
            { key: 'people', text: both('People', 'Ihmiset') },
            { key: 'none', text: both('None of these', 'En mistään'), exclusive: true },
          ],
        },
        {
          kind: 'matrix',
          key: 'parts',
          text: both('How satisfied were you with', 'Kuinka tyytyväinen olit'),
          metric: 'csat-mean',
          scale: { minimum: 1, points: 5 },
          anchors: { low: both('Not at all', 'En lainkaan'), high: both('Very', 'Erittäin') },
          rows: [
            { key: 'price', text: both('the price', 'hintaan') },
            { key: 'tone', text: both('the tone', 'sävyyn') },
          ],
        },
        { kind: 'text', key: 'more', text: both('Anything else?', 'Vielä jotain?'), longest: 500 },
        {
          kind: 'consent',
          key: 'call',
          text: both('You may call me about this', 'Minulle saa soittaa tästä'),
          purpose: 'call-back',
        },
      ],
    },
  ],
});

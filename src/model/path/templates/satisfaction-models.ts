import { complaints, expectations, image, loyalty, satisfaction, value } from './blocks.ts';
import { construct, type ModelTemplate, path } from './template.ts';

const perceived = construct(
  'quality',
  ['Perceived quality', 'Koettu laatu', 'Upplevd kvalitet'],
  [
    [
      'quality_overall',
      'How good is the quality we deliver overall?',
      'Kuinka hyvää toimittamamme laatu on kokonaisuutena?',
      'Hur bra är kvaliteten vi levererar som helhet?',
      'quality',
    ],
    [
      'quality_product',
      'How well do our products do what they should?',
      'Kuinka hyvin tuotteemme tekevät sen, mitä niiden pitää?',
      'Hur väl gör våra produkter det de ska?',
      'manner',
    ],
    [
      'quality_service',
      'How good are our service and advice?',
      'Kuinka hyvää palvelumme ja neuvontamme on?',
      'Hur bra är vår service och rådgivning?',
      'quality',
    ],
    [
      'quality_reliable',
      'How well can you rely on what we deliver?',
      'Kuinka hyvin voit luottaa siihen, mitä toimitamme?',
      'Hur väl kan du lita på det vi levererar?',
      'manner',
    ],
    [
      'quality_range',
      'How well does our range suit you?',
      'Kuinka hyvin valikoimamme sopii sinulle?',
      'Hur väl passar vårt utbud dig?',
      'manner',
    ],
    [
      'quality_clear',
      'How good is the information we give?',
      'Kuinka hyvää antamamme tieto on?',
      'Hur bra är informationen vi ger?',
      'quality',
    ],
    [
      'quality_reach',
      'How well do you reach us when you need to?',
      'Kuinka hyvin tavoitat meidät, kun tarvitset?',
      'Hur väl når du oss när du behöver?',
      'manner',
    ],
  ],
);

const shortQuality = { ...perceived, items: perceived.items.slice(0, 3) };

const product = construct(
  'product_quality',
  ['Product quality', 'Tuotteen laatu', 'Produktkvalitet'],
  [
    [
      'product_overall',
      'How good is the quality of our products?',
      'Kuinka hyvää tuotteidemme laatu on?',
      'Hur bra är kvaliteten på våra produkter?',
      'quality',
    ],
    [
      'product_works',
      'How well do our products work, without faults?',
      'Kuinka hyvin tuotteemme toimivat, ilman virheitä?',
      'Hur väl fungerar våra produkter, utan fel?',
      'manner',
    ],
    [
      'product_range',
      'How well does our range suit you?',
      'Kuinka hyvin valikoimamme sopii sinulle?',
      'Hur väl passar vårt utbud dig?',
      'manner',
    ],
  ],
);

const service = construct(
  'service_quality',
  ['Service quality', 'Palvelun laatu', 'Servicekvalitet'],
  [
    [
      'service_overall',
      'How good is our service?',
      'Kuinka hyvää palvelumme on?',
      'Hur bra är vår service?',
      'quality',
    ],
    [
      'service_friendly',
      'How well are you met by our people?',
      'Kuinka hyvin ihmisemme kohtaavat sinut?',
      'Hur väl blir du bemött av våra medarbetare?',
      'manner',
    ],
    [
      'service_skilled',
      'How well do our people know their work?',
      'Kuinka hyvin ihmisemme osaavat työnsä?',
      'Hur väl kan våra medarbetare sitt jobb?',
      'manner',
    ],
    [
      'service_promise',
      'How well do we keep what we promise?',
      'Kuinka hyvin pidämme lupauksemme?',
      'Hur väl håller vi vad vi lovar?',
      'manner',
    ],
  ],
);

export const ecsi: ModelTemplate = {
  id: 'ecsi',
  title: { en: 'European model (ECSI)', fi: 'Eurooppalainen malli (ECSI)', sv: 'Europeisk modell (ECSI)' },
  use: {
    en: 'The whole relationship, seven constructs and 24 questions: once or twice a year.',
    fi: 'Koko asiakassuhde, seitsemän käsitettä ja 24 kysymystä: kerran tai kaksi vuodessa.',
    sv: 'Hela kundrelationen, sju begrepp och 24 frågor: en eller två gånger om året.',
  },
  constructs: [image, expectations, perceived, value, satisfaction, complaints, loyalty],
  paths: [
    path('image', 'expectations', 0.55),
    path('image', 'satisfaction', 0.2),
    path('image', 'loyalty', 0.2),
    path('expectations', 'quality', 0.6),
    path('expectations', 'value', 0.1),
    path('expectations', 'satisfaction', 0.1),
    path('quality', 'value', 0.55),
    path('quality', 'satisfaction', 0.45),
    path('value', 'satisfaction', 0.25),
    path('satisfaction', 'complaints', 0.55),
    path('satisfaction', 'loyalty', 0.5),
    path('complaints', 'loyalty', 0.15),
  ],
};

export const acsi: ModelTemplate = {
  id: 'acsi',
  title: {
    en: 'American model (ACSI type)',
    fi: 'Amerikkalainen malli (ACSI-tyyppinen)',
    sv: 'Amerikansk modell (ACSI-typ)',
  },
  use: {
    en: 'Satisfaction with its causes and consequences in 15 questions, without image.',
    fi: 'Tyytyväisyys syineen ja seurauksineen 15 kysymyksellä, ilman mielikuvaa.',
    sv: 'Nöjdhet med orsaker och följder i 15 frågor, utan image.',
  },
  constructs: [expectations, shortQuality, value, satisfaction, complaints, loyalty],
  paths: [
    path('expectations', 'quality', 0.6),
    path('expectations', 'value', 0.15),
    path('expectations', 'satisfaction', 0.15),
    path('quality', 'value', 0.6),
    path('quality', 'satisfaction', 0.5),
    path('value', 'satisfaction', 0.3),
    path('satisfaction', 'complaints', 0.55),
    path('satisfaction', 'loyalty', 0.6),
    path('complaints', 'loyalty', 0.15),
  ],
};

export const epsi: ModelTemplate = {
  id: 'epsi',
  title: {
    en: 'Nordic model (EPSI type)',
    fi: 'Pohjoismainen malli (EPSI-tyyppinen)',
    sv: 'Nordisk modell (EPSI-typ)',
  },
  use: {
    en: 'Product and service apart: where both are yours and different people mend them.',
    fi: 'Tuote ja palvelu erikseen: kun molemmat ovat omianne ja eri ihmiset kehittävät niitä.',
    sv: 'Produkt och service var för sig: när båda är era och olika personer förbättrar dem.',
  },
  constructs: [
    { ...image, items: image.items.slice(0, 3) },
    expectations,
    product,
    service,
    value,
    satisfaction,
    loyalty,
  ],
  paths: [
    path('image', 'expectations', 0.6),
    path('image', 'satisfaction', 0.2),
    path('image', 'loyalty', 0.25),
    path('expectations', 'product_quality', 0.55),
    path('expectations', 'service_quality', 0.5),
    path('expectations', 'value', 0.1),
    path('expectations', 'satisfaction', 0.1),
    path('product_quality', 'value', 0.35),
    path('service_quality', 'value', 0.3),
    path('product_quality', 'satisfaction', 0.25),
    path('service_quality', 'satisfaction', 0.3),
    path('value', 'satisfaction', 0.25),
    path('satisfaction', 'loyalty', 0.55),
  ],
};

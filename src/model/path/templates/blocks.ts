import { construct } from './template.ts';

/** Constructs that several models share: the same questions, so that results can be set side by side. */
export const expectations = construct(
  'expectations',
  ['Expectations', 'Odotukset', 'Förväntningar'],
  [
    [
      'expected_overall',
      'How high were your expectations of our overall quality before you became a customer?',
      'Kuinka korkeat odotukset sinulla oli laadustamme kokonaisuutena ennen asiakkuuttasi?',
      'Hur höga förväntningar hade du på vår kvalitet som helhet innan du blev kund?',
      'level',
    ],
    [
      'expected_needs',
      'How well did you expect us to meet your personal needs?',
      'Kuinka hyvin odotit meidän vastaavan juuri sinun tarpeisiisi?',
      'Hur väl förväntade du dig att vi skulle möta just dina behov?',
      'manner',
    ],
    [
      'expected_faults',
      'How well did you expect everything to work, without faults?',
      'Kuinka hyvin odotit kaiken toimivan, ilman virheitä?',
      'Hur väl förväntade du dig att allt skulle fungera, utan fel?',
      'manner',
    ],
  ],
);

export const value = construct(
  'value',
  ['Value for money', 'Hinta–laatusuhde', 'Prisvärdhet'],
  [
    [
      'value_price',
      'Given the quality, how do you rate the price you pay?',
      'Kun ajattelet laatua, millaisena pidät maksamaasi hintaa?',
      'Med tanke på kvaliteten, hur bedömer du priset du betalar?',
      'worth',
    ],
    [
      'value_quality',
      'Given the price, how do you rate the quality you get?',
      'Kun ajattelet hintaa, millaisena pidät saamaasi laatua?',
      'Med tanke på priset, hur bedömer du kvaliteten du får?',
      'worth',
    ],
  ],
);

export const satisfaction = construct(
  'satisfaction',
  ['Satisfaction', 'Tyytyväisyys', 'Nöjdhet'],
  [
    [
      'satisfied_overall',
      'All things considered, how satisfied are you with us?',
      'Kun otat kaiken huomioon, kuinka tyytyväinen olet meihin?',
      'När du väger in allt, hur nöjd är du med oss?',
      'satisfaction',
    ],
    [
      'satisfied_expected',
      'How well do we meet your expectations?',
      'Kuinka hyvin täytämme odotuksesi?',
      'Hur väl uppfyller vi dina förväntningar?',
      'comparison',
    ],
    [
      'satisfied_ideal',
      'Imagine an ideal supplier. How close to it are we?',
      'Kuvittele ihanteellinen toimittaja. Kuinka lähellä sitä olemme?',
      'Tänk dig en perfekt leverantör. Hur nära den är vi?',
      'ideal',
    ],
  ],
);

export const complaints = construct(
  'complaints',
  ['Complaint handling', 'Palautteen käsittely', 'Klagomålshantering'],
  [
    [
      'complaint_handling',
      'How well do we handle complaints, or would you expect us to handle one?',
      'Kuinka hyvin käsittelemme valitukset tai uskot meidän käsittelevän sellaisen?',
      'Hur väl hanterar vi klagomål, eller tror du att vi skulle hantera ett?',
      'manner',
    ],
  ],
);

export const loyalty = construct(
  'loyalty',
  ['Loyalty', 'Uskollisuus', 'Lojalitet'],
  [
    [
      'loyal_again',
      'If you had to choose again, how likely would you choose us?',
      'Jos valitsisit nyt uudelleen, kuinka todennäköisesti valitsisit meidät?',
      'Om du fick välja om, hur troligt är det att du skulle välja oss?',
      'likelihood',
    ],
    [
      'loyal_recommend',
      'How likely are you to recommend us to somebody in your position?',
      'Kuinka todennäköisesti suosittelisit meitä samassa asemassa olevalle?',
      'Hur troligt är det att du rekommenderar oss till någon i din situation?',
      'likelihood',
    ],
    [
      'loyal_more',
      'How likely are you to buy more from us?',
      'Kuinka todennäköisesti ostat meiltä lisää?',
      'Hur troligt är det att du köper mer av oss?',
      'likelihood',
    ],
  ],
);

export const image = construct(
  'image',
  ['Image', 'Mielikuva', 'Image'],
  [
    [
      'image_trusted',
      'This company can be trusted.',
      'Tähän yritykseen voi luottaa.',
      'Det här företaget går att lita på.',
    ],
    ['image_established', 'It stands on firm ground.', 'Se on vakaalla pohjalla.', 'Det står på stadig grund.'],
    ['image_society', 'It does good for society.', 'Se tekee hyvää yhteiskunnalle.', 'Det gör nytta i samhället.'],
    ['image_customers', 'It cares about its customers.', 'Se välittää asiakkaistaan.', 'Det bryr sig om sina kunder.'],
    [
      'image_forward',
      'It looks ahead and brings new things.',
      'Se katsoo eteenpäin ja tuo uutta.',
      'Det blickar framåt och kommer med nytt.',
    ],
  ],
);

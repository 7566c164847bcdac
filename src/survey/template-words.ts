import type { TouchpointType } from './library/entry.ts';
import type { RespondentLanguage } from './respondent-words/respondent-words.ts';

type Words = Readonly<Record<RespondentLanguage, string>>;

/** What the respondent is asked about, as the title of the page. */
export const templateTitles: Readonly<Record<TouchpointType, Words>> = {
  purchase: { en: 'Your purchase', fi: 'Ostoksesi', sv: 'Ditt köp', de: 'Ihr Einkauf', ar: 'عملية الشراء' },
  delivery: { en: 'Your delivery', fi: 'Toimituksesi', sv: 'Din leverans', de: 'Ihre Lieferung', ar: 'التوصيل' },
  onboarding: { en: 'Your start', fi: 'Alkuun pääseminen', sv: 'Din start', de: 'Ihr Start', ar: 'بدايتك معنا' },
  invoice: { en: 'Your invoice', fi: 'Laskusi', sv: 'Din faktura', de: 'Ihre Rechnung', ar: 'فاتورتك' },
  phone: { en: 'Your call', fi: 'Puhelusi', sv: 'Ditt samtal', de: 'Ihr Anruf', ar: 'مكالمتك' },
  chat: { en: 'Your chat', fi: 'Chat-keskustelusi', sv: 'Din chatt', de: 'Ihr Chat', ar: 'محادثتك' },
  visit: { en: 'Your visit', fi: 'Käyntisi', sv: 'Ditt besök', de: 'Ihr Besuch', ar: 'زيارتك' },
  maintenance: {
    en: 'Our service visit',
    fi: 'Huoltokäyntimme',
    sv: 'Vårt servicebesök',
    de: 'Unser Servicebesuch',
    ar: 'زيارة الصيانة',
  },
  complaint: {
    en: 'Your complaint',
    fi: 'Reklamaatiosi',
    sv: 'Ditt klagomål',
    de: 'Ihre Beschwerde',
    ar: 'شكواك',
  },
  renewal: {
    en: 'Our agreement',
    fi: 'Sopimuksemme',
    sv: 'Vårt avtal',
    de: 'Unsere Vereinbarung',
    ar: 'اتفاقنا',
  },
  web: {
    en: 'Our web service',
    fi: 'Verkkopalvelumme',
    sv: 'Vår webbtjänst',
    de: 'Unser Webangebot',
    ar: 'خدمتنا عبر الإنترنت',
  },
  relationship: {
    en: 'Working with us',
    fi: 'Yhteistyömme',
    sv: 'Vårt samarbete',
    de: 'Unsere Zusammenarbeit',
    ar: 'تعاملك معنا',
  },
};

export const templateIntro: Words = {
  en: 'Three short questions, about a minute.',
  fi: 'Kolme lyhyttä kysymystä, aikaa kuluu noin minuutti.',
  sv: 'Tre korta frågor, ungefär en minut.',
  de: 'Drei kurze Fragen, etwa eine Minute.',
  ar: 'ثلاثة أسئلة قصيرة، نحو دقيقة واحدة.',
};

export const templateThanks: Words = {
  en: 'Thank you! We read every answer.',
  fi: 'Kiitos! Luemme jokaisen vastauksen.',
  sv: 'Tack! Vi läser varje svar.',
  de: 'Vielen Dank! Wir lesen jede Antwort.',
  ar: 'شكرًا لك! نقرأ كل إجابة.',
};

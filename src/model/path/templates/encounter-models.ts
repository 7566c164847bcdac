import { loyalty, value } from './blocks.ts';
import { construct, type ModelTemplate, path } from './template.ts';

const ease = construct(
  'ease',
  ['Ease', 'Vaivattomuus', 'Enkelhet'],
  [
    [
      'ease_overall',
      'It was easy to get this done.',
      'Asian hoitaminen oli helppoa.',
      'Det var enkelt att få ärendet uträttat.',
    ],
    [
      'ease_once',
      'I had to explain my matter only once.',
      'Minun tarvitsi selittää asiani vain kerran.',
      'Jag behövde bara förklara mitt ärende en gång.',
    ],
    [
      'ease_find',
      'I found the right place or person at once.',
      'Löysin heti oikean paikan tai ihmisen.',
      'Jag hittade genast rätt ställe eller person.',
    ],
  ],
);

const competence = construct(
  'competence',
  ['Competence', 'Osaaminen', 'Kompetens'],
  [
    [
      'competence_knew',
      'The person who helped me knew the matter.',
      'Minua auttanut ihminen tunsi asian.',
      'Personen som hjälpte mig kunde saken.',
    ],
    [
      'competence_understood',
      'My situation was understood.',
      'Tilanteeni ymmärrettiin.',
      'Min situation blev förstådd.',
    ],
    [
      'competence_solved',
      'I got a solution that holds.',
      'Sain ratkaisun, joka pitää.',
      'Jag fick en lösning som håller.',
    ],
  ],
);

const speed = construct(
  'speed',
  ['Speed', 'Nopeus', 'Snabbhet'],
  [
    [
      'speed_wait',
      'I did not have to wait too long.',
      'Minun ei tarvinnut odottaa liian kauan.',
      'Jag behövde inte vänta för länge.',
    ],
    [
      'speed_done',
      'The matter was settled fast enough.',
      'Asia hoitui riittävän nopeasti.',
      'Ärendet blev klart tillräckligt snabbt.',
    ],
    [
      'speed_informed',
      'I knew all the time what happens next.',
      'Tiesin koko ajan, mitä seuraavaksi tapahtuu.',
      'Jag visste hela tiden vad som skulle hända härnäst.',
    ],
  ],
);

const encounterSatisfaction = construct(
  'satisfaction',
  ['Satisfaction with the encounter', 'Tyytyväisyys asiointiin', 'Nöjdhet med mötet'],
  [
    [
      'encounter_overall',
      'How satisfied are you with this encounter?',
      'Kuinka tyytyväinen olet tähän asiointiin?',
      'Hur nöjd är du med det här mötet?',
      'satisfaction',
    ],
    [
      'encounter_expected',
      'How did it compare with what you expected?',
      'Millainen se oli odotuksiisi verrattuna?',
      'Hur var det jämfört med vad du väntat dig?',
      'comparison',
    ],
    [
      'encounter_ideal',
      'How close was it to an ideal one?',
      'Kuinka lähellä se oli ihanteellista asiointia?',
      'Hur nära var det ett perfekt möte?',
      'ideal',
    ],
  ],
);

const trust = construct(
  'trust',
  ['Trust', 'Luottamus', 'Förtroende'],
  [
    ['trust_word', 'This company keeps its word.', 'Tämä yritys pitää sanansa.', 'Det här företaget håller sitt ord.'],
    ['trust_interest', 'It acts in my interest.', 'Se toimii minun etuni mukaisesti.', 'Det agerar i mitt intresse.'],
    [
      'trust_honest',
      'It is honest when something goes wrong.',
      'Se on rehellinen, kun jokin menee pieleen.',
      'Det är ärligt när något går fel.',
    ],
  ],
);

const comeBack = { ...loyalty, items: loyalty.items.slice(0, 2) };

export const encounter: ModelTemplate = {
  id: 'encounter',
  title: { en: 'Service encounter', fi: 'Asiakaskohtaaminen', sv: 'Kundmöte' },
  use: {
    en: 'One encounter, asked soon after: what made it good, and what it does to trust.',
    fi: 'Yksi kohtaaminen heti sen jälkeen: mikä teki siitä hyvän ja mitä se teki luottamukselle.',
    sv: 'Ett möte, frågat strax efteråt: vad gjorde det bra och vad gör det med förtroendet.',
  },
  constructs: [speed, competence, ease, encounterSatisfaction, trust, comeBack],
  paths: [
    path('speed', 'ease', 0.4),
    path('competence', 'ease', 0.4),
    path('speed', 'satisfaction', 0.2),
    path('competence', 'satisfaction', 0.35),
    path('ease', 'satisfaction', 0.35),
    path('satisfaction', 'trust', 0.6),
    path('satisfaction', 'loyalty', 0.35),
    path('trust', 'loyalty', 0.4),
  ],
};

const purchase = construct(
  'purchase',
  ['Ease of purchase', 'Ostamisen vaivattomuus', 'Enkelt att köpa'],
  [
    [
      'purchase_offer',
      'It is easy to get an offer that fits.',
      'Sopivan tarjouksen saaminen on helppoa.',
      'Det är lätt att få en offert som passar.',
    ],
    ['purchase_order', 'It is easy to order.', 'Tilaaminen on helppoa.', 'Det är lätt att beställa.'],
    [
      'purchase_invoice',
      'Contracts and invoices are clear.',
      'Sopimukset ja laskut ovat selkeitä.',
      'Avtal och fakturor är tydliga.',
    ],
  ],
);

const contact = construct(
  'contact',
  ['Contact person', 'Yhteyshenkilö', 'Kontaktperson'],
  [
    [
      'contact_knows',
      'Our contact person knows our business.',
      'Yhteyshenkilömme tuntee liiketoimintamme.',
      'Vår kontaktperson känner vår verksamhet.',
    ],
    [
      'contact_reach',
      'We reach our contact person when we need to.',
      'Tavoitamme yhteyshenkilömme, kun tarvitsemme.',
      'Vi når vår kontaktperson när vi behöver.',
    ],
    [
      'contact_proposes',
      'Our contact person brings proposals without being asked.',
      'Yhteyshenkilömme tekee ehdotuksia pyytämättä.',
      'Vår kontaktperson kommer med förslag utan att vi ber.',
    ],
  ],
);

const delivery = construct(
  'delivery',
  ['Delivery', 'Toimitus', 'Leverans'],
  [
    [
      'delivery_promise',
      'Deliveries come as agreed.',
      'Toimitukset tulevat sovitusti.',
      'Leveranserna kommer som avtalat.',
    ],
    [
      'delivery_quality',
      'What is delivered works without faults.',
      'Toimitettu toimii virheettä.',
      'Det som levereras fungerar felfritt.',
    ],
    ['delivery_mending', 'Faults are mended fast.', 'Virheet korjataan nopeasti.', 'Fel rättas till snabbt.'],
  ],
);

const relation = construct(
  'satisfaction',
  ['Satisfaction', 'Tyytyväisyys', 'Nöjdhet'],
  [
    [
      'relation_overall',
      'All things considered, how satisfied are you with us?',
      'Kun otat kaiken huomioon, kuinka tyytyväinen olet meihin?',
      'När du väger in allt, hur nöjd är du med oss?',
      'satisfaction',
    ],
    [
      'relation_expected',
      'How well do we meet your expectations?',
      'Kuinka hyvin täytämme odotuksesi?',
      'Hur väl uppfyller vi dina förväntningar?',
      'comparison',
    ],
    [
      'relation_ideal',
      'Imagine an ideal supplier. How close to it are we?',
      'Kuvittele ihanteellinen toimittaja. Kuinka lähellä sitä olemme?',
      'Tänk dig en perfekt leverantör. Hur nära den är vi?',
      'ideal',
    ],
  ],
);

export const b2b: ModelTemplate = {
  id: 'b2b',
  title: { en: 'Business relationship', fi: 'Yritysasiakkuus', sv: 'Företagsrelation' },
  use: {
    en: 'Accounts with several roles: ask users, payers and decision makers, and compare them.',
    fi: 'Asiakkuudet, joissa on monta roolia: kysy käyttäjiltä, maksajilta ja päättäjiltä ja vertaa heitä.',
    sv: 'Kunder med flera roller: fråga användare, betalare och beslutsfattare och jämför dem.',
  },
  constructs: [purchase, contact, delivery, value, relation, trust, loyalty],
  paths: [
    path('purchase', 'value', 0.35),
    path('delivery', 'value', 0.4),
    path('purchase', 'satisfaction', 0.25),
    path('contact', 'satisfaction', 0.3),
    path('delivery', 'satisfaction', 0.3),
    path('value', 'satisfaction', 0.25),
    path('contact', 'trust', 0.25),
    path('satisfaction', 'trust', 0.5),
    path('satisfaction', 'loyalty', 0.35),
    path('trust', 'loyalty', 0.35),
  ],
};

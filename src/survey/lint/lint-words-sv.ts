import type { ChangedAspect, LintWords } from './finding.ts';

const aspect: Readonly<Record<ChangedAspect, string>> = {
  scale: 'skala',
  anchors: 'skalans ändpunkter',
  text: 'ordalydelse',
  options: 'alternativ',
  place: 'plats i ordningen',
};

export const sv: LintWords = {
  'details-first': () => [
    'Detaljer före betyget gör att folk faller bort innan de ger det svar som räknas.',
    'Fråga efter betyget först, sedan orsakerna och bakgrunden sist.',
  ],
  'recommendation-late': () => [
    'Det som betygsätts före färgar rekommendationen, så att den inte kan jämföras med andra enkäter.',
    'Fråga om rekommendationen först i en enkät om kundrelationen.',
  ],
  long: ({ count }) => [
    `${count} frågor på den längsta vägen: varje fråga till kostar svar.`,
    'Håll dig till högst 7. Stryk det som ingen agerar på, eller ställ en del av frågorna till en del av kunderna.',
  ],
  'too-long': ({ count }) => [
    `${count} frågor på den längsta vägen: med fler än 12 avbryter folk eller klickar sig igenom.`,
    'Dela upp den: några frågor till alla, resten till ett urval.',
  ],
  'many-options': ({ count }) => [
    `${count} alternativ: med 24 sorters sylt stannade 60 % och 3 % av dem köpte, med 6 sorter stannade 40 % och 30 % köpte.`,
    'Behåll de 6 som väljs mest och lägg till ”något annat”.',
  ],
  descending: () => [
    'En skala från hög till låg sänker NPS: 11 förhandsregistrerade experiment, 11 676 personer.',
    'Låt skalan gå från låg till hög i alla enkäter.',
  ],
  coloured: () => [
    'Färger på skalan visar vilket svar som är bra och flyttar resultatet 1–3 %.',
    'Rita alla steg likadana.',
  ],
  preselected: () => [
    'Ett förvalt steg sparas även för dem som aldrig valde.',
    'Börja utan val. Ett klick i ett meddelande visas, men räknas först när det skickas.',
  ],
  'process-words': ({ met }) => [
    `Kunder använder inte de här orden: ${met}.`,
    'Säg vad kunden gjorde eller mötte, med kundens egna ord.',
  ],
  'double-barrelled': ({ met }) => [
    `”${met}” är två frågor: svaret säger inget om någon av dem.`,
    'Ställ den ena, eller var och en för sig.',
  ],
  'no-open-question': () => [
    'Ett betyg utan orsak går inte att agera på.',
    'Lägg till en öppen fråga efter betyget: ”Varför gav du det betyget?”',
  ],
  changed: ({ aspects = [] }) => [
    `Svar kommer in och frågan skulle ändras (${aspects.map((one) => aspect[one]).join(', ')}): före och efter kan då inte jämföras.`,
    'Vänta till nästa mätomgång eller markera ett brott i trenden.',
  ],
  'no-anchors': () => [
    'Utan ord i ändarna vet ingen vilken ände av skalan som är bra.',
    'Säg vad det lägsta och det högsta steget betyder.',
  ],
  'same-anchors': () => [
    'Skalans ändar säger samma sak, eller bara siffror.',
    'Säg med ord vad det lägsta och det högsta steget betyder.',
  ],
  leading: ({ met }) => [`Frågan antyder sitt svar: ${met}.`, 'Fråga neutralt: ”Hur nöjd är du med …?”'],
  negation: ({ met }) => [
    `Med en negation (${met}) svarar folk lätt tvärtom mot vad de menar.`,
    'Vänd frågan så att ett högt värde betyder bra.',
  ],
  'double-negation': ({ met }) => [`Två negationer i samma mening (${met}) läses fel.`, 'Säg det utan någon av dem.'],
};

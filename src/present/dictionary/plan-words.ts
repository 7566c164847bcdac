import type { PeriodUnit } from '../../audit/index.ts';
import type { Language } from '../language.ts';

/** The words of the planner; every argument comes written. */
export interface PlanWords {
  readonly every: Readonly<Record<PeriodUnit, string>>;
  readonly sees: (answers: string, every: string, size: string) => string;
  readonly needs: (size: string, answers: string, every: string) => string;
  readonly invitations: (count: string, rate: string, range: string | undefined) => string;
  readonly nobodyInvited: string;
  readonly nobodyAnswered: string;
  readonly testOn: (day: string, days: string, size: string) => string;
  readonly testNever: (answers: string, size: string, least: string) => string;
  readonly testTooFar: (size: string) => string;
  readonly monitorOn: (days: string, day: string) => string;
  readonly ninetyOn: (day: string) => string;
  readonly monitorShare: (share: string) => string;
  readonly noAlarm: string;
  readonly basis: (answers: string, from: string, to: string, effect: string) => string;
  readonly unclustered: string;
  readonly assumes: string;
  readonly head: readonly [string, (every: string) => string, (every: string) => string, string, string, string];
  readonly never: string;
  readonly notInYear: string;
  readonly farAway: string;
  readonly chartTitle: string;
  readonly now: (size: string) => string;
  readonly xLabel: (every: string) => string;
  readonly yLabel: string;
  readonly target: (target: string, period: string, reached: string, seen: string) => string;
  readonly targetMoves: (sway: string) => string;
  readonly targetLocked: (answers: string, needed: string) => string;
  readonly targetTooEarly: string;
  readonly alternative: (sees: string, needs: string) => string;
}

const en: PlanWords = {
  every: { week: 'a week', month: 'a month', quarter: 'a quarter' },
  sees: (answers, every, size) => `With ${answers} answers ${every} you see a change of ${size}.`,
  needs: (size, answers, every) => `A change of ${size} needs ${answers} answers ${every}`,
  invitations: (count, rate, range) => `, about ${count} invitations at your ${rate}${range ? ` (${range})` : ''}.`,
  nobodyInvited: '. Nobody was invited in this time, so how many to invite is not known.',
  nobodyAnswered: '. None of the invited people answered, so how many to invite is not known.',
  testOn: (day, days, size) =>
    `If the score moves for good by ${size} now, one test finds it on ${day}, in ${days} days, in four cases of five. It is made once, on that day.`,
  testNever: (answers, size, least) =>
    `No single test against the ${answers} answers so far ever shows a change of ${size}: they leave room for ${least}, however long you wait.`,
  testTooFar: (size) => `One test against the answers so far shows a change of ${size} in more than ten years.`,
  monitorOn: (days, day) =>
    `A monitor, which may be looked at every day, notices it in half of the cases within ${days} days, by ${day}.`,
  ninetyOn: (day) => `In nine cases of ten it has by ${day}.`,
  monitorShare: (share) =>
    `A monitor, which may be looked at every day, notices it within a year in ${share} of the cases.`,
  noAlarm: 'No alarm does not mean no change.',
  basis: (answers, from, to, effect) =>
    `From ${answers} answers of ${from} to ${to}; accounts and their likeness count (design effect ${effect}).`,
  unclustered: 'No answer has an account, so all are taken as independent.',
  assumes:
    'Seen means found by a two-sided test at 5 % in four cases of five. Answers are taken to come, to spread and to be given as often as so far.',
  head: [
    'Change',
    (every) => `Answers ${every}`,
    (every) => `Invitations ${every}`,
    'One test shows it',
    'Monitor, half of cases',
    'Monitor, within a year',
  ],
  never: 'never',
  notInYear: 'not in a year',
  farAway: 'in over ten years',
  chartTitle: 'What more answers would show',
  now: (size) => `now: ${size}`,
  xLabel: (every) => `answers ${every}`,
  yLabel: 'smallest change seen',
  target: (target, period, reached, seen) =>
    `Target ${target} in ${period}: the score is there with a probability of ${reached}, and its answers show it with ${seen}. Judge it once, when that period has ended.`,
  targetMoves: (sway) =>
    `The level is taken to move on as it has so far, by about ${sway} from period to period, without a trend.`,
  targetLocked: (answers, needed) =>
    `A target is locked until its baseline is measured: ${answers} of ${needed} answers are there.`,
  targetTooEarly: 'How likely the target is cannot be said before four whole periods have answers.',
  alternative: (sees, needs) =>
    `A falling line: the more answers, the smaller the change that is seen. ${sees} ${needs}`,
};

const fi: PlanWords = {
  every: { week: 'viikossa', month: 'kuukaudessa', quarter: 'neljännesvuodessa' },
  sees: (answers, every, size) => `Kun vastauksia tulee ${answers} ${every}, pienin näkyvä muutos on ${size}.`,
  needs: (size, answers, every) => `Jotta näkyvä muutos olisi ${size}, vastauksia tarvitaan ${answers} ${every}`,
  invitations: (count, rate, range) =>
    ` eli noin ${count} kutsua, kun vastausaste on ${rate}${range ? ` (${range})` : ''}.`,
  nobodyInvited: '. Tänä aikana ei kutsuttu ketään, joten kutsujen määrää ei tiedetä.',
  nobodyAnswered: '. Kukaan kutsutuista ei vastannut, joten kutsujen määrää ei tiedetä.',
  testOn: (day, days, size) =>
    `Jos tulos nyt muuttuu pysyvästi (${size}), yksi testi löytää muutoksen neljässä tapauksessa viidestä ${day} eli ${days} päivän päästä. Testi tehdään kerran, sinä päivänä.`,
  testNever: (answers, size, least) =>
    `Yksikään testi tähänastisia vastauksia (${answers}) vastaan ei koskaan näytä näin pientä muutosta (${size}): niiden epävarmuus on ${least}, odotettiinpa kuinka kauan tahansa.`,
  testTooFar: (size) => `Yksi testi näyttää muutoksen (${size}) vasta yli kymmenen vuoden päästä.`,
  monitorOn: (days, day) =>
    `Seuranta, jota saa katsoa joka päivä, huomaa muutoksen puolessa tapauksista ${days} päivässä, viimeistään ${day}.`,
  ninetyOn: (day) => `Yhdeksässä tapauksessa kymmenestä se on huomannut muutoksen viimeistään ${day}.`,
  monitorShare: (share) =>
    `Seuranta, jota saa katsoa joka päivä, huomaa muutoksen vuoden kuluessa näin usein: ${share} tapauksista.`,
  noAlarm: 'Vaikka hälytystä ei tule, muutos on voinut tapahtua.',
  basis: (answers, from, to, effect) =>
    `Perustana ${answers} vastausta ajalta ${from}–${to}; saman asiakkaan vastausten samankaltaisuus on mukana (asetelmakerroin ${effect}).`,
  unclustered: 'Vastauksilla ei ole asiakastietoa, joten niitä pidetään toisistaan riippumattomina.',
  assumes:
    'Näkyvä tarkoittaa: kaksisuuntainen testi 5 prosentin tasolla löytää muutoksen neljässä tapauksessa viidestä. Vastausten tahdin, hajonnan ja vastausasteen oletetaan pysyvän ennallaan.',
  head: [
    'Muutos',
    (every) => `Vastauksia ${every}`,
    (every) => `Kutsuja ${every}`,
    'Yksi testi näyttää',
    'Seuranta, puolet tapauksista',
    'Seuranta, vuoden kuluessa',
  ],
  never: 'ei koskaan',
  notInYear: 'ei vuodessa',
  farAway: 'yli kymmenen vuoden päästä',
  chartTitle: 'Mitä useammat vastaukset näyttäisivät',
  now: (size) => `nyt: ${size}`,
  xLabel: (every) => `vastauksia ${every}`,
  yLabel: 'pienin näkyvä muutos',
  target: (target, period, reached, seen) =>
    `Tavoite ${target}, ajankohtana ${period}: tulos on silloin tavoitteessa todennäköisyydellä ${reached}, ja jakson vastaukset näyttävät sen todennäköisyydellä ${seen}. Tavoite arvioidaan kerran, kun jakso on päättynyt.`,
  targetMoves: (sway) =>
    `Tason oletetaan liikkuvan kuten tähän asti, jaksosta toiseen tyypillisesti näin paljon: ${sway}, ilman suuntausta.`,
  targetLocked: (answers, needed) =>
    `Tavoite on lukittu, kunnes lähtötaso on mitattu: vastauksia on ${answers}, tarvitaan ${needed}.`,
  targetTooEarly: 'Tavoitteen todennäköisyyttä ei voi sanoa ennen kuin neljässä kokonaisessa jaksossa on vastauksia.',
  alternative: (sees, needs) => `Laskeva viiva: mitä enemmän vastauksia, sitä pienempi muutos näkyy. ${sees} ${needs}`,
};

const sv: PlanWords = {
  every: { week: 'i veckan', month: 'i månaden', quarter: 'i kvartalet' },
  sees: (answers, every, size) => `Med ${answers} svar ${every} syns en förändring på ${size}.`,
  needs: (size, answers, every) => `En förändring på ${size} kräver ${answers} svar ${every}`,
  invitations: (count, rate, range) =>
    `, ungefär ${count} inbjudningar med er svarsfrekvens på ${rate}${range ? ` (${range})` : ''}.`,
  nobodyInvited: '. Ingen bjöds in under tiden, så antalet inbjudningar är inte känt.',
  nobodyAnswered: '. Ingen av de inbjudna svarade, så antalet inbjudningar är inte känt.',
  testOn: (day, days, size) =>
    `Om resultatet nu varaktigt flyttar sig ${size} hittar ett enda test det i fyra fall av fem den ${day}, om ${days} dagar. Testet görs en gång, den dagen.`,
  testNever: (answers, size, least) =>
    `Inget enskilt test mot de ${answers} svaren hittills visar någonsin en förändring på ${size}: de lämnar utrymme för ${least}, hur länge man än väntar.`,
  testTooFar: (size) => `Ett enda test visar en förändring på ${size} först om mer än tio år.`,
  monitorOn: (days, day) =>
    `En övervakning, som får läsas av varje dag, märker den i hälften av fallen inom ${days} dagar, senast den ${day}.`,
  ninetyOn: (day) => `I nio fall av tio har den märkt den senast den ${day}.`,
  monitorShare: (share) => `En övervakning, som får läsas av varje dag, märker den inom ett år i ${share} av fallen.`,
  noAlarm: 'Att inget larm kommer betyder inte att inget har ändrats.',
  basis: (answers, from, to, effect) =>
    `Från ${answers} svar under ${from}–${to}; att svar från samma kund liknar varandra är inräknat (designeffekt ${effect}).`,
  unclustered: 'Inget svar har någon kund, så alla tas som oberoende.',
  assumes:
    'Att en förändring syns betyder att ett tvåsidigt test på 5 %-nivån hittar den i fyra fall av fem. Svarstakten, spridningen och svarsfrekvensen antas förbli som hittills.',
  head: [
    'Förändring',
    (every) => `Svar ${every}`,
    (every) => `Inbjudningar ${every}`,
    'Ett test visar den',
    'Övervakning, hälften av fallen',
    'Övervakning, inom ett år',
  ],
  never: 'aldrig',
  notInYear: 'inte inom ett år',
  farAway: 'om mer än tio år',
  chartTitle: 'Vad fler svar skulle visa',
  now: (size) => `nu: ${size}`,
  xLabel: (every) => `svar ${every}`,
  yLabel: 'minsta förändring som syns',
  target: (target, period, reached, seen) =>
    `Mål ${target} för ${period}: resultatet är där med sannolikheten ${reached}, och periodens svar visar det med sannolikheten ${seen}. Målet bedöms en gång, när perioden är slut.`,
  targetMoves: (sway) => `Nivån antas röra sig som hittills, med ungefär ${sway} från period till period, utan trend.`,
  targetLocked: (answers, needed) => `Målet är låst tills utgångsläget är mätt: ${answers} av ${needed} svar finns.`,
  targetTooEarly: 'Hur troligt målet är kan inte sägas förrän fyra hela perioder har svar.',
  alternative: (sees, needs) => `En fallande linje: ju fler svar, desto mindre förändring syns. ${sees} ${needs}`,
};

export const planWords: Readonly<Record<Language, PlanWords>> = { en, fi, sv };

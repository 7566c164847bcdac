import type { MetricFamily } from '../metrics/index.ts';

/** A name as words: "RecordedDate", "recorded_date" and "Recorded  Date" are all "recorded date". */
export function wordsOf(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\d#]+/gu, ' ')
    .trim();
}

const families: readonly (readonly [Exclude<MetricFamily, 'other'>, RegExp])[] = [
  ['nps', /\be?nps(?:\d|score|\b)|net ?promoter|recommend|suosittel|rekommend|empfehl|empfähl/],
  ['csat', /csat|satisf|tyytyv|nöjd|zufrieden/],
  ['ces', /\bces(?:\d|score|\b)|effort|\beas(?:e|y|ier|ily)\b|vaiva|helppo|helpo|ansträng|\benkelt?\b|mühe|aufwand/],
];

/** The metric a column measures by its name and question, in English, Finnish, Swedish or German. */
export function familyOf(words: string): Exclude<MetricFamily, 'other'> | undefined {
  return families.find(([, pattern]) => pattern.test(words))?.[0];
}

export const isNpsGroupName = (words: string): boolean =>
  /\bnps (group|category|segment|type|ryhmä|grupp)/.test(words) ||
  (familyOf(words) === 'nps' && /\bgroup$/.test(words));

/** A cell of such a column: Promoter, Passive, Detractor. */
export const isNpsGroup = (cell: string): boolean => /^(promoter|passive|detractor)/i.test(cell);

/** Shares of a survey's sending and the like: they carry the metric's name and are not its answers. */
export const isRateName = (words: string): boolean =>
  /\b(response|open|click|answer) rate\b|\brate$|percent|\bcount$/.test(words);

export const isGenericScoreName = (words: string): boolean =>
  /\b(score|rating|grade|points?|stars?|arvosana|arvio|pisteet|betyg|poäng|note|bewertung|punkte)\b/.test(words) &&
  !/\b(lead|health|credit|risk|quality|response|sentiment|propensity|spam) score\b/.test(words);

/** Columns that hold numbers of another kind: never a score unless named by the caller. */
export const isOtherNumber = (words: string): boolean =>
  /\b(id|no|number|count|age|year|month|week|day|quarter|progress|duration|seconds?|minutes?|time|rate|quantity|qty|amount|price|revenue|sales|turnover|latitude|longitude|zip|postal|phone|version|wave|page|seed|quota|row|index|weight|importan(?:ce|t)|priority|employees|size|status|finished|ikä|vuosi|kuukausi|määrä|liikevaihto|paino|tärkeys|tärkeä|ålder|år|månad|antal|omsättning|vikt|alter|jahr|monat|anzahl|umsatz|gewicht)\b|percent|response rate|\b(?:order|contract|account|lifetime|basket|cart) value\b|#/.test(
    words,
  );

/** Dates of another kind, which never date an answer unless named by the caller. */
export const isOtherDate = (words: string): boolean =>
  /birth|born|syntym|född|geburt|\bdue\b|renew|expir|contract|sopimus|avtal|vertrag|updated|\blast\b(?! action)|duration|purchase|order|\bnext\b|seconds/.test(
    words,
  );

/** The order in which date columns are preferred; 8 is a date without a better name, 9 a start or sent time. */
export function dateRankOf(words: string): number | undefined {
  if (isOtherDate(words)) return undefined;
  if (
    /\bstart|\bsent\b|invit|deliver|opened|reminder|\baloi|alkoi|alku|lähet|kutsu|skicka|påbörja|inbjud|beginn|gesendet|versand|einlad/.test(
      words,
    )
  ) {
    return 9;
  }
  const order: readonly RegExp[] = [
    /submi(t|ss)|inskickad|insänd|eingereicht|abgesendet|abgeschickt/,
    /\bcomplet(ed|ion)|valmis|täytet|slutför|färdig|abgeschlossen|ausgefüllt/,
    /\brecorded\b|tallenn|registrer|erfasst|gespeichert/,
    /\b(answered|responded|replied)\b|\b(response|answer|reply|feedback|survey|interview) (date|time|at|datetime|timestamp|day)\b|\bdate (of )?(the )?(response|answer|interview)|vastaus ?(päivä|pvm|aika)|vastattu|svars? ?(datum|tid|dag)|besvara|antwort ?(datum|zeit)|beantwortet/,
    /\bend(ed)?\b|\benddate\b|\bdate modified\b|päätty|päättymis|lopetus|\bslut|\bende\b|enddatum|endzeit/,
    /\bcreated?\b|\bcreation\b|luotu|luonti|skapad|erstellt/,
    /\btime ?stamp\b|aikaleima|tidsstämpel|zeitstempel/,
    /\b(date|datetime|datestamp|day|when|time)\b|päivä|päiväys|\bpvm\b|\bajankohta\b|\baika\b|datum|\btid(punkt)?\b|\btag\b|\bzeit(punkt)?\b/,
  ];
  const rank = order.findIndex((pattern) => pattern.test(words));
  return rank < 0 ? undefined : rank + 1;
}

export const isAccountName = (words: string): boolean =>
  /\baccounts?\b|\bcompany\b|\borgani[sz]ations?\b|\bcustomer( (id|no|number|name|key|code))?$|\bclient( (id|no|number|name))?$|\byritys|\basiakas( ?(id|nro|numero|tunnus|nimi))?$|asiakkuus|\basiakkaan( ?(id|nro|numero|tunnus|nimi))?$|\borganisaatio|företag|\bkund( ?(id|nr|nummer|namn))?$|kundnummer|\bfirma\b|\bkonzern\b|\bkunden?( ?(id|nr|nummer|name))?$|unternehmen|organisation/.test(
    words,
  ) &&
  !/\b(type|size|segment|industry|sector|manager|owner|revenue|count|email|age|since)\b|satisf|service/.test(words);

export const isRoleName = (words: string): boolean =>
  /\broles?\b|\brooli|\broll\b|\bfunktion\b|job (title|role)|\btitle\b|\bposition\b|tehtävä|nimike|befattning|\brolle\b/.test(
    words,
  );
export const isRevenueName = (words: string): boolean =>
  /\brevenue\b|\bturnover\b|\barr\b|\bacv\b|annual (value|sales)|liikevaihto|myynti|omsättning|intäkt|umsatz|\bsales\b/.test(
    words,
  );
export const isTouchpointName = (words: string): boolean =>
  /\btouch ?points?\b|\bmoment\b|\bencounter\b|\bjourney\b|kohtaamis|kosketuspiste|kontaktpunkt|\bevent type\b|\btrigger\b/.test(
    words,
  );
export const isLevelName = (words: string): boolean =>
  /\b(survey|measurement|programme|program|nps|feedback) (level|kind)\b|^level$|mittaustaso|^taso$|^nivå$|mätnivå|\bebene\b/.test(
    words,
  );
export const isVersionName = (words: string): boolean =>
  /\b(questionnaire|survey|form|wording|template|question) version\b|^version$|lomakeversio|^versio$|enkätversion|formulärversion|fragebogenversion/.test(
    words,
  );
export const isSurveyTypeName = (words: string): boolean =>
  /\b(survey|question|metric|feedback|measurement) ?type\b|^metric$|^survey$|\btype of survey\b|kyselyn tyyppi|kyselytyyppi|mittari|enkättyp|\bumfragetyp\b|fragetyp/.test(
    words,
  );
export const isSurveyIdName = (words: string): boolean =>
  /^survey (id|name|title)$|^(form|kysely|enkät|umfrage)( id| nimi)?$/.test(words);
export const isResponseIdName = (words: string): boolean =>
  /\b(response|submission|answer|reply) ?(id|no|number|key|token|uuid)\b|vastaus ?(id|tunnus|tunniste|numero)|svars? ?id|antwort ?id/.test(
    words,
  );
/** Names that hold a response id only where the values do not repeat. */
export const isBareIdName = (words: string): boolean =>
  /^(id|#|token|uuid|network id|respondent ?(id|no|number|key))$/.test(words);
export const isStatusName = (words: string): boolean =>
  /\b(status|state|tila|distribution channel)\b|^response (type|status)$|\btest (response|answer)\b|\bpreview\b/.test(
    words,
  );
export const isFinishedName = (words: string): boolean =>
  /^(finished|completed?|is complete|valmis|slutförd|abgeschlossen)$|^progress$|^response (type|status)$|^completion status$/.test(
    words,
  );
export const isCommentName = (words: string): boolean =>
  /comment|feedback text|verbatim|reason|why|kommentti|palaute|perustel|miksi|kommentar|varför|orsak|warum|begründ|open ended/.test(
    words,
  );

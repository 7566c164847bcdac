/**
 * How the columns of each field are called in English, Finnish and Swedish, and in the exports of known platforms. A
 * pattern is matched against the name as words ("RecordedDate" is "recorded date"); the first column that fits is taken.
 */
export const fieldNames: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  answers: {
    contact:
      /^(contact|person|respondent|customer|recipient) ?(id|no|number|key|e? ?mail( address)?)$|^e ?mail( address)?$|^contact$|^person$|external reference|external data reference|^yhteyshenkilö( id)?$|^vastaaja( id|n sähköposti)?$|^sähköposti(osoite)?$|^kontakt(person)?( id)?$|^e ?post(adress)?$|^user id$/,
    segment: /\bsegment(ti)?\b|customer (class|group|tier)|asiakasryhmä|asiakassegmentti|kundgrupp|kundsegment/,
    orgUnit:
      /\b(org|organi[sz]ation|business) ?unit\b|^(unit|branch|office|store|shop|team|department|site|location|region)( (id|code|name))?$|toimipiste|yksikkö|myymälä|osasto|^enhet$|^filial$|^kontor$|^butik$|^avdelning$/,
    channel: /^(survey |collection |distribution |response )?channel$|^kanava$|^kanal$|keruukanava|svarskanal/,
    language: /^(user |survey |response )?(language|locale)( code)?$|^(vastaus)?kieli$|^(svars)?språk$/,
    invitation: /^invitation( id)?$|^kutsu( id)?$|^inbjudan( id)?$/,
  },
  accounts: {
    id: /^(account|customer|client|company|organi[sz]ation|asiakas|yritys|kund|företag)( ?(id|no|nr|number|code|key|nro|numero|tunnus|nummer))?$|^(id|external id|y tunnus|business id|org nr|organisationsnummer)$|^asiakasnumero$|^asiakastunnus$|^kundnummer$/,
    name: /^name$|^(account|customer|company|client|organi[sz]ation) name$|^nimi$|(asiakkaan|yrityksen) nimi|^namn$|(kund|företags)namn/,
    segment: /\bsegment(ti)?\b|customer (class|group|tier)|asiakasryhmä|kundgrupp|^size$|^koko$|^storlek$/,
    parent: /\bparent\b|emoyhtiö|konserni|moderbolag|koncern/,
    currency: /currency|valuutta|valuta/,
    revenue: /revenue|turnover|annual (value|sales)|\barr\b|\bacv\b|liikevaihto|vuosimyynti|omsättning|intäkt/,
    margin: /^(annual )?(gross )?margin$|^(myynti)?kate$|^(brutto)?marginal$/,
    marginRate: /margin (rate|percent|share|%)|kateprosentti|marginalprocent|katesuhde/,
    contractFrom:
      /contract (from|start|since)|customer since|sopimus (alkaa|alku)|asiakkuus alkoi|avtal (från|start)|kund sedan/,
    renewalOn:
      /renew(al|s)?( (on|date))?$|contract (end|until)|sopimus (päättyy|uusitaan)|avtal (till|förnyas)|förnyelsedatum/,
    leftAt: /left (at|on)|churn(ed)?( (at|on|date))?$|lost (at|on)|päättynyt|poistui|lähti|slutade|lämnade/,
    leaveReason: /(leave|churn|exit|loss) reason|lähtösyy|poistumasyy|orsak/,
  },
  contacts: {
    id: /^(contact|person|respondent|user|henkilö|yhteyshenkilö|kontakt(person)?)( ?(id|no|nr|key|tunnus))?$|^(id|external id)$/,
    account:
      /^(account|customer|client|company|organi[sz]ation|asiakas|yritys|kund|företag)( ?(id|no|nr|number|code|key|nro|numero|tunnus|nummer|name))?$|^asiakasnumero$|^kundnummer$/,
    email: /e ?mail|sähköposti|e ?post/,
    name: /^(full )?name$|(contact|person) name|^nimi$|^namn$/,
    phone: /phone|mobile|puhelin|telefon|mobil/,
    language: /language|locale|kieli|språk/,
    role: /\brole\b|job title|^title$|^position$|rooli|tehtävä|nimike|^roll$|befattning/,
  },
  outcomes: {
    account:
      /^(account|customer|client|company|organi[sz]ation|asiakas|yritys|kund|företag)( ?(id|no|nr|number|code|key|nro|numero|tunnus|nummer))?$|^asiakasnumero$|^kundnummer$/,
    id: /^(purchase|order|transaction|invoice|fact)( ?(id|no|nr|number))?$|^id$|^external id$|tilausnumero|ordernummer/,
    date: /month|date|period|\bat$|kuukausi|päivä|pvm|kausi|månad|datum/,
    kind: /^(kind|type|outcome|event|metric|laji|tyyppi|tapahtuma|slag|typ|händelse)$/,
    value: /^(value|amount|arvo|summa|värde|belopp)$/,
    currency: /currency|valuutta|valuta/,
    leftAt: /left (at|on)|churn(ed)?( (at|on|date))?$|lost (at|on)|päättynyt|poistui|slutade|lämnade/,
    leaveReason: /(leave|churn|exit|loss) reason|lähtösyy|poistumasyy|orsak/,
  },
  'service-kpis': {
    orgUnit:
      /org(ani[sz]ation)? ?unit|^(unit|branch|office|store|team|department|site)( (id|code|name))?$|toimipiste|yksikkö|enhet|filial|kontor/,
    kpi: /\bkpi\b|^metric$|^measure$|^indicator$|mittari|nyckeltal|mätetal/,
    period: /^(month|period|kuukausi|kausi|månad|period(i)?)$/,
    from: /^(period )?(from|start)$|^(alku|alkaen)$|^från$/,
    to: /^(period )?(to|end|until)$|^(loppu|päättyen)$|^till$/,
    numerator: /^numerator$|^osoittaja$|^täljare$/,
    denominator: /^denominator$|^nimittäjä$|^nämnare$/,
  },
};

/** Columns of an outcome file that hold values themselves, and the kind of outcome they tell. */
export const valueNames: readonly (readonly [outcome: string, pattern: RegExp])[] = [
  ['revenue', /^(revenue|sales|turnover|myynti|liikevaihto|omsättning|försäljning)$/],
  ['margin', /^(gross )?margin$|^(myynti)?kate$|^(brutto)?marginal$/],
  ['orders', /^orders$|^tilaukset$|^(beställningar|order)$/],
  ['complaints', /^complaints$|^reklamaatiot$|^reklamationer$/],
];

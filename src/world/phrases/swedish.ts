import type { Phrases } from './phrases.ts';

export const swedish: Phrases = {
  openings: {
    praise: [
      'Mycket bra.',
      'Utmärkt arbete!',
      'Jag är verkligen nöjd.',
      'Fint, som alltid.',
      'Allt gick bra.',
      'Tack!',
      'Högsta betyg.',
    ],
    mixed: [
      'För det mesta bra.',
      'Ganska bra på det hela taget.',
      'Bra, men det kan bli bättre.',
      'Det fungerar.',
      'Rätt nöjd.',
      'Helt okej.',
      'Nästan framme.',
    ],
    complaint: [
      'Inte bra nog.',
      'En besvikelse.',
      'Jag väntade mig mer.',
      'Tyvärr inte.',
      'Det här var svagt.',
      'Vi är inte nöjda.',
      'Frustrerande.',
    ],
  },
  topics: {
    meeting: {
      praise: [
        'Er säljare var väl förberedd.',
        'Mötet gav oss idéer som vi kan använda.',
        'Äntligen frågade någon om våra planer.',
        'Offerten passade våra behov precis.',
      ],
      mixed: [
        'Mötet var nyttigt men lite långt.',
        'Ett bra samtal, fast uppföljningen dröjde.',
        'Trevligt besök; priserna kunde vara tydligare.',
      ],
      complaint: [
        'Säljaren visste ingenting om vår verksamhet.',
        'Mötet var bara ett säljtal.',
        'Löftena från mötet hölls inte.',
        'Offerten kom två veckor för sent och var fel.',
      ],
    },
    order: {
      praise: [
        'Beställningen tog en minut.',
        'Beställningsformuläret är tydligt och snabbt.',
        'Jag hittade alla artiklar genast.',
        'Bekräftelsen kom direkt.',
      ],
      mixed: [
        'Beställningen fungerar, men sökningen kunde vara bättre.',
        'Beställningen gick igenom vid andra försöket.',
        'Det går bra att beställa när man vet var allt finns.',
      ],
      complaint: [
        'Formuläret tappade allt som jag hade skrivit.',
        'Hälften av artiklarna visades i lager men fanns inte.',
        'Jag fick beställa samma sak tre gånger.',
        'Priserna i beställningen var inte de avtalade.',
      ],
    },
    delivery: {
      praise: [
        'Leveransen kom på utlovad dag.',
        'Allt kom helt och väl förpackat.',
        'Chauffören ringde i förväg och var hjälpsam.',
        'Vi kunde följa leveransen hela vägen.',
      ],
      mixed: [
        'Leveransen var komplett men en dag sen.',
        'Varorna var bra, förpackningen mindre så.',
        'Den kom fram, men tidsfönstret var brett.',
      ],
      complaint: [
        'Leveransen var en vecka sen och ingen sade något.',
        'Två lådor saknades i leveransen.',
        'Varorna kom skadade.',
        'Chauffören lämnade varorna i regnet.',
      ],
    },
    support: {
      praise: [
        'Supporten löste det på ett samtal.',
        'Personen på supporten visste precis vad som skulle göras.',
        'Jag blev uppringd som utlovat.',
        'Supporten förklarade så att jag förstod.',
      ],
      mixed: [
        'Supporten hjälpte till slut, efter en koppling.',
        'Bra svar, lite lång väntan.',
        'Vänlig support; lösningen krävde två försök.',
      ],
      complaint: [
        'Jag förklarade samma problem för fyra personer.',
        'Ärendet stängdes och problemet finns kvar.',
        'Jag väntade en timme och blev bortkopplad.',
        'Supporten läste upp en anvisning som jag redan hade prövat.',
      ],
    },
    invoice: {
      praise: [
        'Fakturan var rätt och lätt att läsa.',
        'Varje rad på fakturan var tydlig.',
        'En fråga om fakturan reddes ut samma dag.',
        'Fakturering med vår referens fungerar perfekt.',
      ],
      mixed: [
        'Fakturan var rätt men svår att läsa.',
        'Ett litet fel på fakturan, snabbt rättat.',
        'Faktureringen fungerar; bilagorna kunde vara tydligare.',
      ],
      complaint: [
        'Fakturan var fel för tredje gången.',
        'Vi debiterades för varor som aldrig kom.',
        'Ingen kan förklara avgifterna på fakturan.',
        'Vi fick en påminnelse om en betald faktura.',
      ],
    },
    store: {
      praise: [
        'Personalen i butiken tog sig tid för mig.',
        'Butiken var prydlig och allt var på plats.',
        'Jag fick goda råd i butiken.',
        'Det gick fort i kassan.',
      ],
      mixed: [
        'Trevlig butik, men kön var ganska lång.',
        'Bra urval, några storlekar var slut.',
        'Butiken är bra; skyltarna kunde vara tydligare.',
      ],
      complaint: [
        'Det fanns ingen i butiken att fråga.',
        'Hyllan var tom fast varan fanns på webben.',
        'Kön till kassan rörde sig inte.',
        'Personalen pratade med varandra.',
      ],
    },
    web: {
      praise: [
        'Webbutiken är snabb och tydlig.',
        'Jag hittade varan genast på webben.',
        'Det var enkelt att betala på webben.',
        'Bilder och storlekar stämde med det som kom.',
      ],
      mixed: [
        'Webbutiken fungerar, men filtren är klumpiga.',
        'Bra butik; betalningen tog några extra steg.',
        'Bra på datorn, mindre bra på telefonen.',
      ],
      complaint: [
        'Webbutiken hängde sig när jag betalade.',
        'Varan var inte den som sidan visade.',
        'Jag hittade inte hur man returnerar.',
        'Sidan loggade ut mig gång på gång.',
      ],
    },
    phone: {
      praise: [
        'Mitt samtal besvarades genast.',
        'Personen i telefonen var vänlig och kunnig.',
        'Ett samtal räckte.',
        'Jag fick ett klart svar på telefon.',
      ],
      mixed: [
        'Bra hjälp på telefon efter en stunds väntan.',
        'Vänligt samtal, men jag kopplades en gång.',
        'Samtalet löste det; menyn före var lång.',
      ],
      complaint: [
        'Fyrtio minuter i kö till ingen nytta.',
        'Jag kopplades från den ena till den andra.',
        'Det utlovade samtalet kom aldrig.',
        'Personen i telefonen var otrevlig.',
      ],
    },
    chat: {
      praise: [
        'Chatten svarade på några sekunder.',
        'En riktig människa hjälpte mig i chatten.',
        'Chatten gav mig rätt länk.',
        'Jag kunde göra allt i chatten.',
      ],
      mixed: [
        'Chatten hjälpte, när roboten gav upp.',
        'Snabb chatt, men svaret var lite kort.',
        'Chatten är behändig; jag fick förklara två gånger.',
      ],
      complaint: [
        'Chattroboten förstod inte ett ord.',
        'Chatten stängdes mitt i min fråga.',
        'Chatten bad mig ringa, telefonen bad mig chatta.',
        'Chatten gav ett felaktigt svar.',
      ],
    },
    relationship: {
      praise: [
        'Det är lätt att arbeta med er.',
        'Jag vet alltid vem jag ska fråga.',
        'Saker blir gjorda utan påminnelse.',
        'Ert folk känner vårt sätt att arbeta.',
      ],
      mixed: [
        'Vardagen går bra, informationen kunde komma tidigare.',
        'Bra människor, lite långsamma processer.',
        'Det fungerar bra när den vanliga personen är där.',
      ],
      complaint: [
        'Allt måste begäras två gånger.',
        'Vår kontaktperson byttes tre gånger i år.',
        'Ingen berättar om ändringar i förväg.',
        'Det tar för mycket av vår tid att arbeta med er.',
      ],
    },
    partnership: {
      praise: [
        'Er ledning lyssnar och handlar.',
        'Vi planerar det kommande året tillsammans.',
        'Jag ser tydligt vad vi får för pengarna.',
        'Samtalen med er ledning var värda sin tid.',
      ],
      mixed: [
        'En pålitlig leverantör; jag önskar mer egna initiativ.',
        'Servicen är bra, nyttan borde visas bättre.',
        'Vi träffas, men sällan om det som kommer.',
      ],
      complaint: [
        'Jag har aldrig träffat någon ur er ledning.',
        'Ingen har frågat vad vår verksamhet behöver.',
        'Jag ser inte vad vi får för priset.',
        'Vi ombeds skriva under, aldrig säga vår mening.',
      ],
    },
  },
  closings: {
    praise: [
      'Fortsätt så.',
      'Jag rekommenderar er gärna.',
      'Inget att tillägga.',
      'Det gjorde min dag lättare.',
      'Vi stannar hos er.',
      'Bättre än på andra håll.',
      'Precis vad vi behövde.',
    ],
    mixed: [
      'Lite snabbare och det vore utmärkt.',
      'I övrigt bra.',
      'Ni kan säkert bli ännu bättre.',
      'Inget stort problem.',
      'Nästa gång kanske lite smidigare.',
      'Tack ändå.',
      'Vi får se hur det fortsätter.',
    ],
    complaint: [
      'Vi ser oss om efter andra leverantörer.',
      'Gör något åt det.',
      'Det kostade oss tid och kraft.',
      'Jag skulle inte rekommendera det här.',
      'Så har det varit i månader.',
      'Ingen tar ansvar.',
      'Jag väntar fortfarande på svar.',
    ],
  },
};

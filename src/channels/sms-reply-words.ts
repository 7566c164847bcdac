/** The words of SMS replies in our languages. All lower case, without punctuation. */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s*,\s*|\n/).map((word) => word.trim()));

/** Ends all messages: the words of the carriers, and their like in Finnish, Swedish, German and Arabic. */
export const stopWords = words(
  `stop, stopall, stop all, unsubscribe, cancel, end, quit, opt out, optout, revoke, arret,
   lopeta, seis, peru tilaus, peruuta tilaus, poista listalta, lopettakaa, älä lähetä, älkää lähettäkö, ei viestejä, eroa,
   stopp, sluta, avsluta, avregistrera, avanmäl, avbeställ,
   abmelden, abbestellen, beenden, aufhören, keine sms,
   توقف, إيقاف, ايقاف, أوقف, اوقف, قف, إلغاء, الغاء, الغاء الاشتراك, إلغاء الاشتراك`,
);

/** These end all messages also with a few words behind them ("stop please", "lopeta viestit"): to obey costs nothing. */
export const strongStopWords = words(
  'stop, stopall, unsubscribe, lopeta, lopettakaa, seis, stopp, sluta, avregistrera, abmelden, abbestellen, توقف, أوقف, اوقف, إيقاف, ايقاف',
);

export const startWords = words(
  'start, unstop, subscribe, aloita, jatka, tilaa, starta, börja, starten, anmelden, ابدأ, ابدا, اشتراك',
);

export const helpWords = words('help, info, apua, ohje, ohjeet, hjälp, hilfe, مساعدة, مساعده, معلومات');

/** Numbers from 0 to 10, with the ways people say them. Those that are articles too stand only alone: see `aloneOnly`. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: 'zero, nolla, nollan, noll, nolla, null, صفر',
    1: 'one, yksi, yhden, ykkönen, ykkösen, ett, etta, ettan, en, eins, واحد, واحدة',
    2: 'two, kaksi, kahden, kakkonen, kakkosen, två, tvåa, tvåan, zwei, zwo, اثنان, اثنين, اتنين',
    3: 'three, kolme, kolmen, kolmonen, kolmosen, tre, trea, trean, drei, ثلاثة, ثلاثه, تلاتة',
    4: 'four, neljä, neljän, nelonen, nelosen, fyra, fyran, vier, أربعة, اربعة, اربعه',
    5: 'five, viisi, viiden, vitonen, viitonen, vitosen, fem, femma, femman, fünf, fuenf, خمسة, خمسه',
    6: 'six, kuusi, kuuden, kutonen, kuutonen, kutosen, sex, sexa, sexan, sechs, ستة, سته',
    7: 'seven, seitsemän, seiska, seiskan, sju, sjua, sjuan, sieben, سبعة, سبعه',
    8: 'eight, kahdeksan, kasi, kasin, kahdeksikko, åtta, åttan, acht, ثمانية, ثمانيه, تمانية',
    9: 'nine, yhdeksän, ysi, ysin, yhdeksikkö, nio, nia, nian, neun, تسعة, تسعه',
    10: 'ten, kymmenen, kymppi, kympin, kybä, tio, tia, tian, zehn, عشرة, عشره',
  }).flatMap(([value, text]) => [...words(text)].map((word) => [word, Number(value)] as const)),
);

/** Words that mean something else inside a sentence: an article, a pronoun, "attention". They count only alone. */
export const aloneOnly = words('one, en, ett, etta, null, acht, واحد, واحدة');

/** Words of other languages and nicknames: they count alone or where something gives them ("en nia", "jag ger sex"). */
export const givenOnly = words('sex, ten, tre, nia, tia, kasi');

/** Makes a score and a half of a score. */
export const halfWords = words('half, puoli, halv, halva, halb, einhalb, نصف, ونصف');

/** Two numbers follow: "mellan 7 och 8". */
export const betweenWords = words('between, mellan, zwischen, välillä, väliltä, بين');

/** Comes before a score: "I would give a 9", "annan 9", "jag ger 9", "ich gebe 9", "أعطي 9". */
export const givingWords = words(
  `score, rating, grade, number, answer, give, giving, gave, rate, say, its, it's, a, an, i, i'd, id, i'll, would, my, is, about, you, you guys, solid, easily, definitely, it, be, think, straight, full, must, overall, perfect,
   annan, antaisin, annamme, arvosana, arvosanaksi, arvosanani, numero, pisteet, sanoisin, sanon, vastaus, vastaukseni, vastaan, olisi, on, ehdottomasti, minulta, multa, täältä, täysi, selvä, no, ihan, kyllä, ehkä,
   jag, ger, skulle, ge, betyg, betyget, siffra, svar, svaret, svarar, mitt, är, blir, det, säger, en, klar, solklar, absolut, får, ni, fulla, hel,
   ich, gebe, würde, geben, note, zahl, antwort, meine, ist, bewertung, sage, eine, glatte, klare, von, mir, gibt, es, vergebe, euch, ihnen, definitiv, volle, ganze,
   أعطي, اعطي, أعطيكم, اعطيكم, التقييم, تقييمي, تقييم, درجة, الدرجة, رقم, جوابي, هو, من`,
);

/** Joins a score with its reason or its unit: behind it everything is a comment. */
export const joiningWords = words(
  `because, since, as, but, and, for, thanks, thank, thx, ty, cheers, points, point, pts, stars, out, would, from, please, overall, all, if, though, although, due, only, definitely, so, could, from,
   koska, kun, sillä, mutta, ja, kiitos, kiitti, kiitoksia, pistettä, pojoa, tähteä, vaikka, oli, olisi, olitte, ehdottomasti, eli, olen, palvelu, kaikki, asiointi, asiakaspalvelu, toimitus, siksi, jos, vain, tuli, annan, antaisin,
   från, för, eftersom, men, och, tack, poäng, av, då, allt, det, ni, jag, på, bara, fast, servicen, personalen, därför,
   weil, da, denn, aber, und, danke, punkte, punkt, von, obwohl, alles, der, die, das, war, sehr, nur, wegen, wenn, leider, geben,
   لأن, لان, لكن, ولكن, و, شكرا, شكراً, نقاط, نقطة, من, بسبب, كل, الخدمة, كانت, فقط`,
);

/** Opinions that people write straight behind a score. */
export const opinionWords = words(
  `great, good, excellent, super, perfect, awesome, nice, fantastic, very, really, ok, okay, fine, bad, poor, terrible, awful, friendly, fast, quick, slow, love, loved, happy, satisfied, amazing, brilliant, top, best, worst, average, not, too, never, always, everything, nothing, service, staff, well, helpful, disappointed, your, you, was, we, it, i, my, the, they, no, had,
   hyvä, hyvää, hyvin, loistava, loistavaa, erinomainen, erinomaista, mahtava, mahtavaa, upea, todella, tosi, ihan, ok, huono, huonoa, surkea, surkeaa, ystävällinen, ystävällistä, nopea, nopeaa, hidas, hidasta, tyytyväinen, erittäin, aivan, paras, parasta, super, asiallinen, asiallista, sujuva, sujui, toimi, toimii, homma, kaikki, ei, en, turhan, liian, ammattitaitoinen, mukava, mukavaa, pettynyt,
   bra, jättebra, toppen, utmärkt, utmärkta, utmärkt, perfekt, perfekta, mycket, dålig, dåligt, trevlig, trevligt, trevliga, snabb, snabbt, långsam, långsamt, nöjd, super, väldigt, bäst, sämst, inget, inte, jättenöjd, hjälpsam, hjälpsamma, okej, lite, kunde, allting, missnöjd,
   gut, guter, gute, sehr, super, toll, perfekt, ausgezeichnet, hervorragend, schlecht, schlechter, freundlich, freundliche, schnell, schnelle, langsam, zufrieden, prima, klasse, bestens, einfach, nicht, kein, keine, alles, unfreundlich, unfreundlicher, zu, immer, nie, netter, nette, nett,
   ممتاز, ممتازة, رائع, رائعة, جيد, جيدة, جدا, سيء, سيئة, سريع, سريعة, بطيء, بطيئة, خدمة, موظف, موظفون, راض, سعيد`,
);

/** Says the opposite of what follows. */
export const negatingWords = words(
  'not, no, never, en, ei, emme, inte, ej, nicht, kein, keine, لا, ليس, لن, less, under, over, alle, yli, mer, weniger, mehr, أقل',
);

import type { DoubtWords } from './doubt-words.ts';

type ModelCaveat =
  | 'few-answers-for-model'
  | 'ceiling'
  | 'skewed-items'
  | 'not-separable'
  | 'negative-weight'
  | 'fixed-by-design'
  | 'percentile-interval'
  | 'not-invariant';

type ModelError = Exclude<
  Extract<keyof DoubtWords['error'], `CND_MODEL_${string}`>,
  'CND_MODEL_SIZE' | 'CND_MODEL_SLOW'
>;

interface ModelDoubts {
  readonly caveat: Pick<DoubtWords['caveat'], ModelCaveat>;
  readonly error: Pick<DoubtWords['error'], ModelError>;
}

/** The doubts and refusals of the cause-and-effect model. */
export const pathModelDoubts: Readonly<Record<'en' | 'fi' | 'sv', ModelDoubts>> = {
  en: {
    caveat: {
      'few-answers-for-model': ({ count }) =>
        `Only ${count || 'a few'} answers carry this model: below 150 the weights of single questions are unsteady.`,
      ceiling: ({ periods }) =>
        `More than 60\u00a0% of the answers lie at one end of the scale (${periods}): the question cannot tell the good from the best.`,
      'skewed-items': ({ periods }) => `The answers are strongly skewed (${periods}): a few answers carry the result.`,
      'not-separable': ({ periods }) =>
        `People hardly tell these apart: ${periods}. What one of a pair does cannot be told from the other.`,
      'negative-weight': ({ periods }) =>
        `These questions count against their own construct: ${periods}. Perhaps they ask the other way round. No index is given for it.`,
      'fixed-by-design': ({ periods }) => `Some figures cannot vary and have no interval: ${periods}.`,
      'percentile-interval': () =>
        'With fewer than 2,000 resamples the intervals are plain percentiles, without correction for bias and skew.',
      'not-invariant': ({ periods }) =>
        `The two groups do not mean the same by ${periods}, so differences of its effects cannot be read.`,
    },
    error: {
      CND_MODEL_SPECIFICATION: {
        happened: 'This is not a model that can be estimated.',
        remedy: 'Mend the model as the message says.',
      },
      CND_MODEL_ITEM_UNKNOWN: {
        happened: 'The model names a question that the answers do not have.',
        remedy: 'Choose one of the questions that were answered.',
      },
      CND_MODEL_ITEM_TWICE: {
        happened: 'One question stands in two constructs.',
        remedy: 'Let each question measure one construct; take it out of the other.',
      },
      CND_MODEL_CONSTRUCT_UNKNOWN: {
        happened: 'An arrow leads to a construct that the model does not have.',
        remedy: 'Let arrows lead between constructs of the model.',
      },
      CND_MODEL_CONSTRUCT_ALONE: {
        happened: 'A construct has no arrow.',
        remedy: 'Draw an arrow to or from it, or take it out.',
      },
      CND_MODEL_CYCLE: {
        happened: 'The arrows lead in a circle.',
        remedy: 'Take out one arrow of the circle: effects must not come back to their cause.',
      },
      CND_MODEL_OUTSIDE_SCALE: {
        happened: 'A question holds a value outside the scale, such as −99.',
        remedy: 'Correct the scale, or empty the cells that hold a code for “no answer”.',
      },
      CND_MODEL_NO_ANSWERS: {
        happened: 'A question or construct of the model has no answer at all.',
        remedy: 'Take it out of the model, or collect answers to it.',
      },
      CND_MODEL_CONSTANT_ITEM: {
        happened: 'Everybody answers one question alike, so it tells nothing.',
        remedy: 'Take the question out of the model.',
      },
      CND_MODEL_NOT_CONVERGED: {
        happened: 'The computation of the weights did not settle.',
        remedy: 'Take out questions that hardly go with their construct, or choose another weighting.',
      },
      CND_MODEL_CONSISTENT: {
        happened: 'The answers do not carry a correction for measurement error.',
        remedy: 'Leave the correction out, or mend the construct that is named.',
      },
      CND_MODEL_NEGATIVE_WEIGHT: {
        happened: 'A question counts against its own construct, so the construct has no index.',
        remedy: 'Turn the scale of the question, or take it out of the model.',
      },
      CND_MODEL_GROUPS: {
        happened: 'One of the groups is missing or too small for this model.',
        remedy: 'Choose two groups that both have answers enough.',
      },
    },
  },
  fi: {
    caveat: {
      'few-answers-for-model': ({ count }) =>
        `Malli lepää vain ${count || 'muutaman'} vastauksen varassa: alle 150 vastauksella yksittäisten kysymysten painot heiluvat.`,
      ceiling: ({ periods }) =>
        `Yli 60\u00a0% vastauksista on asteikon samassa päässä (${periods}): kysymys ei erota hyvää parhaasta.`,
      'skewed-items': ({ periods }) =>
        `Vastaukset ovat hyvin vinosti jakautuneita (${periods}): tulos on muutaman vastauksen varassa.`,
      'not-separable': ({ periods }) =>
        `Vastaajat tuskin erottavat näitä toisistaan: ${periods}. Parin vaikutuksia ei voi erottaa toisistaan.`,
      'negative-weight': ({ periods }) =>
        `Nämä kysymykset toimivat omaa käsitettään vastaan: ${periods}. Ehkä niiden asteikko on käänteinen. Käsitteelle ei anneta indeksiä.`,
      'fixed-by-design': ({ periods }) => `Jotkin luvut eivät voi vaihdella, joten niillä ei ole väliä: ${periods}.`,
      'percentile-interval': () =>
        'Alle 2\u00a0000 uusio-otoksella välit ovat pelkkiä prosenttipisteitä ilman harhan ja vinouden korjausta.',
      'not-invariant': ({ periods }) =>
        `Ryhmät eivät tarkoita samaa käsitteellä ${periods}, joten sen vaikutusten eroja ei voi tulkita.`,
    },
    error: {
      CND_MODEL_SPECIFICATION: { happened: 'Tätä mallia ei voi laskea.', remedy: 'Korjaa malli viestin mukaan.' },
      CND_MODEL_ITEM_UNKNOWN: {
        happened: 'Mallissa on kysymys, jota vastauksissa ei ole.',
        remedy: 'Valitse jokin kysymyksistä, joihin on vastattu.',
      },
      CND_MODEL_ITEM_TWICE: {
        happened: 'Sama kysymys on kahdessa käsitteessä.',
        remedy: 'Anna kunkin kysymyksen mitata yhtä käsitettä ja poista se toisesta.',
      },
      CND_MODEL_CONSTRUCT_UNKNOWN: {
        happened: 'Nuoli johtaa käsitteeseen, jota mallissa ei ole.',
        remedy: 'Piirrä nuolet mallin käsitteiden välille.',
      },
      CND_MODEL_CONSTRUCT_ALONE: {
        happened: 'Käsitteellä ei ole yhtään nuolta.',
        remedy: 'Piirrä siihen tai siitä nuoli, tai poista käsite.',
      },
      CND_MODEL_CYCLE: {
        happened: 'Nuolet kulkevat ympyrää.',
        remedy: 'Poista ympyrästä yksi nuoli: vaikutus ei saa palata syyhynsä.',
      },
      CND_MODEL_OUTSIDE_SCALE: {
        happened: 'Kysymyksellä on arvo asteikon ulkopuolelta, esimerkiksi −99.',
        remedy: 'Korjaa asteikko tai tyhjennä solut, joissa on ”ei vastausta” -koodi.',
      },
      CND_MODEL_NO_ANSWERS: {
        happened: 'Mallin kysymyksellä tai käsitteellä ei ole yhtään vastausta.',
        remedy: 'Poista se mallista tai kerää siihen vastauksia.',
      },
      CND_MODEL_CONSTANT_ITEM: {
        happened: 'Kaikki vastaavat yhteen kysymykseen samoin, joten se ei kerro mitään.',
        remedy: 'Poista kysymys mallista.',
      },
      CND_MODEL_NOT_CONVERGED: {
        happened: 'Painojen laskenta ei asettunut.',
        remedy: 'Poista kysymykset, jotka tuskin kuuluvat käsitteeseensä, tai valitse toinen painotus.',
      },
      CND_MODEL_CONSISTENT: {
        happened: 'Vastaukset eivät kestä mittausvirheen korjausta.',
        remedy: 'Jätä korjaus pois tai korjaa nimetty käsite.',
      },
      CND_MODEL_NEGATIVE_WEIGHT: {
        happened: 'Kysymys toimii omaa käsitettään vastaan, joten käsitteellä ei ole indeksiä.',
        remedy: 'Käännä kysymyksen asteikko tai poista kysymys mallista.',
      },
      CND_MODEL_GROUPS: {
        happened: 'Toinen ryhmä puuttuu tai on tälle mallille liian pieni.',
        remedy: 'Valitse kaksi ryhmää, joilla on riittävästi vastauksia.',
      },
    },
  },
  sv: {
    caveat: {
      'few-answers-for-model': ({ count }) =>
        `Bara ${count || 'några'} svar bär upp modellen: under 150 svar är enskilda frågors vikter ostadiga.`,
      ceiling: ({ periods }) =>
        `Mer än 60\u00a0% av svaren ligger i ena änden av skalan (${periods}): frågan kan inte skilja bra från bäst.`,
      'skewed-items': ({ periods }) => `Svaren är mycket sneda (${periods}): några få svar bär upp resultatet.`,
      'not-separable': ({ periods }) =>
        `De svarande skiljer knappt på dessa: ${periods}. Det går inte att säga vad den ena i ett par gör och vad den andra.`,
      'negative-weight': ({ periods }) =>
        `De här frågorna räknas mot sitt eget begrepp: ${periods}. Kanske är skalan omvänd. Begreppet får inget index.`,
      'fixed-by-design': ({ periods }) => `Några tal kan inte variera och har inget intervall: ${periods}.`,
      'percentile-interval': () =>
        'Med färre än 2\u00a0000 omsampel är intervallen vanliga percentiler, utan korrigering för skevhet.',
      'not-invariant': ({ periods }) =>
        `De två grupperna menar inte samma sak med ${periods}, så skillnader i dess effekter går inte att tolka.`,
    },
    error: {
      CND_MODEL_SPECIFICATION: {
        happened: 'Den här modellen går inte att skatta.',
        remedy: 'Rätta modellen som meddelandet säger.',
      },
      CND_MODEL_ITEM_UNKNOWN: {
        happened: 'Modellen har en fråga som svaren inte har.',
        remedy: 'Välj en av frågorna som har besvarats.',
      },
      CND_MODEL_ITEM_TWICE: {
        happened: 'En fråga står i två begrepp.',
        remedy: 'Låt varje fråga mäta ett begrepp och ta bort den ur det andra.',
      },
      CND_MODEL_CONSTRUCT_UNKNOWN: {
        happened: 'En pil leder till ett begrepp som modellen inte har.',
        remedy: 'Låt pilarna gå mellan modellens begrepp.',
      },
      CND_MODEL_CONSTRUCT_ALONE: {
        happened: 'Ett begrepp har ingen pil.',
        remedy: 'Dra en pil till eller från det, eller ta bort det.',
      },
      CND_MODEL_CYCLE: {
        happened: 'Pilarna går i en cirkel.',
        remedy: 'Ta bort en pil ur cirkeln: en effekt får inte komma tillbaka till sin orsak.',
      },
      CND_MODEL_OUTSIDE_SCALE: {
        happened: 'En fråga har ett värde utanför skalan, till exempel −99.',
        remedy: 'Rätta skalan, eller töm cellerna som har en kod för ”inget svar”.',
      },
      CND_MODEL_NO_ANSWERS: {
        happened: 'En fråga eller ett begrepp i modellen har inget svar alls.',
        remedy: 'Ta bort det ur modellen, eller samla in svar på det.',
      },
      CND_MODEL_CONSTANT_ITEM: {
        happened: 'Alla svarar lika på en fråga, så den säger ingenting.',
        remedy: 'Ta bort frågan ur modellen.',
      },
      CND_MODEL_NOT_CONVERGED: {
        happened: 'Beräkningen av vikterna stannade inte.',
        remedy: 'Ta bort frågor som knappt hör till sitt begrepp, eller välj en annan viktning.',
      },
      CND_MODEL_CONSISTENT: {
        happened: 'Svaren bär inte en korrigering för mätfel.',
        remedy: 'Låt bli korrigeringen, eller rätta begreppet som nämns.',
      },
      CND_MODEL_NEGATIVE_WEIGHT: {
        happened: 'En fråga räknas mot sitt eget begrepp, så begreppet har inget index.',
        remedy: 'Vänd frågans skala, eller ta bort den ur modellen.',
      },
      CND_MODEL_GROUPS: {
        happened: 'En av grupperna saknas eller är för liten för den här modellen.',
        remedy: 'Välj två grupper som båda har tillräckligt många svar.',
      },
    },
  },
};

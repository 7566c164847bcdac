import { numberText } from '../numbers.ts';

/** Small numbers as words up to twelve, as English has them; figures beyond, where words would be slower to read. */
type Numeral = (count: number) => string;

const finnish = {
  nominative: 'nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista',
  elative:
    'nollasta yhdestä kahdesta kolmesta neljästä viidestä kuudesta seitsemästä kahdeksasta yhdeksästä kymmenestä yhdestätoista kahdestatoista',
};
const swedish = 'noll en två tre fyra fem sex sju åtta nio tio elva tolv';

const told =
  (words: string, language: 'fi' | 'sv'): Numeral =>
  (count) =>
    words.split(' ')[count] ?? numberText(count, 0, language);

/** "kolme": before the partitive, which every number but one takes. */
export const finnishCount: Numeral = told(finnish.nominative, 'fi');

/** "kolmesta": out of so many. Beyond twelve the figure stands without its ending, which the noun carries. */
export const finnishOutOf: Numeral = told(finnish.elative, 'fi');

/** "tre"; one is "en", as all nouns that are counted here are of that gender. */
export const swedishCount: Numeral = told(swedish, 'sv');

/**
 * Words that people begin a password with when they must have one, in English, Finnish and Swedish. Compared after
 * capitals, look-alike digits (p4ssw0rd), and whatever stands before and after were taken away, so that each line
 * refuses thousands of passwords. Rows of the keyboard and of the alphabet are refused by rule.
 */
const words = `password passw passwd pass letmein welcome admin administrator root user login master secret default changeme
  changeit change hello iloveyou loveyou love lovely sunshine princess prince dragon monkey football baseball basketball
  hockey soccer superman batman spiderman starwars pokemon shadow michael jordan jennifer jessica thomas daniel matthew
  andrew joshua ashley charlie robert george nicole michelle anthony william richard summer winter spring autumn january
  february march april june july august september october november december monday tuesday wednesday thursday friday
  saturday sunday freedom whatever trustno trustnoone access mustang killer hunter ranger buster cookie pepper ginger
  cheese chocolate computer internet google facebook microsoft windows samsung android apple iphone company business
  customer customers support service sales office manager test testing tester temp temporary guest demo example sample
  candor survey feedback experience nps qwertz azerty qazwsx zaqxsw asdfgh abc abcd abcde abcdef money diamond silver golden
  purple orange yellow banana flower butterfly angel angels heaven jesus christ blessed family mother father brother sister
  baby babygirl sweetheart darling forever friend friends happy lucky tiger eagle falcon phoenix wolf liverpool arsenal
  chelsea barcelona madrid juventus manchester london paris berlin helsinki finland suomi stockholm sweden sverige salasana
  tunnus tunnukset kayttaja paasana tervetuloa kesa talvi syksy kevat tammikuu helmikuu maaliskuu huhtikuu toukokuu
  kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu rakkaus perkele saatana vittu koira kissa aurinko moikka
  terve matti mikko jukka juhani johanna maria anna losenord hemlig hemligt valkommen sommar vinter hosten varen januari
  februari mars maj juni juli augusti oktober fotboll ishockey alskling karlek hejsan stromming solsken jultomten
  internet wifi network server database backup oracle mysql postgres system security cisco juniper linux ubuntu
  correcthorsebatterystaple correcthorse`;

const known = new Set(words.split(/\s+/));

/** Runs of neighbours on a keyboard or in the alphabet. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefghijklmnopqrstuvwxyzåäö',
  '01234567890',
  'qwertyuiopåasdfghjklöäzxcvbnm',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
];

/** Whether a password is among those that are tried first. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5 || isRepeated(plain) || isRun(plain)) return true;
  return [plain, readable(plain)].some((text) => {
    const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
    return known.has(core) || isRun(core) || isRepeated(core) || known.has(half(core));
  });
}

/** Digits and signs that stand for letters, and letters without their marks. */
function readable(text: string): string {
  const letters: Record<string, string> = {
    0: 'o',
    1: 'i',
    3: 'e',
    4: 'a',
    5: 's',
    7: 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  };
  return text
    .replace(/[\d!@$]+$/, '')
    .replace(/[013457@$!]/g, (sign) => letters[sign]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

const isRepeated = (text: string) => /^(.{1,8})\1+.{0,3}$/.test(text);

const half = (text: string) => {
  const middle = text.length / 2;
  return text.slice(0, middle) === text.slice(middle) ? text.slice(0, middle) : text;
};

/** Nothing but stretches of at least three neighbours, in either direction. */
function isRun(text: string): boolean {
  if (text.length < 4) return false;
  const all = rows.flatMap((row) => [row + row, [...(row + row)].reverse().join('')]);
  let from = 0;
  while (from < text.length) {
    let longest = 0;
    for (let to = Math.min(text.length, from + 40); to - from >= 3 && longest === 0; to -= 1) {
      if (all.some((row) => row.includes(text.slice(from, to)))) longest = to - from;
    }
    if (longest === 0) return text.length - from <= 2 && from > 0;
    from += longest;
  }
  return true;
}

/** Tells whether a folded word is all in Hangul. */
export const isHangul = (word: string): boolean => /^\p{Script=Hangul}+$/u.test(word);

/** Surnames of two syllables. */
const LONG_SURNAME = /^(?:남궁|황보|제갈|선우|독고|사공|서문|동방|어금|망절|무본|장곡|강전|소봉)/u;

/** Titles by which somebody is spoken of; each may have 님 behind it. */
const TITLE =
  '씨|양|군|선생|쌤|샘|교수|박사|기자|변호사|검사|판사|의사|간호사|목사|신부|스님|사장|부장|과장|차장|대리|팀장|실장|국장|회장|총장|원장|교장|대표|이사|위원|위원장|의원|대통령|장관|총리|대사|감독|코치|작가|형사|경찰|경위|경감|경장|순경|소장|대장|중위|소위|대위|소령|중령|대령|병장|상병|일병|이병|하사|중사|상사|여사|할머니|할아버지|아줌마|아저씨|이모|삼촌|고모|언니|누나|오빠|형|선배|후배|동지|어머니|아버지|엄마|아빠';
const OF_TITLE = `(?:(?:${TITLE})님?|님)`;

/**
 * Particles and forms of the copula that stand behind a name, from Yeon and Brown, Korean: A Comprehensive Grammar
 * (2011), ch. 3 and 5. They are in an order in which they may follow one another.
 */
const PARTICLES = [
  '네|들',
  '이',
  '에게서|한테서|께서|에게|한테|께|에서|에|로부터|으로부터|으로|로|하고|랑|이랑|와|과|보고|더러|처럼|같이|만큼|보다|의',
  '부터|까지|마저|조차|밖에|만|뿐',
  '은|는|이|가|을|를|도|요|나|이나|든지|이든지|라도|이라도|야|이야|아|여|이여|의|인|란|이란|라고|이라고|라는|이라는|라면|이라면|라며|이라며|며|이며|고|이고|지만|이지만|네|네요',
  '는|도|요|만',
];
const COPULA =
  '(?:이|아니)?(?:입니다|입니까|에요|예요|이에요|이예요|였어요|이었어요|였습니다|이었습니다|였다|이었다|이다|다|인데|인데요|인지|이죠|죠|지|지요|이지|거든|거든요|이거든요|였는데|이었는데|일|일까|였|이었|라서|이라서|니까|이니까|ㅂ니다|래|이래|래요|이래요|랬어|잖아|이잖아|잖아요|이잖아요|군요|이군요)';
const TAIL = `${PARTICLES.map((some) => `(?:${some})?`).join('')}(?:${COPULA})?`;

const BEHIND_NAME = new RegExp(`^${OF_TITLE}?${TAIL}$`, 'u');
const BEHIND_TITLE = new RegExp(`^${OF_TITLE}${TAIL}$`, 'u');
/**
 * Matches what tells that one syllable is a name: somebody is called or spoken of by it. Otherwise it may be anything.
 */
const BEHIND_SYLLABLE = new RegExp(`^(?:${OF_TITLE}${TAIL}|아|이(?:가|는|를|도|한테|야|랑))$`, 'u');

/** Tells whether what stands behind a Korean name within one word is a title, particles, both, or nothing. */
export const isBehindKoreanName = (rest: string): boolean => BEHIND_NAME.test(rest);

/**
 * Tells whether a word in Hangul says a withheld name: the whole of it or its given name with particles and titles
 * behind or, for a person, its surname with a title. A name of two syllables may be a given name alone, with any
 * surname in front.
 */
export function isKoreanForm(word: string, name: string, isPerson: boolean): boolean {
  if (name.length > 1 && startsWith(word, name, BEHIND_NAME)) return true;
  if (!isPerson) return false;
  const surname = surnameOfKorean(name);
  if (surname === '') {
    const isGiven = name.length === 2 && word.length > 2;
    return isGiven && SURNAME.test(word) && startsWith(word.slice(1), name, BEHIND_NAME);
  }
  const given = name.slice(surname.length);
  return (
    startsWith(word, given, given.length > 1 ? BEHIND_NAME : BEHIND_SYLLABLE) ||
    startsWith(word, surname, BEHIND_TITLE)
  );
}

/** Returns the surname of a full name, which its length tells; empty for any other name. */
export function surnameOfKorean(name: string): string {
  const long = name.length > 2 ? LONG_SURNAME.exec(name)?.[0] : undefined;
  return long ?? (name.length === 3 || name.length === 4 ? name.slice(0, 1) : '');
}

/** Tells whether a word is a title, with or without particles, that a surname may stand before: `김 선생님이`. */
export const isBehindKoreanTitle = (word: string): boolean => BEHIND_TITLE.test(word);

const startsWith = (word: string, name: string, behind: RegExp): boolean =>
  word.startsWith(name) && behind.test(word.slice(name.length));

/** The surnames that nearly everybody has. */
const SURNAME =
  /^[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염추도석선설마길연위표명기반왕금옥육인맹제모탁국]/u;

import { foldPhrase } from './matching';

/** Folded small words of languages in which names are declined. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  pl: 'nie sie ze jest jak ale tak byl byla czy juz tylko przez dla bardzo oraz ktory ktora wtedy byli',
  cs: 'se ze je jsem ale jak byl byla kdyz jeste taky nebo jsme protoze tady ktery ktera uz',
  sk: 'som sme ale bol bola ked este alebo pretoze ktory ktora uz nie tam sa aby',
  hr: 'je nije sam smo ali bio bila kada jos ili koji koja onda samo sta nego bili',
  sl: 'je bil bila sem smo tudi ali kako zelo ker ko ni samo potem',
  lt: 'ir kad bet buvo yra kaip jau tik mes jie labai tada kai',
  lv: 'un bija ka ir bet kad mes vins vina tad loti bus jau',
  sq: 'dhe nuk eshte ishte une ne te por kur ata shume si',
  ro: 'si nu este era eu am dar cand sa foarte pentru din fost care',
  hu: 'es hogy nem az egy van volt de meg is csak mert ott ezt azt amikor',
  fi: 'ja on ei oli etta mutta han minun kun niin mina se olen sitten me ovat',
  et: 'ja on ei oli et aga kui mina see olen siis meie ning ta',
  eu: 'eta da ez zen bat baina izan du zuen ere naiz',
  tr: 've bir bu icin ama cok sonra ben de da degil vardi dedi gibi',
  uz: 'va bir bu uchun ham lekin keyin men edi dedi bilan juda emas',
  az: 've bir bu ucun amma cox sonra men idi dedi ile deyil',
};
/** Folded small words of languages in which names are not declined. */
const UNDECLINED: Readonly<Record<string, string>> = {
  en: 'the and of to in that was is for it you they he we my had not were but',
  fr: 'le la les je et est pas que des une dans il elle nous vous un pour mais ont ce',
  es: 'el la los las y que en es un una no por con para mi pero lo fue me se',
  it: 'il la che di non un una per con sono mi ma anche era poi lo ho ha e',
  pt: 'o a os as e que nao um uma por com para mas eu ele foi do da no na',
  de: 'der die das und ich nicht ist ein eine wir sie mit war auf aber zu den es hat',
  nl: 'de het een en ik niet is van dat was maar we met op hij ze zijn er heb',
  sv: 'och att det som en jag inte var han hon vi pa med men har ar den for',
  no: 'og at det som en jeg ikke var han hun vi pa med men har er den for',
};
const KNOWN = Object.entries({ ...SMALL_WORDS, ...UNDECLINED }).map(([tag, words]) => ({
  tag,
  words: new Set(words.split(' ')),
}));

/** Letters that only some languages in Cyrillic have. */
const CYRILLIC_LETTERS: readonly (readonly [string, RegExp])[] = [
  ['kk', /[әғқңұһ]/giu],
  ['mn', /[өү]/giu],
  ['uk', /[їєґ]/giu],
  ['ru', /[ыэъё]/giu],
];
/** Least share of a transcript's words that have to be small words of a language to tell it. */
const TELLING_SHARE = 0.05;

/**
 * Guesses the language of words when nobody said it: by its small words, or by letters that it alone has. Returns `und`
 * when that does not tell, and for languages in which names have no case forms, such as English.
 */
export function likelyLanguage(texts: readonly string[]): string {
  const tag = guessLanguage(texts);
  return Object.hasOwn(UNDECLINED, tag) ? 'und' : tag;
}

/** Guesses among all languages that are known here. */
export function guessLanguage(texts: readonly string[]): string {
  const all = texts.join(' ');
  if (/\p{Script=Cyrillic}/u.test(all)) {
    const found = CYRILLIC_LETTERS.find(
      ([, letters]) => (all.match(letters)?.length ?? 0) > texts.length / 50,
    );
    return found?.[0] ?? 'und';
  }
  if (!/\p{Script=Latin}/u.test(all)) return 'und';
  const { counts, all: words } = countsOfWords(texts);
  const shares = KNOWN.map(({ tag, words: known }) => {
    const said = Array.from(known, (word) => counts.get(word) ?? 0).filter((count) => count > 0);
    return { tag, different: said.length, share: said.reduce((sum, count) => sum + count, 0) / words };
  }).sort((a, b) => b.share - a.share);
  const [best] = shares;
  return best && best.different > 1 && best.share >= TELLING_SHARE ? best.tag : 'und';
}

/** Counts the folded words of texts, each by itself and all together. Most texts are words that come many times. */
function countsOfWords(texts: readonly string[]): { counts: Map<string, number>; all: number } {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const counts = new Map<string, number>();
  let all = 0;
  for (const [text, count] of times) {
    for (const word of foldPhrase(text)) {
      counts.set(word, (counts.get(word) ?? 0) + count);
      all += count;
    }
  }
  return { counts, all };
}

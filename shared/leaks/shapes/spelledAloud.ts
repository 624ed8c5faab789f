import type { Piece } from '../../text/glued';
import { SENTENCE_END } from '../../text/writing';

/** Words that stand for letters when a name is spelled: of NATO, of police and post, of Russian telegraphy. */
const ALPHABETS: readonly string[] = [
  'alfa bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey xray yankee zulu',
  'alpha boy charles david edward frank george henry ida juliet king lincoln mary nora ocean paul queen robert sam tom union vincent whisky - young zebra',
  'adam baker charly dog easy fox george henry item john king lewis mother nancy oboe peter queenie roger sugar tommy uncle victory william - yoke zed',
];
/** Words for Russian letters, in the order of the alphabet without ё, ъ, ы, ь. */
const RUSSIAN = [
  'анна борис василии григории дмитрии елена женя зинаида иван константин леонид михаил николаи ольга павел роман семен татьяна ульяна федор харитон цапля человек шура щука эхо юрии яков',
  'антон - виктор галина - ева жук зоя - кирилл любовь мария нина олег петр руслан сергеи тимофеи устинья филипп христина центр чаика шапка - эмма юлия янина',
  'а бэ вэ гэ дэ е жэ зэ и ка эль эм эн о пэ эр эс тэ у эф ха цэ че ша ща э ю я',
  '- бе ве ге - - - зет - кы эл - - - пе ре се - - фе хэ це чэ - - - - -',
];
/** Names of letters in English, and how recognisers write them. */
const LETTER_NAMES = [
  'ay bee cee dee ee eff gee aitch eye jay kay ell em en oh pee cue ar ess tee you vee doubleu ex why zee',
  'eh be see de - ef ji haitch aye jai cay el - - owe pea queue are es tea yu ve - eks wye zed',
  '- - sea - - - - - - - - - - - - - kew arr - ti - - - - - -',
];

const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const RUSSIAN_LETTERS = 'абвгдежзиклмнопрстуфхцчшщэюя';

const WORDS = new Map<string, string>();
const learn = (rows: readonly string[], letters: string) => {
  for (const row of rows)
    for (const [k, word] of row.split(' ').entries())
      if (word !== '-' && !WORDS.has(word)) WORDS.set(word, letters[k] ?? '');
};
learn(ALPHABETS, LATIN_LETTERS);
learn(LETTER_NAMES, LATIN_LETTERS);
learn(RUSSIAN, RUSSIAN_LETTERS);

/** Returns the letter that a folded word stands for when somebody spells: `bee`, `bravo`; undefined for any other. */
export const letterNamed = (folded: string): string | undefined => WORDS.get(folded);

/** "as in", "for", "like": words before the one that tells which letter was meant. */
const AS_IN: readonly (readonly string[])[] = [
  ...[
    ['as', 'in'],
    ['for'],
    ['like'],
    ['is', 'for'],
    ['from'],
    ['как'],
    ['как', 'в', 'слове'],
    ['как', 'в'],
    ['от', 'слова'],
  ],
  ...[
    ['сияқты'],
    ['деген'],
    ['as', 'for'],
    ['like', 'in'],
    ['wie'],
    ['comme'],
    ['como'],
    ['come'],
    ['de'],
    ['як'],
    ['jak'],
  ],
];
const BETWEEN = new Set(
  'and then dash space letter comma capital double и потом затем буква тире дальше'.split(' '),
);

/** A letter that somebody says, double ones together; positions among the pieces, of its first and behind its last. */
export interface SaidLetter {
  letter: string;
  from: number;
  end: number;
}

/** Least letters in a row that spell something; two do so only where something else tells it. */
const SHORTEST_ROW_LETTERS = 2;

/** Returns rows of letters that are said one after another. */
export function spelledAloud(pieces: readonly Piece[]): SaidLetter[][] {
  const rows: SaidLetter[][] = [];
  let open: SaidLetter[] = [];
  for (let i = 0; i < pieces.length;) {
    const said = letterAt(pieces, i);
    const end = open.at(-1)?.end;
    const goesOn =
      end === undefined || i === end || (i === end + 1 && BETWEEN.has(pieces[end]?.folded ?? ''));
    if (said) {
      if (!goesOn) {
        rows.push(open);
        open = [];
      }
      open.push(said);
    }
    i = said?.end ?? i + 1;
  }
  return [...rows, open].filter((row) => row.length >= SHORTEST_ROW_LETTERS);
}

/** Words that tell that letters follow. */
const TELLS_LETTERS =
  /^(?:spell(?:ed|ing|s)?|spelt|letters?|initials?|written|буквам|буква|буквы|инициалы|пишется|арип|арiп|әрiп|әріп(?:тер|пен)?)$/u;
/** Names of letters that are hardly ever anything else, though lists have them. */
const ONLY_LETTERS = new Set('el ell em en ess eff ar ex vee zee dee cee эль эм эн эр эс эф'.split(' '));
/** Pieces before letters among which such a word is looked for. */
const BEFORE_PIECES = 4;

/**
 * Tells whether two letters in a row are spelled, and not two words that sound like letters: "see you". A word tells so
 * before them, or one of them is no other word, or both have capitals.
 * @param isWord tells whether a folded word is everyday language.
 */
export function arePair(
  row: readonly SaidLetter[],
  pieces: readonly Piece[],
  texts: readonly string[],
  isWord: (folded: string) => boolean,
): boolean {
  const [from, end] = [row[0]?.from ?? 0, row.at(-1)?.end ?? 0];
  const said = pieces.slice(from, end);
  if (pieces.slice(Math.max(0, from - BEFORE_PIECES), from).some(({ folded }) => TELLS_LETTERS.test(folded)))
    return true;
  const isNamed = ({ folded }: Piece) => folded.length > 1 && (ONLY_LETTERS.has(folded) || !isWord(folded));
  // Nobody says `double you` of anything else.
  if (said.some(isNamed) || said.length > row.length) return true;
  const written = [...new Set(said.map(({ at }) => at))].map((at) => texts[at] ?? '');
  // `A` and `I` have capitals as words.
  const isJoined = written.length === 1 && /^\P{L}*\p{Lu}[-‐‑–.]\p{Lu}\P{L}*$/u.test(written[0] ?? '');
  const areCapital = written.length > 1 && written.every((text) => /^\P{L}*\p{Lu}/u.test(text));
  return isJoined || (areCapital && !written.every((text) => /^\P{L}*[AIАИЯВКСОУ]\P{L}*$/u.test(text)));
}

/** Returns the parts of a row that sentences end behind; none where it is all in one. */
export function sentencesOf(
  row: readonly SaidLetter[],
  pieces: readonly Piece[],
  texts: readonly string[],
): SaidLetter[][] {
  const parts: SaidLetter[][] = [[]];
  for (const said of row) {
    parts.at(-1)?.push(said);
    if (SENTENCE_END.test(texts[pieces[said.end - 1]?.at ?? -1] ?? '')) parts.push([]);
  }
  return parts.filter((part) => part.length > 0 && part.length < row.length);
}

/** Letters that are named by two words, folded. Nobody who spells says `double u` for two of them. */
const NAMED_BY_TWO: readonly (readonly [first: string, second: string, letter: string])[] = [
  ['double', 'u', 'w'],
  ['double', 'you', 'w'],
  ['мягкии', 'знак', 'ь'],
  ['твердыи', 'знак', 'ъ'],
  ['и', 'краткое', 'и'],
  ['жинишке', 'белги', 'ь'],
  ['жуан', 'белги', 'ъ'],
];

function letterAt(pieces: readonly Piece[], i: number): SaidLetter | null {
  const next = pieces[i + 1]?.folded;
  for (const [first, second, letter] of NAMED_BY_TWO)
    if (pieces[i]?.folded === first && next === second) return { letter, from: i, end: i + 2 };
  const word = pieces[i]?.folded ?? '';
  if (word === 'double' || word === 'дважды') {
    const said = letterAt(pieces, i + 1);
    return said && { letter: said.letter.repeat(2), from: i, end: said.end };
  }
  const letter = /^\p{L}\p{M}*$/u.test(word) ? word : WORDS.get(word);
  if (letter === undefined) return null;
  for (const cue of AS_IN) {
    const fits = cue.every((part, k) => pieces[i + 1 + k]?.folded === part);
    const meant = pieces[i + 1 + cue.length]?.folded ?? '';
    if (fits && (meant.startsWith(letter) || WORDS.get(meant) === letter))
      return { letter, from: i, end: i + 2 + cue.length };
  }
  return { letter, from: i, end: i + 1 };
}

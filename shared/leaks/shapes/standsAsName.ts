import { foldPhrase } from '../../text/matching';
import { isSmall, SENTENCE_END, type Casing } from '../../text/writing';

/** Verbs that stand behind whoever did something, beside those in -ed. */
const DID = new Set(
  (
    'is was has had does did came comes went goes said says told tells asked knew knows took takes got gets gave gives ' +
    'made makes saw sees left leaves stood stands sat sits lay lies ran runs began begins kept keeps brought brings ' +
    'thought thinks heard hears felt feels found finds met meets spoke speaks wrote writes read reads fell falls held ' +
    'holds stayed stays slept sleeps paid pays sent sends became becomes wanted wants needs likes lives works calls ' +
    'cried died tried can could would should might must never always also just won lost fought drove drives sang ' +
    'phoned rang hid flew rose grew bought sold taught caught led drew broke chose woke'
  ).split(' '),
);
/** Small words that open sentences of their own, whatever follows: the subject, or what is asked or told. */
const OPENS_ITSELF = new Set(
  (
    'i you he she it we they who what which how when where why all some many most both few none one each any every no not this ' +
    'that these those there here so as if in on at by of off up down out over to for from with and or but nor yet then now ' +
    'too very more less much just only even ever never always well yes oh ah can could would should might must shall has had have are was were is'
  ).split(' '),
);
/** Small words that do not, and are never the subject of a verb: `Do died.` and `An was shot.` are about people. */
const NO_SUBJECT_ITSELF = new Set('do an a am be go my us the his her our their me him them'.split(' '));
/** Verbs that can only be of somebody who is named in front, and are neither adverbs nor nouns nor orders. */
const OF_SOMEBODY = new Set(
  (
    'is was has had did came went said says told asked knew knows took takes got gave gives made makes saw sees stood stands ' +
    'sat sits lay ran runs began begins kept keeps brought brings thought thinks heard hears felt meets met speaks spoke wrote ' +
    'writes fell falls held stayed slept paid sent became wanted died cried tried won lost fought drove sang phoned rang hid flew ' +
    'bought sold taught caught led drew broke chose woke started stopped called looked walked lived worked helped returned'
  ).split(' '),
);

const isVerb = (word: string): boolean => DID.has(word) || /[a-z]{2}(?:ed|'s|'d)$/u.test(word);

/** Words that make a name of the word that opens the sentence before them: "Will who", "Mark later". */
const BEHIND_NAME = new Set(
  'who whose whom then later soon finally still already often sometimes usually again once'.split(' '),
);
/** Words that do so when somebody follows: "Mark and I" are people, "marsh and mud" are not. */
const TOGETHER = new Set('and or with'.split(' '));
const SOMEBODY = new Set('i he she we they his her my our their me him us them'.split(' '));
const isSomebody = (text: string): boolean =>
  /^\P{L}*\p{Lu}/u.test(text) || SOMEBODY.has(foldPhrase(text)[0] ?? '');

/** Words behind which stands somebody who is spoken to or of, in a text without capitals too. */
const BEFORE_NAME = new Set(
  (
    'mr mrs ms miss mister dr doctor prof professor judge officer captain major colonel general lieutenant sergeant ' +
    'brother sister uncle aunt auntie cousin named nicknamed called husband wife son daughter'
  ).split(' '),
);
/** Tells whether a folded word is a form of address, which names nobody alone. */
export const isAddress = (folded: string): boolean => BEFORE_NAME.has(folded);

const SAYS = new Set(
  'said says told asked answered replied explained added recalled shouted whispered called wrote'.split(' '),
);

/**
 * Tells whether an everyday word that is also somebody's name is the name there. A capital within a sentence tells so,
 * or what follows at the beginning of one. In a text without capitals, only what stands beside it can.
 * @param isMarker tells whether a text is a marker, behind or before which a name goes on.
 */
export function standsAsName(
  texts: readonly string[],
  at: number,
  casing: Casing,
  isMarker: (text: string) => boolean = () => false,
): boolean {
  const text = texts[at] ?? '';
  const [before, next] = [texts[at - 1], texts[at + 1]];
  const besideMarker = isMarker(before ?? '') && !SENTENCE_END.test(before ?? '');
  const following = foldPhrase(next ?? '')[0] ?? '';
  if (casing !== 'cased') {
    if (besideMarker) return true;
    const preceding = foldPhrase(before ?? '').at(-1) ?? '';
    return (
      BEFORE_NAME.has(preceding) ||
      (SAYS.has(following) && !NO_SUBJECT.has(preceding)) ||
      mayBeName(text, { before, preceding, following, next })
    );
  }
  if (isSmall(text)) return isWithinSmall(texts, at) && mayStandUncased(texts, at);
  const opens = before === undefined || SENTENCE_END.test(before) || /^["“«„‘'¿¡—–-]/u.test(text);
  if (!opens) return !isWithinStretch(texts, at) || mayStandUncased(texts, at);
  const [word = ''] = foldPhrase(text);
  if (NO_SUBJECT_ITSELF.has(word)) return OF_SOMEBODY.has(following) || BEHIND_NAME.has(following);
  if (OPENS_ITSELF.has(word)) return false;
  // The word stands alone, or somebody is called by it: `Mark?` and `Will, come here`.
  if (/[\p{L}\p{M}]["”’»)\]]*[.!?…,؟。]/u.test(text) || next === undefined)
    return following !== (foldPhrase(text)[0] ?? '');
  if (/['’][sS]\P{L}*$/u.test(text)) return true;
  const isNamed = /^\P{L}*\p{Lu}/u.test(next) && !/^I(?:['’]|\P{L}*$)/u.test(next);
  const isJoined = TOGETHER.has(following) && isSomebody(texts[at + 2] ?? '');
  return isNamed || isMarker(next) || isVerb(following) || BEHIND_NAME.has(following) || isJoined;
}

/** Words behind which a verb of saying has another subject, or "the said" is not a name. */
const NO_SUBJECT = new Set('the a an of i you he she it we they who that to'.split(' '));

/** Verbs behind which somebody stands to whom it was done, beside those in -ed. */
const DONE_TO = new Set(
  (
    'beat hit shot took saw met knew found held left brought called told kept sent caught let made gave heard hurt hid ' +
    'drove led fought hated loved beating hitting shooting taking seeing meeting finding killing arresting asking telling'
  ).split(' '),
);
const WITH = new Set('with against about behind beside near without'.split(' '));
/** Words that may follow somebody to whom something was done. */
const GOES_ON = new Set(
  (
    'and or but then because when while so away off out up down there here again first too later inside outside home back ' +
    'to in on at from with for until before after was is had has did said were went came he she they we i'
  ).split(' '),
);
const SUBJECT_FOLLOWS = new Set(
  'and then but when because that so if where while until before after'.split(' '),
);

interface Beside {
  before: string | undefined;
  /** The folded words before and behind. */
  preceding: string;
  following: string;
  next: string | undefined;
}

/**
 * Tells whether an everyday word may be somebody where no capitals tell: somebody to whom something was done, or who
 * did something. "will" before a verb and "brown" before a noun are not.
 */
function mayBeName(text: string, { before, preceding, following, next }: Beside): boolean {
  const ends = next === undefined || /[.!?…,;؟。]\P{L}*$/u.test(text);
  const isObject = DONE_TO.has(preceding) || WITH.has(preceding) || /[a-z]{3}ed$/u.test(preceding);
  if (isObject && (ends || GOES_ON.has(following))) return true;
  const opens = before === undefined || /[.!?…,;:]\P{L}*$/u.test(before) || SUBJECT_FOLLOWS.has(preceding);
  const [word = ''] = foldPhrase(text);
  return opens && !ends && OF_SOMEBODY.has(following) && !OPENS_ITSELF.has(word);
}

function mayStandUncased(texts: readonly string[], at: number): boolean {
  const [before, text = '', next] = [texts[at - 1], texts[at], texts[at + 1]];
  const preceding = foldPhrase(before ?? '').at(-1) ?? '';
  const following = foldPhrase(next ?? '')[0] ?? '';
  return BEFORE_NAME.has(preceding) || mayBeName(text, { before, preceding, following, next });
}

/** Least words in capitals one after another whose capitals tell nothing. */
const STRETCH_WORDS = 4;

/** Tells whether a word stands in a stretch of capitals, which tell nothing there. */
function isWithinStretch(texts: readonly string[], at: number): boolean {
  const isBig = (text = '') => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  let [first, end] = [at, at];
  while (end - first < STRETCH_WORDS && isBig(texts[end])) end++;
  while (end - first < STRETCH_WORDS && isBig(texts[first - 1])) first--;
  // "I" always has a capital.
  const said = texts.slice(first, end);
  return said.length >= STRETCH_WORDS && said.filter((text) => /\p{Lu}{2}/u.test(text)).length > 2;
}

/** Words on either side that are looked at: if none has a capital, that tells nothing. */
const SMALL_WORDS = 15;

/** Tells whether a word stands in a stretch of small letters, as of somebody who never sets capitals. */
const isWithinSmall = (texts: readonly string[], at: number): boolean => {
  const beside = texts.slice(Math.max(0, at - SMALL_WORDS), at + SMALL_WORDS + 1);
  return beside.length > SMALL_WORDS && beside.every((text) => !/\p{Lu}/u.test(text));
};

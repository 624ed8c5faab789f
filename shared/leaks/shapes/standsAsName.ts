import { foldPhrase } from '../../text/matching';
import { isSmall, SENTENCE_END, type Casing } from '../../text/writing';

/** Verbs that stand behind whoever did it, beside those in -ed. */
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
const isVerb = (word: string): boolean => DID.has(word) || /[a-z]{2}(?:ed|'s|'d)$/u.test(word);

/** Behind a word that opens a sentence these make a name of it: "Will who", "Mark later". */
const BEHIND_NAME = new Set(
  'who whose whom then later soon finally still already often sometimes usually again once'.split(' '),
);
/** These do where somebody follows: "Mark and I" are people, "marsh and mud" are not. */
const TOGETHER = new Set('and or with'.split(' '));
const SOMEBODY = new Set('i he she we they his her my our their me him us them'.split(' '));
const isSomebody = (text: string): boolean =>
  /^\P{L}*\p{Lu}/u.test(text) || SOMEBODY.has(foldPhrase(text)[0] ?? '');

/** Whom one speaks to or of or speaks of stands behind these, in a text without capitals too. */
const BEFORE_NAME = new Set(
  (
    'mr mrs ms miss mister dr doctor prof professor judge officer captain major colonel general lieutenant sergeant ' +
    'brother sister uncle aunt auntie cousin named nicknamed called husband wife son daughter'
  ).split(' '),
);
/** Whether a folded word is a form of address, and names nobody alone. */
export const isAddress = (folded: string): boolean => BEFORE_NAME.has(folded);

const SAYS = new Set(
  'said says told asked answered replied explained added recalled shouted whispered called wrote'.split(' '),
);

/**
 * Whether an everyday word that is also somebody's name is the name there: a capital within a sentence tells so, or what
 * follows at the beginning of one. Where a text has no capitals, only what stands beside it can.
 * @param isMarker whether a text is a marker, behind or before which a name goes on.
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
    return BEFORE_NAME.has(preceding) || (SAYS.has(following) && !NO_SUBJECT.has(preceding));
  }
  if (isSmall(text)) return false;
  const opens = before === undefined || SENTENCE_END.test(before) || /^["“«„‘'¿¡—–-]/u.test(text);
  if (!opens) return true;
  // One word alone, or called out to: `Mark?` and `Will, come here`.
  if (/[\p{L}\p{M}]["”’»)\]]*[.!?…,؟。]/u.test(text) || next === undefined)
    return following !== (foldPhrase(text)[0] ?? '');
  if (/['’][sS]\P{L}*$/u.test(text)) return true;
  const isNamed = /^\P{L}*\p{Lu}/u.test(next) && !/^I(?:['’]|\P{L}*$)/u.test(next);
  const isJoined = TOGETHER.has(following) && isSomebody(texts[at + 2] ?? '');
  return isNamed || isMarker(next) || isVerb(following) || BEHIND_NAME.has(following) || isJoined;
}

/** Behind these a word of saying has another subject, or "the said" is no name. */
const NO_SUBJECT = new Set('the a an of i you he she it we they who that to'.split(' '));

import type { Piece } from '../../text/glued';
import { isUnspaced } from '../../text/spaceless';

/** A part of a person's name that names that person in some surroundings. */
interface Part {
  text: string;
  /**
   * Surroundings that it must have before and behind it in its row of letters; absent when anything may stand there.
   */
  before?: RegExp;
  behind?: RegExp;
  /** True when it counts only where the dictionaries end a word too: `老王`, but not `小王子`. */
  isWord?: boolean;
}

/** Family names of two letters, in both ways of writing them. */
const LONG_SURNAME =
  /^(?:欧阳|歐陽|太史|端木|上官|司马|司馬|东方|東方|独孤|獨孤|南宫|南宮|万俟|闻人|聞人|夏侯|诸葛|諸葛|尉迟|尉遲|公羊|赫连|赫連|澹台|皇甫|宗政|濮阳|濮陽|公冶|太叔|申屠|公孙|公孫|慕容|仲孙|仲孫|钟离|鍾離|长孙|長孫|宇文|司徒|鲜于|鮮于|司空|闾丘|令狐|百里|呼延|东郭|東郭|南门|南門|羊舌|微生|公户|公西|梁丘|左丘|西门|西門|第五|拓跋|张简|張簡|范姜)/u;

const CHINESE_TITLE =
  /^(?:先生|女士|小姐|太太|夫人|老师|老師|同学|同學|同志|医生|醫生|大夫|护士|律师|律師|警官|法官|检察官|檢察官|局长|局長|处长|處長|科长|科長|所长|所長|队长|隊長|院长|院長|校长|校長|市长|县长|书记|書記|主任|主席|经理|經理|老板|老闆|总|总统|总理|總統|教授|博士|师傅|師傅|叔叔|叔|伯伯|伯|阿姨|姨|大哥|大姐|大叔|大妈|大爷|奶奶|爷爷|婶|嫂|哥|姐|弟|妹|爷|工|导|某|氏|家人|姓)/u;
const CALLED_BY_SYLLABLE =
  /^(?:先生|小姐|女士|老师|老師|同学|哥|姐|弟|妹|叔|姨|仔|妞|妹妹|哥哥|姐姐|弟弟|叔叔|阿姨)/u;
/** Everyday words that begin like names by which people are called. */
const CHINESE_WORDS = new Set(
  (
    '小心 小学 小學 小时 小時 小说 小說 小姐 小孩 小子 小国 小國 小人 小家 小声 小聲 小事 小区 小區 小组 小組 小雨 小雪 小路 小山 小河 小花 小草 小年 小康 小便 小费 小队 小隊 小鸟 小鳥 小强 小白 小生 小气 小氣 小丑 小麦 小车 小車 小米 小红 小金 小伙 ' +
    '老师 老師 老板 老人 老家 老百 老实 老實 老鼠 老虎 老外 老公 老婆 老乡 老鄉 老年 老大 老少 老头 老頭 老太 老兵 老夫 老友 老手 老天 老是 老化 老式 老城 老字 老化 ' +
    '阿姨 阿婆 阿公 阿妈 阿爸 阿哥 阿妹 阿伯 阿门 阿訇 阿拉 大家 大人 大学 大學 大声 大事 大力 大小 大方 大路 大国 大會 大会 大哥 大姐 ' +
    '明明 刚刚 常常 慢慢 天天 人人 等等 多多 往往 渐渐 偏偏 好好 轻轻 静静 高高 大大 小小 家家 年年 时时 处处 星星 娃娃 宝宝 爸爸 妈妈 平平 单单 白白 久久 重重 层层 深深 万万 洋洋 文文 红红 乐乐 圆圆 冰冰 匆匆 默默'
  ).split(' '),
);

const JAPANESE_TITLE =
  /^(?:さん|くん|君|ちゃん|様|さま|先生|氏|殿|たん|っち|先輩|部長|課長|社長|係長|教授|医師|弁護士|記者|刑事|容疑者|被告|議員|選手|夫妻|夫婦|夫人|家|一家|姓|兄さん|姉さん|おじさん|おばさん)/u;
const OF_SYLLABLE = /^(?:さん|くん|ちゃん|氏|様|さま)/u;
/** Matches what stands before and behind a Japanese word: the edge of a row, small words, forms of being. */
const JAPANESE_BEFORE = /(?:^|[ぁ-ゖー、。])$/u;
const JAPANESE_BEHIND =
  /^(?:$|は|が|を|に|の|と|も|へ|で|から|まで|より|って|や|だ|です|でし|なら|じゃ|という|たち|ら(?!\p{Script=Hiragana})|にも|には|とは)/u;

/** Matches what people are called by in front of their names, in scripts where a name's own parts are not set apart. */
const BEFORE_NAME =
  /(?:คุณ|นาย|นาง|นางสาว|น้อง|พี่|ลุง|ป้า|น้า|อา|ครู|อาจารย์|หมอ|ด\.ช\.|เด็กชาย|เด็กหญิง|ชื่อ|ທ້າວ|ນາງ|ທ່ານ|ອ້າຍ|ເອື້ອຍ|ນ້ອງ|ລຸງ|ປ້າ|ຊື່|លោក|លោកស្រី|អ្នកស្រី|បង|ពូ|មីង|អ៊ំ|ឈ្មោះ|ဦး|ဒေါ်|ကို|မောင်|ဆရာ|ဆရာမ|အစ်ကို|အစ်မ|နာမည်)$/u;
/** Least letters of a name's beginning that tells the name. */
const TELLING_LETTERS = 4;

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
const HAN_OR_KANA = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u;

/**
 * Returns what a person with a name in a script without spaces may be called by, when the name does not stand whole.
 */
export function unspacedParts(name: string, language: string): Part[] {
  const isJapanese = language.startsWith('ja') || !isHan(name);
  if (HAN_OR_KANA.test(name)) {
    if (language.startsWith('ja')) return japaneseParts(name);
    return [
      ...(isHan(name) ? chineseParts(name) : []),
      ...(isJapanese || name.length > 3 ? japaneseParts(name) : []),
    ];
  }
  const boundaries = boundariesOf(name);
  const parts: Part[] = [];
  for (let length = name.length - 1; length >= 2; length--) {
    if (/^\p{M}/u.test(name.slice(length))) continue;
    const [first, last] = [name.slice(0, length), name.slice(length)];
    if (length >= TELLING_LETTERS)
      parts.push({ text: first, ...(!boundaries.has(length) && { isWord: true }) });
    else parts.push({ text: first, before: BEFORE_NAME });
    if (last.length >= 3) parts.push({ text: last, before: BEFORE_NAME });
  }
  return parts;
}

function chineseParts(name: string): Part[] {
  const letters = Array.from(name);
  const long = letters.length > 2 ? LONG_SURNAME.exec(name)?.[0] : undefined;
  if (letters.length < 2 || letters.length > 4) return [];
  const surname = long ?? letters[0] ?? '';
  const given = name.slice(surname.length);
  const ofGiven = Array.from(given);
  const called = (text: string): Part[] =>
    ['小', '老', '阿', '大'].flatMap((small) =>
      CHINESE_WORDS.has(small + text) ? [] : [{ text: small + text, isWord: true }],
    );
  const last = ofGiven.at(-1) ?? '';
  return [
    { text: surname, behind: CHINESE_TITLE, ...(long === undefined && { before: /(?:^|[^大老小国])$/u }) },
    ...called(surname),
    ...(ofGiven.length > 1 ? [{ text: given }] : []),
    ...(long === undefined ? [] : [{ text: long }]),
    ...[...new Set(ofGiven)].flatMap((letter) => called(letter)),
    { text: last, behind: CALLED_BY_SYLLABLE, isWord: true },
    ...(CHINESE_WORDS.has(last + last) ? [] : [{ text: last + last }]),
  ].filter(({ text }) => text !== '' && text !== name);
}

/**
 * Returns the parts of a Japanese name. It does not tell where the family name ends, so either part may be any of its
 * beginnings and ends.
 */
function japaneseParts(name: string): Part[] {
  const parts: Part[] = [];
  for (let length = 1; length < name.length; length++) {
    for (const text of [name.slice(0, length), name.slice(length)]) {
      if (text.length === 1) {
        if (isHan(text)) parts.push({ text, before: JAPANESE_BEFORE, behind: OF_SYLLABLE });
        continue;
      }
      parts.push({ text, behind: JAPANESE_TITLE });
      // Half of all words end in two or three letters of hiragana.
      if (!/^\p{Script=Hiragana}+$/u.test(text))
        parts.push({ text, before: JAPANESE_BEFORE, behind: JAPANESE_BEHIND });
    }
  }
  return parts;
}

const dictionary = new Intl.Segmenter('zh', { granularity: 'word' });
/** Returns where the words of the Unicode dictionaries begin in a text without spaces, and its end. */
const boundariesOf = (row: string): Set<number> =>
  new Set([...[...dictionary.segment(row)].map(({ index }) => index), row.length]);

export interface PersonalParts {
  parts: readonly Part[];
  entityId: string;
}

/** Finds where parts of names stand. Returns positions among the pieces: of the first, and behind the last. */
export function findParts(
  pieces: readonly Piece[],
  texts: readonly string[],
  names: readonly PersonalParts[],
): { entityId: string; from: number; end: number }[] {
  if (names.length === 0) return [];
  const found: { entityId: string; from: number; end: number }[] = [];
  for (let from = 0; from < pieces.length;) {
    let end = from;
    let row = '';
    /** Position in the row where each piece begins. */
    const starts: number[] = [];
    while (end < pieces.length && isUnspaced(pieces[end]?.folded ?? '')) {
      const before = end > from ? texts[pieces[end - 1]?.at ?? 0] : undefined;
      // A sign ends the row.
      if (before !== undefined && pieces[end]?.at !== pieces[end - 1]?.at && /[\p{P}\p{S}]$/u.test(before))
        break;
      starts.push(row.length);
      row += pieces[end]?.folded ?? '';
      end++;
    }
    const pieceAt = (offset: number) => from + starts.findLastIndex((start) => start <= offset);
    let boundaries: Set<number> | undefined;
    for (const { parts, entityId } of row === '' ? [] : names)
      for (const { text, before, behind, isWord } of parts)
        for (let at = row.indexOf(text); at >= 0; at = row.indexOf(text, at + text.length)) {
          const to = at + text.length;
          if (before && !before.test(row.slice(0, at))) continue;
          if (behind && !behind.test(row.slice(to))) continue;
          if (isWord) {
            boundaries ??= boundariesOf(row);
            if (!boundaries.has(at) || !boundaries.has(to)) continue;
          }
          found.push({ entityId, from: pieceAt(at), end: pieceAt(to - 1) + 1 });
        }
    from = Math.max(end, from + 1);
  }
  return found;
}

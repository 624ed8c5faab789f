import { t } from '../../../shared/messages/messages';
import { lazy } from '../lexicon/lazy';
import { words } from '../lexicon/data/words';
import { countryNames } from './countryNames';
import { CUE_SCORES, LIST_REASONS, type Found } from './Found';

/** A sign of Chinese, which has neither capitals nor spaces: surnames, titles, kin and lists tell names. */

const HAN = /\p{Script=Han}/u;
const RUN = /\p{Script=Han}+(?:[·•・‧]\p{Script=Han}+)*/gu;

/** Surnames of one character that are hardly any other word. */
const SURNAMES = new Set(
  Array.from(
    '李王张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁余叶蒋杜苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾韦付邹孟熊秦邱尹薛闫段侯龙史陶黎贺顾毛郝龚邵钱严武戴莫孔洪汤常康施牛樊葛邢齐伍倪季殷',
  ),
);
/** Surnames that are another word as well: they count only beside a title, kin or a phrase that names. */
const DOUBTFUL_SURNAMES = new Set(Array.from('高马万石白安任江金方于成平车左林程夏柳乔易文向时和温'));
const LONG_SURNAMES = /^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|令狐|慕容|夏侯|端木)/u;

const TITLES = words(`
  先生 女士 小姐 老师 医生 书记 局长 主任 警官 律师 教授 校长 院长 部长 县长 市长 村长 队长 师傅 阿姨 叔叔 大哥 大姐 同志 太太 夫人
  法官 检察官 记者 博士 厂长 科长 处长 所长 班长 护士 阿訇 哈吉
`);
const KIN = words(`
  哥哥 弟弟 姐姐 妹妹 父亲 母亲 爸爸 妈妈 丈夫 妻子 老公 老婆 儿子 女儿 朋友 邻居 同学 同事 爷爷 奶奶 外公 外婆 舅舅 姑姑 叔叔 阿姨
  表哥 表弟 表姐 表妹 堂哥 堂弟 侄子 侄女 室友 证人 记者 律师 警官 老板
`);
const NAMING = words('我叫 他叫 她叫 名叫 叫做 叫 姓名是 名字是 名字叫 化名');
/** Words that are nobody's name, and before which a name ends. */
const FUNCTION_WORDS = new Set([
  ...Array.from(
    '的了在是和与被把说到从也都就还又很不没有去来给对向为让跟着过吗呢吧啊这那他她我你们个名位问答笑哭走住',
  ),
  ...words(
    '说过 告诉 回答 没有 他们 我们 你们 已经 现在 后来 以前 因为 所以 但是 什么 怎么 这里 那里 知道 认识 看见 工作 回来',
  ),
]);

const PLACE_ENDING =
  /^\p{Script=Han}{1,5}(?:自治区|自治州|监狱|看守所|派出所|拘留所|教育营|市|省|县|州|区|乡|镇|村|路|街|巷|盟|旗)$/u;
const PLACE_KIND = /^(?:自治区|自治州|监狱|看守所|派出所|拘留所|市|省|县|州|区|乡|镇|村|路|街|巷)$/u;
/** Words for a kind of place, which name none. */
const NO_PLACES = new Set(
  words(
    '城市 农村 地区 街区 小区 校区 社区 山区 郊区 市区 全村 全市 全省 全县 本市 本省 本县 公路 铁路 马路 道路 一路 乡村 城镇 大街 上街 逛街 我市 该市 省 市 县 村',
  ),
);

const CITIES = `
  北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海
  台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 广州 深圳 成都 杭州 武汉 西安 南京 苏州 郑州 长沙 沈阳 青岛 大连 济南 哈尔滨 长春 福州 厦门
  昆明 贵阳 南宁 合肥 南昌 太原 石家庄 兰州 西宁 银川 呼和浩特 拉萨 海口 三亚 宁波 温州 无锡 东莞 佛山 洛阳 开封 桂林 丽江 延安 台北 高雄
  乌鲁木齐 喀什 和田 伊犁 伊宁 阿克苏 吐鲁番 哈密 库尔勒 塔城 阿勒泰 克拉玛依 石河子 昌吉 库车 莎车 霍尔果斯 阿图什 博乐 且末 若羌 墨玉 皮山
  于田 策勒 洛浦 叶城 疏勒 疏附 伽师 巴楚 新源 昭苏 特克斯 尼勒克 巩留 阿拉木图 阿斯塔纳 比什凯克 塔什干 莫斯科 伊斯坦布尔 安卡拉 东京 首尔
`;
const places = lazy(() => new Set([...words(CITIES), ...countryNames('zh')]));
const segmenter = lazy(() => new Intl.Segmenter('zh', { granularity: 'word' }));

interface Segment {
  text: string;
  start: number;
  end: number;
}

export function findInChinese(text: string): Found[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ 0: run, index }) => [
    ...inRun(run).map((found) => ({ ...found, start: found.start + index, end: found.end + index })),
  ]);
}

function inRun(run: string): Found[] {
  const segments = Array.from(segmenter().segment(run), ({ segment, index }): Segment => ({
    text: segment,
    start: index,
    end: index + segment.length,
  }));
  const found: Found[] = [];
  const reached = () => found.at(-1)?.end ?? 0;
  for (let i = 0; i < segments.length; i++) {
    const one = nameAt(run, segments, i) ?? placeAt(segments, i);
    if (!one || one.start < reached()) continue;
    found.push(one);
    while ((segments[i + 1]?.start ?? Infinity) < one.end) i++;
  }
  return found;
}

/** Finds a person whose name begins with a segment; null where none does. */
function nameAt(run: string, segments: readonly Segment[], i: number): Found | null {
  const here = segments[i];
  if (!here || !isContent(here)) return null;
  const { start } = here;
  const before = run.slice(Math.max(0, start - LONGEST_CUE_CHARACTERS), start);
  const cue = CUES.find((word) => before.endsWith(word));
  const person = (end: number, score: number, why: string): Found => ({
    type: 'person',
    start,
    end,
    score,
    why,
  });
  // Names of other peoples have a dot between their parts in Chinese.
  const dotted = dottedEnd(run, segments, i);
  if (dotted > 0) return person(dotted, CUE_SCORES.cue, t('a name with a dot in it'));
  const surname = surnameOf(run, here, cue !== undefined);
  const titled = titledEnd(run, segments, i, surname);
  if (titled) return person(titled.end, CUE_SCORES.cue, t('before “{words}”', { words: titled.title }));
  if (surname === 0) {
    const end = cue !== undefined && NAMING.includes(cue) ? endOfGiven(segments, i, start) : start;
    return end - start < 2 ? null : person(end, CUE_SCORES.form, t('after “{words}”', { words: cue ?? '' }));
  }
  const end = here.end > start + surname ? here.end : endOfGiven(segments, i + 1, start + surname);
  const given = end - start - surname;
  if (given < 1 || given > 2) return null;
  if (cue !== undefined) return person(end, CUE_SCORES.cue, t('after “{words}”', { words: cue }));
  return DOUBTFUL_SURNAMES.has(run.charAt(start))
    ? null
    : person(end, CUE_SCORES.form, t('begins with a surname'));
}

const CUES = [...NAMING, ...KIN];
const LONGEST_CUE_CHARACTERS = Math.max(...CUES.map(({ length }) => length));
/** Most segments of a name. */
const MOST_SEGMENTS = 30;
const DOTTED = /^\p{Script=Han}{1,8}(?:[·•・‧]\p{Script=Han}{1,8})+/u;

/**
 * Returns where a name with dots ends that begins at a segment; 0 where none does, as when words of grammar stand
 * before the dot.
 */
function dottedEnd(run: string, segments: readonly Segment[], i: number): number {
  const { start = 0, text = '' } = segments[i] ?? {};
  const [name] = DOTTED.exec(run.slice(start)) ?? [];
  if (!name || CUES.includes(text) || TITLES.includes(text)) return 0;
  const [firstDot, lastDot] = [
    name.search(DOT),
    name.length - 1 - Array.from(name).reverse().join('').search(DOT),
  ];
  const isOver = (one: Segment) => HAN.test(one.text) && !isContent(one);
  const others = segments.slice(i, i + MOST_SEGMENTS);
  if (others.some((one) => one.start < start + firstDot && isOver(one))) return 0;
  const over = others.find((one) => one.start > start + lastDot + 1 && isOver(one));
  return Math.min(start + name.length, over?.start ?? Infinity);
}
const DOT = /[·•・‧]/u;

/**
 * Finds a name before a title, whatever the dictionary makes of its characters: a surname alone, or with one or two
 * more.
 */
function titledEnd(
  run: string,
  segments: readonly Segment[],
  i: number,
  surname: number,
): { end: number; title: string } | null {
  const start = segments[i]?.start ?? 0;
  const first = run.charAt(start);
  const length = surname > 0 ? surname : SURNAMES.has(first) || DOUBTFUL_SURNAMES.has(first) ? 1 : 0;
  if (length === 0) return null;
  for (const end of [start + length, start + length + 1, start + length + 2]) {
    const title = TITLES.find((word) => run.startsWith(word, end));
    const within = segments.slice(i, i + MOST_SEGMENTS).filter((one) => one.start < end);
    if (title && within.every(isContent)) return { end, title };
  }
  return null;
}

/**
 * Counts the characters of a surname with which a segment begins. A segment of two is mostly a word: 黄色, 高兴.
 * @param isNamed true if what stands before says that a name comes.
 */
function surnameOf(run: string, { start, text }: Segment, isNamed: boolean): number {
  const long = LONG_SURNAMES.exec(run.slice(start));
  if (long) return long[0].length;
  const first = text.charAt(0);
  const isSurname = SURNAMES.has(first) || DOUBTFUL_SURNAMES.has(first);
  return isSurname && (text.length === 1 || text.length === 3 || (isNamed && text.length === 2)) ? 1 : 0;
}

/** Returns where a given name of one or two characters ends that begins at a segment; `from` itself where none does. */
function endOfGiven(segments: readonly Segment[], i: number, from: number): number {
  const [first, second] = [segments[i], segments[i + 1]];
  if (first?.start !== from || first.text.length > 2 || !isContent(first)) return from;
  const goesOn = first.text.length === 1 && second?.text.length === 1 && isContent(second);
  return goesOn ? second.end : first.end;
}

const isContent = ({ text }: Segment): boolean =>
  HAN.test(text) && !FUNCTION_WORDS.has(text) && !Array.from(text).some((one) => FUNCTION_WORDS.has(one));

function placeAt(segments: readonly Segment[], i: number): Found | null {
  const [here, next] = [segments[i], segments[i + 1]];
  if (!here || !HAN.test(here.text) || FUNCTION_WORDS.has(here.text)) return null;
  const withKind = next && PLACE_KIND.test(next.text) && here.text.length > 1 && !NO_PLACES.has(here.text);
  if (withKind)
    return {
      type: 'place',
      start: here.start,
      end: next.end,
      score: CUE_SCORES.form,
      why: t('before “{words}”', { words: next.text }),
    };
  if (places().has(here.text))
    return {
      type: 'place',
      start: here.start,
      end: here.end,
      score: CUE_SCORES.list,
      why: LIST_REASONS.place(),
    };
  if (here.text.length > 2 && PLACE_ENDING.test(here.text) && !NO_PLACES.has(here.text))
    return {
      type: 'place',
      start: here.start,
      end: here.end,
      score: CUE_SCORES.form,
      why: t('a name of a kind of place'),
    };
  return null;
}

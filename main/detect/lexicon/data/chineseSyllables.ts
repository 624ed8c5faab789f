import { words } from './words';

/** The hundred commonest family names in Pinyin, and usual other romanisations of some. */
export const CHINESE_SURNAMES: ReadonlySet<string> = new Set(
  words(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng cao
  peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren lu yao shen zhong jiang cui tan lu wang fan jin
  shi liao jia xia fu fang bai zou meng xiong qin qiu hou jiang yin xue yan duan lei long li shi tao he mao hao gu gong shao wan
  qian dai ouyang situ sima zhuge cheung chan wong leung
  `),
);

/** Every syllable of Mandarin as Pinyin writes it, tones left out. */
const INITIALS = 'zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?';
const FINALS =
  'iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v';
const SYLLABLES = new RegExp(`^(?:(?:${INITIALS})(?:${FINALS})){1,2}$`, 'u');

/** Tells whether a folded word can be read as one or two Pinyin syllables, as Chinese given names are. */
export const isPinyin = (folded: string): boolean => SYLLABLES.test(folded);

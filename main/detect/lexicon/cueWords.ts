import { words } from './data/words';

const set = (text: string): ReadonlySet<string> => new Set(words(text));

/** Forms of address and ranks that stand right before a name. */
export const TITLES = set(`
  mr mrs ms miss mister dr doctor prof professor sir madam lady lord judge prosecutor investigator inspector detective
  officer captain major colonel general lieutenant sergeant commander warden president minister senator deputy governor mayor akim
  lawyer attorney advocate imam mullah father pastor bishop rabbi sister brother uncle aunt auntie aunty grandma grandpa
  grandmother grandfather comrade journalist reporter editor activist blogger director chairman chairwoman secretary teacher
  nurse guard student colleague neighbour neighbor friend cellmate witness driver landlord translator interpreter photographer
  г-н г-жа господин госпожа судья следователь прокурор полковник майор капитан лейтенант адвокат журналист журналистка дядя тетя
  брат сестра друг подруга коллега сосед соседка врач доктор учитель директор мырза ханым
`);

/** Words for kin or company, of which many are titles too; they mostly follow "my" or "our". */
export const KIN = set(`
  brother sister mother father husband wife son daughter cousin nephew niece uncle aunt auntie grandmother grandfather grandma
  grandpa fiance fiancee boyfriend girlfriend friend colleague neighbour neighbor classmate cellmate roommate partner boss
  baby boy girl kid child twin stepfather stepmother stepson godfather godmother flatmate
  муж жена сын дочь мать отец мама папа брат сестра подруга друг
`);

/** Phrases that end right before a name; folded, in spoken order. */
export const NAME_CUES: readonly string[] = [
  ...[
    'name is',
    'name was',
    'names are',
    'names were',
    'named',
    'called',
    'nicknamed',
    'known as',
    'interview with',
    'signed',
  ],
  ...[
    'conversation with',
    'testimony of',
    'the name',
    'names of',
    'by the name of',
    'alias',
    'introduced himself as',
  ],
  ...[
    'introduced herself as',
    'goes by',
    'surname is',
    'surname was',
    'name of',
    'spoke to',
    'married to',
    'in memory of',
  ],
  ...['меня зовут', 'зовут', 'по имени', 'по фамилии', 'фамилия', 'имя', 'менің атым', 'атым', 'есімі'],
];

/** Verbs and prepositions that a person's name often follows. */
export const PERSON_BEFORE = set(`
  know knew known met meet meeting saw seen asked ask told tell with and thanked thank hello dear arrested detained beat threatened
  visited married remember remembered trust trusted believe miss loved hugged interviewed killed released helped
  took taken accused sentenced contacted phoned texted rang messaged question questioned like by about for did does was is has let invited
  hi bye please called call
`);

/** Verbs that make what stands before them a speaker or doer. */
export const SAYS = set(`
  said says told tells asked asks answered replied explained added recalled recalls remembers remembered remember whispered shouted wrote
  writes called calls phoned laughed cried smiled nodded confirmed denied confirms insisted admitted confessed testified thinks thought
  believed wanted wants knew knows married died lives lived worked works helped promised warned met came went studied spoke
  сказал сказала говорит рассказал рассказала спросил спросила ответил ответила позвонил позвонила
`);
export const DOES = set(`
  was is has had were and who could would did does left took got gave ran stood sat saw heard felt kept tried began started
  never also again himself herself stayed brought showed made
`);

/** Weights of words right after which a place often stands. */
export const PLACE_BEFORE: ReadonlyMap<string, number> = new Map([
  ['in', 1.6],
  ['near', 1.2],
  ['outside', 1],
  ['from', 0.8],
  ['to', 0.7],
  ['at', 0.6],
  ['around', 0.6],
  ['through', 0.6],
  ['across', 0.6],
  ['via', 1],
  ['into', 0.8],
  ['towards', 0.8],
  ['leave', 0.8],
  ['left', 0.6],
  ['reached', 0.8],
  ['of', 0.2],
  ['в', 1.2],
  ['во', 1],
  ['из', 0.9],
  ['под', 0.6],
]);

/** Kinds of place whose name is written before them: `Abay Street`. */
export const PLACE_AFTERNAME = set(`
  street st avenue ave road rd lane boulevard blvd square drive highway district region oblast province county prefecture township
  village town city station airport bridge park market bazaar prison camp mosque church school lyceum gymnasium university hospital clinic
  hotel hostel cafe restaurant bar river lake mountain mountains valley island bay pass steppe desert cemetery stadium theatre theater museum
  mall plaza embassy border colony settlement microdistrict mikrorayon quarter crescent alley embankment prospekt kolkhoz steppe
  көшесі даңғылы ауданы облысы ауылы қаласы
`);

/** Kinds of place whose name is written behind them: `Cafe Samal`, `the village of Kegen`. */
export const PLACE_BEFORENAME = set(`
  cafe café hotel hostel restaurant bar lake mount river camp prison village town city aul selo fort port cape district colony
  street улица улице улицы ул проспект проспекте пр площадь площади город города городе г село селе поселок кафе гостиница
`);

/** Street words that stand behind ordinary words: `on Station Road`. */
export const STREET = set(
  'street avenue road lane boulevard square drive highway prospekt crescent alley embankment',
);

/** Kinds of organisation, in or at the end of their names. */
export const ORGANISATION = set(`
  foundation house news times voice radio television tv media press agency committee commission council union association society
  movement party institute academy university college bureau ministry department court bank company corporation ltd llp inc
  group network centre center league alliance federation front fund initiative watch journal gazette tribune herald post
  newspaper channel studio publishing editorial office club team church brigade battalion forum trust ngo project coalition
`);

/** Kinds of occasion and of work, in or at the end of their names: no person is called so. */
export const OCCASION = set(`
  festival festivals award awards prize prizes medal campaign championship championships cup tournament olympics paralympics games
  ceremony conference congress summit war film films movie series album trilogy
`);

/** Kinds of state body: made of everyday words only (`Supreme Court`), they identify nobody. */
export const STATE_BODY = set(`
  ministry court bureau department embassy consulate parliament police government nations council commission commissioner
  army academy code service union office border province region district
`);

/** Words right before the name of an organisation: `the group Talpyn`. */
export const ORGANISATION_BEFORE = set(`
  group movement organisation organization foundation newspaper company firm party website channel magazine agency union charity
  association site blog factory bank studio publisher ngo band team club gang
`);

/** Words right before a name that make "called" and "named" speak of a place: `a village called Kegen`. */
export const PLACE_NOUN = set(`
  village town city place street river lake mountain cafe café hotel restaurant bar station camp prison district region settlement
  suburb colony area valley square market bazaar island
`);

/** Words before "street" or "road" that make no name: `on the other side street`. */
export const NO_STREET_NAME = set(`
  same other next whole empty main side busy dark long quiet wide narrow old new little big back front open whole main high
  every each this that which what our their his her my your a an the and or of one two three first second last
`);

/** Words of employment right before the name of an organisation. */
export const EMPLOYED_BY =
  /(?:work|works|worked|working|journalist|reporter|editor|lawyer|volunteer|volunteered|writes|wrote|write|correspondent|director|head|member|founder|employee|paid) (?:there )?(?:for|at|of|with)(?: the)?$/u;

/** Folded words that a sentence may open with before a name and that never begin one. */
export const OPENERS = set(`
  the a an this that these those he she it they we you i my your his her its our their one some any no not and but or so if when while
  then there here after before since because although though as at by for from in into of on to with without during until once
  yes yeah okay ok well now today yesterday tomorrow tonight later finally first second next last again also even only just still
  what who whom whose why how where which did do does is are was were has have had can could will would shall should may might must
  please thank thanks dear hello hi sorry perhaps maybe however meanwhile nobody somebody everyone everybody someone anyone both
  many most few several all each every another other such mr mrs ms dr
  according despite besides suddenly soon sometimes often usually never always once together inside outside near behind
  let ask call tell say says said remember imagine look listen see know meet
`);

/** "Son of" and "daughter of" in the Turkic languages, behind a father's name: `Serik uly`. */
export const CHILD_OF = set('uly uli kyzy kizi qizi ogly oglu ugli уулу кызы улы');

/** Small words within names: `Omar al Farabi`. */
export const LINKS: ReadonlySet<string> = new Set([
  ...words('al el bin ibn bint van von der de da di du la le'),
  ...CHILD_OF,
]);

/** Small words within names that say whose something is: `Union of Journalists`. */
export const OF = set('of for');

/** Prepositions before a street. */
export const STREET_BEFORE = set('on at in from to near along down off');

export const SIDES = set('north south east west central');

/** Kinds of place that become part of the name behind them though they are written small: `hotel Zhuldyz`. */
export const EXTENDS_BACK = set('cafe hotel hostel restaurant');

/** Kinds that become part of the name before them in a text without capitals: `orken foundation`. */
export const EXTENDS_ON: ReadonlySet<string> = new Set([
  ...STREET,
  ...words(`
    foundation news press media radio tv agency institute university bazaar mosque region district village hotel cafe prison
    bridge lake river
  `),
]);

/** Tells whether a word says what a place or an organisation is, and so is no name of one. */
export const isKind = (folded: string): boolean =>
  PLACE_AFTERNAME.has(folded) ||
  PLACE_BEFORENAME.has(folded) ||
  ORGANISATION.has(folded) ||
  OCCASION.has(folded);

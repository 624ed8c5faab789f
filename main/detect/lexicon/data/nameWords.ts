import { words } from './words';

/**
 * Names of people and places that are everyday words as well: of English, where our dictionaries have them as names
 * alone, of Russian and of Kazakh. Folded. With a small letter they name nobody.
 */
export const NAME_WORDS: ReadonlySet<string> = new Set(
  words(`
  abbey ace alma amber angel apple archer art ash aurora autumn bailey bath bay beck bell berry bird bishop blake bliss blue bob
  bond booth bowman brooks buck bush butler candy carol carter case cash chad chance charm chase cherry china christian clay clement
  cloud coal cobb cole colt cook cooper coral cotton craft crane cross curry curtis dale dan dash day dell derby destiny diamond dolly
  dove drake duke earl ebony echo eden elder ellery ember fisher fleet flint flora florence ford forest forester fox france frank
  freeman frost gale gates gray green guy hale hank harmony harper haven hazel heath heather heaven henna herb holly honey hope
  hunt iris ivory ivy jack jade jay jenny jersey jewel jimmy jo jordan josh joy june justice kit knight lamb lance lane lark laurel
  law leaf lee liberty lily lily lincoln link long love lucky luke lynch major mandy march marina mars marsh mason may meadow melody
  mercy merry mike miles miller mills mobile moon mustang nancy nice nick noble nova oak ocean olive oral orchid orange page palmer parish
  patience patsy pat paul peace pearl penny peg pepper perry pet phoenix pierce piper poe poppy porter power precious price pride prince
  queen rain raven ray reading reed reef rex rhodes rich river rob robin rock rocky roman rory rose ross roy ruby rusty saffron sage
  sally sandy savage saw scarlet scout serene sergeant shade shore silver sky skipper small snow sorrel spring star steel sterling stew stone
  storm stormy summer sun sunny swan taylor tanner tawny temple terry tiger timber tom tony trace troy trinity tucker turkey tuesday
  turner tyre van velvet venus vera vic violet virtue wade walker wally ward warren wells west whit whitney willow windy winter wolf
  woods woody worth wren yuri zion can gang hung kim lady lam man ming mo pan sang sing so song sung tang tan ton wan wing won yam

  вера надежда любовь роза лилия слава лев роман майя мир лада злата искра воля радость светлый ася муза пион марта август
  мороз волк заяц гусь король князь кузнец белый черный добрый зима весна снег лес гора соловей воробей медведь голубь
  сокол орел коваль мельник бондарь гончар рыбак солдат поляк немец грек цыган козел баран жук муха комар сорока ворона
  арман бақыт жан нұр гүл тілек үміт қанат болат темір еркін азат асыл алтын күміс дана сана жібек маржан меруерт раушан
  мереке айдын дәурен ғасыр жеңіс бейбіт ерік мақсат қуаныш береке сауле сәуле шолпан жұлдыз әсем әділ серік жомарт батыр
  ақжол арай бота ару бану қайрат намыс мұрат талап ырыс құрмет
  `).map((word) => word.normalize('NFKD').replace(/[\u0300-\u036f]/gu, '')),
);

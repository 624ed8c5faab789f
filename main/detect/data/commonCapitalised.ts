import { words } from './words';

/**
 * Everyday words that English writes with a capital, or that subtitles hold only so: exclamations at the start
 * of a line, feasts, faiths, languages, peoples, offices, and things every text names. Folded.
 */
export const COMMON_CAPITALISED: ReadonlySet<string> = new Set(
  words(`
  um christmas hmm doc english sheriff west east north south aah apparently papa mama senator unfortunately madame monsieur
  radar county valley central bay british navy university spanish objection gimme thanksgiving bible previously avenue
  goodnight highness hm fort foundation transcript jewish ambassador sarge halloween howdy catholic academy hail bureau
  harbor harbour corps hopefully fortunately evidently luckily jews jew pope pacific atlantic almighty congress canyon association
  alliance commonwealth easter ranger memorial nazi nazis incoming plaza mayday pentagon constitution godfather boulevard
  indistinct affirmative gulf mafia garrison metro giants olympics tigers amendment cardinal olympic charleston
  swedish turkish caribbean federation ministry mercury treasury incidentally airlines biscuit eagles gestapo ensign federal
  democratic marsh overruled continental nobel lordship correction holiness hebrew romans maestro preferably secondly firstly
  thirdly junction tribune empress viking vatican messiah oriental herald commandant muslim muslims islam islamic islamist islamists
  quran koran ramadan eid imam mullah mosque halal hajj sharia hijab niqab burqa allah muhammad
  christian christians christianity christ buddhism buddhist judaism hinduism hindu orthodox protestant baptist methodist
  sabbath passover hanukkah yiddish mormon
  mediterranean parliament capitol monsignor renaissance derby persian bailiff congressional captions guild holocaust
  lordships parsons soviets soviet communist communists communism socialist democrat democrats republicans republican
  chronicle irish arabian arabic mandarin cantonese tibetan mongolian mongol mongols cossack cossacks gazette productions
  springfield victorian latino agriculture presbyterian revelations namely consequently kremlin seasonal pavilion siberian
  lutheran commissar westminster himalayas jubilee jehovah exodus scandinavian finnish baltic balkan celtic scots europeans
  kazakh kazakhs kazakhstani kazakhstanis kyrgyz uzbek uzbeks tajik tajiks turkmen turkmens uyghur uyghurs uighur uighurs dungan
  dungans tatar tatars bashkir chechen chechens ingush ukrainian ukrainians russian russians belarusian
  han hui tibetans mongolians turk turks azeri azerbaijani slavic slavs turkic muslimah
  nauryz nowruz kurban internet email online facebook instagram telegram whatsapp youtube google twitter tiktok skype signal vkontakte
  zoom viber wechat iphone android samsung nokia toyota lexus mercedes bmw lada nissan hyundai wifi gps sms pdf usb dvd tv ok
  covid coronavirus kgb knb fsb mvd fbi cia un uno usa uk eu us nato osce ussr ngo ngos ccp prc
  president minister deputy mayor governor akim judge prosecutor colonel general major lieutenant captain sergeant
  mr mrs ms miss dr prof professor sir madam lady lord uncle aunt aunty auntie grandma grandpa mum mom dad daddy mother father
  interviewer witness interviewee respondent journalist translator interpreter speaker narrator question answer q a
  gonna wanna gotta kinda sorta dunno lemme whatever nonetheless afterwards afterward whilst amongst
  neighbour neighbours neighbourhood colour colours honour favour behaviour programme programmes centre theatre metre metres
  kilometre kilometres defence offence licence organisation organisations realise recognise apologise travelled cancelled
  grey tyre tyres pyjamas cheque jewellery storey storeys kerb plough manoeuvre ageing
  website blog blogger bloggers app apps smartphone laptop livestream hashtag smartphones laptops facebook's
  deportation detainee detainees extrajudicial repatriated extradition interrogator interrogators yurt yurts oblast rayon tenge
  dombra beshbarmak kumis steppe steppes chai plov manti lagman samsa
  extremism extremist extremists separatism separatist separatists jihadist jihadists ethnicity repressions
  cannot alright nobody everybody somebody anybody someone anyone everyone
  tallest widest unaddressed untranslated unrecorded unregistered unsaid rescheduled reopened
  monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  `),
);

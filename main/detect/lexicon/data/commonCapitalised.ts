import { words } from './words';

/**
 * Everyday words that English writes with a capital, or that subtitles only have so: exclamations at the start of a
 * line, feasts, faiths, languages, peoples, offices, and things every text names. Folded. A capital says nothing about
 * them.
 */
export const COMMON_CAPITALISED: ReadonlySet<string> = new Set(
  words(`
  um christmas hmm doc english sheriff west east north south aah papa mama senator madame monsieur radar
  british spanish gimme thanksgiving goodnight highness hm jewish ambassador sarge halloween howdy catholic
  jews jew pope pacific atlantic almighty congress easter nazi nazis mayday pentagon godfather mafia
  olympics olympic charleston swedish turkish caribbean gestapo nobel lordship holiness hebrew romans viking
  vatican messiah commandant muslim muslims islam islamic islamist islamists quran koran ramadan eid imam
  mullah hajj sharia hijab niqab burqa allah muhammad christian christians christianity christ buddhism
  buddhist judaism hinduism hindu orthodox protestant baptist methodist sabbath passover hanukkah yiddish
  mormon mediterranean parliament capitol monsignor renaissance derby persian bailiff congressional captions
  holocaust lordships parsons soviets soviet communist communists communism socialist democrat democrats
  republicans republican irish arabian arabic mandarin cantonese tibetan mongolian mongol mongols cossack
  cossacks springfield victorian latino presbyterian kremlin siberian lutheran commissar westminster
  himalayas jehovah exodus scandinavian finnish baltic balkan celtic scots europeans kazakh kazakhs
  kazakhstani kazakhstanis kyrgyz uzbek uzbeks tajik tajiks turkmen turkmens uyghur uyghurs uighur uighurs
  dungan dungans tatar tatars bashkir chechen chechens ingush ukrainian ukrainians russian russians
  belarusian han hui tibetans mongolians turk turks azeri azerbaijani slavic slavs turkic muslimah nauryz
  nowruz kurban internet email online facebook instagram telegram whatsapp youtube google twitter tiktok
  skype signal vkontakte zoom viber wechat iphone android samsung nokia toyota lexus mercedes bmw lada
  nissan hyundai wifi gps sms pdf usb dvd tv ok covid coronavirus kgb knb fsb mvd fbi cia un uno usa uk eu
  us nato osce ussr ngo ngos ccp prc president minister deputy mayor governor akim judge prosecutor colonel
  general major lieutenant captain sergeant mr mrs ms miss dr prof professor sir madam lady lord uncle aunt
  aunty auntie grandma grandpa mum mom dad daddy mother father q a imei iin monday tuesday wednesday
  thursday friday saturday sunday january february march april may june july august september october
  november december
  `),
);

/** Everyday words that the word lists lack, know only with a capital, or know only in American spelling. Folded. */
export const COMMON_BESIDES: ReadonlySet<string> = new Set(
  words(`
  county valley central bay navy university objection bible previously avenue fort foundation transcript
  academy hail bureau harbor harbour corps hopefully fortunately evidently luckily canyon association
  alliance commonwealth ranger memorial incoming plaza constitution boulevard indistinct affirmative gulf
  garrison metro giants tigers amendment cardinal federation ministry mercury treasury incidentally airlines
  biscuit eagles ensign federal democratic marsh overruled continental correction maestro preferably
  secondly firstly thirdly junction tribune empress oriental herald guild chronicle gazette productions
  agriculture revelations namely consequently seasonal pavilion jubilee mosque halal yurt yurts oblast rayon
  tenge dombra beshbarmak kumis steppe steppes chai plov manti lagman samsa akimat akimats maslikhat
  deportation detainee detainees extrajudicial repatriated extradition interrogator interrogators extremism
  extremist extremists separatism separatist separatists jihadist jihadists ethnicity repressions inc ltd llp headscarf headscarves selfie selfies tandoor malware spyware cellmate cellmates
  gonna
  wanna gotta kinda sorta dunno lemme whatever nonetheless afterwards afterward whilst amongst neighbour
  neighbours neighbourhood colour colours honour favour behaviour programme programmes centre theatre metre
  metres kilometre kilometres defence offence licence organisation organisations realise recognise apologise
  travelled cancelled grey tyre tyres pyjamas cheque jewellery storey storeys kerb plough manoeuvre ageing
  website blog blogger bloggers app apps smartphone laptop livestream hashtag smartphones laptops cannot
  alright nobody everybody somebody anybody someone anyone everyone o'clock ma'am tallest widest unaddressed
  untranslated unrecorded unregistered unsaid rescheduled reopened apparently unfortunately journalist
  translator interpreter speaker narrator question answer interviewer interviewee respondent witness
  `),
);

import { t } from '../../../shared/messages/messages';
import { lazy } from '../lexicon/lazy';
import { words } from '../lexicon/data/words';
import { countryNames } from './countryNames';
import { CUE_SCORES, LIST_REASONS, type Found } from './Found';

/** Names in Burmese nearly always have an honorific in front. Spaces stand between phrases. */

/** Burmese letters, without its two stops. */
const PHRASE = /[\u1000-\u1049\u104c-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f]+/gu;
/** `ဦး` and the like. More must follow those that are a syllable of other words too. */
const HONORIFICS = words('ဒေါက်တာ ဆရာမ ဆရာတော် ဆရာ ဗိုလ်ချုပ် ဗိုလ်မှူး ဗိုလ် ဦး ဒေါ် မောင် စိုင်း နန်း စော နော် စဝ် ကို မ');
const NAMING = words('ကျွန်တော့်နာမည် ကျွန်မနာမည် သူ့နာမည် နာမည်က နာမည် အမည်က အမည်');
/** Particles behind a name, the longest first. */
const PARTICLES = words('တို့နဲ့ တို့ရဲ့ တို့က နဲ့အတူ ဆီမှာ ဆီက ကနေ ရဲ့ နဲ့ နှင့် တွင် သို့ သည် တို့ လည်း မှာ မှ က ကို ဟာ ၏ ပါ').sort(
  (a, b) => b.length - a.length,
);
/** Ends of a verb; a phrase with one is no name, even if it begins like one. */
const VERB_END = /(?:ဘူး|တယ်|မယ်|ပြီ|နဲ့ဦး|ပါစေ|လား)$/u;
const PLACE_KINDS = words('ပြည်နယ် တိုင်းဒေသကြီး မြို့နယ် မြို့ ရပ်ကွက် ကျေးရွာ ရွာ လမ်း ထောင် ခရိုင်');
const CITIES = `
  ရန်ကုန် မန္တလေး နေပြည်တော် မော်လမြိုင် ပဲခူး တောင်ကြီး စစ်တွေ မြစ်ကြီးနား လားရှိုး ပုသိမ် မုံရွာ မိတ္ထီလာ ပြင်ဦးလွင် မြိတ် ထားဝယ် ဟားခါး
  လွိုင်ကော် ဘားအံ မြဝတီ မူဆယ် တာချီလိတ် ကျိုင်းတုံ ပခုက္ကူ ပြည် စစ်ကိုင်း ကသာ ဗန်းမော် ဖားကန့် မောင်တော ဘူးသီးတောင် ရသေ့တောင် ကျောက်ဖြူ
  အင်းစိန် လှိုင်သာယာ ဒဂုံ တမူး ဖလမ်း မင်းတပ်
`;
const places = lazy(() => [...words(CITIES), ...countryNames('my')].sort((a, b) => b.length - a.length));
const LEAST_NAME_CHARACTERS = 3;
const MOST_NAME_CHARACTERS = 30;

export function findInBurmese(text: string): Found[] {
  const phrases = Array.from(text.matchAll(PHRASE), ({ 0: phrase, index }) => ({ phrase, index }));
  return phrases.flatMap(({ phrase, index }, i): Found[] => {
    const end = index + withoutParticles(phrase).length;
    const own = text.slice(index, end);
    const honorific = HONORIFICS.find((one) => own.startsWith(one));
    const behind = own.length - (honorific?.length ?? 0);
    if (
      honorific &&
      !VERB_END.test(phrase) &&
      behind >= LEAST_NAME_CHARACTERS &&
      behind <= MOST_NAME_CHARACTERS
    ) {
      const score = honorific.length > 2 ? CUE_SCORES.cue : CUE_SCORES.form;
      return [
        { type: 'person', start: index, end, score, why: t('begins with “{words}”', { words: honorific }) },
      ];
    }
    const place = places().find((one) => phrase.startsWith(one));
    if (place) {
      return [
        {
          type: 'place',
          start: index,
          end: index + place.length,
          score: CUE_SCORES.list,
          why: LIST_REASONS.place(),
        },
      ];
    }
    const kind = PLACE_KINDS.find((one) => own.endsWith(one) && own.length > one.length + 1);
    if (kind)
      return [
        {
          type: 'place',
          start: index,
          end,
          score: CUE_SCORES.form,
          why: t('ends with “{words}”', { words: kind }),
        },
      ];
    const before = phrases[i - 1];
    const isNext = before !== undefined && text.slice(before.index + before.phrase.length, index) === ' ';
    const naming = isNext ? NAMING.find((one) => before.phrase.endsWith(one)) : undefined;
    if (naming && own.length >= LEAST_NAME_CHARACTERS && own.length <= MOST_NAME_CHARACTERS) {
      return [
        {
          type: 'person',
          start: index,
          end,
          score: CUE_SCORES.cue,
          why: t('after “{words}”', { words: naming }),
        },
      ];
    }
    return [];
  });
}

function withoutParticles(phrase: string): string {
  const particle = PARTICLES.find((one) => phrase.endsWith(one) && phrase.length > one.length + 2);
  return particle ? withoutParticles(phrase.slice(0, -particle.length)) : phrase;
}

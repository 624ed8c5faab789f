import { t } from '../../../shared/messages/messages';
import { lazy } from '../lexicon/lazy';
import { words } from '../lexicon/data/words';
import { countryNames } from './countryNames';
import { CUE_SCORES, LIST_REASONS, type Found } from './Found';

/** Words of Arabic, Persian and Uyghur. These have no capitals: titles, kin and lists tell names. */

const WORD = /[\p{Script=Arabic}\p{M}\u0640\u200c]+/gu;

/**
 * Brings spellings of one word together: vowel signs, stretching, the forms of alif, and the Persian and Arabic keys
 * for k and y.
 */
const folded = (word: string): string =>
  word
    .normalize('NFC')
    .replace(/[\u064b-\u065f\u0670\u0640\u200c]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/ى|ی/gu, 'ي')
    .replace(/ک/gu, 'ك');

const set = (text: string): ReadonlySet<string> => new Set(words(text).map(folded));

/** Words before a name of up to three words. */
const TITLES = set(`
  السيد السيدة الآنسة الدكتور الدكتورة الأستاذ الأستاذة الشيخ الحاج الحاجة الإمام القاضي القاضية المحامي المحامية المحقق الضابط
  النقيب العقيد العميد الرائد الملازم اللواء المقدم الرقيب العريف الجندي الوزير المدير المديرة المهندس المهندسة الصحفي الصحفية
  الصحافي الصحافية الناشط الناشطة الكاتب المعلم المعلمة الطبيب الطبيبة الممرضة السجين المعتقل الشهيد المرحوم المدعو المدعوة المسمى
  اسمي اسمه اسمها يدعى تدعى
  آقای خانم دکتر مهندس استاد حاج حاجی سردار سرهنگ سرگرد سروان سرتیپ قاضی بازپرس بازجو وکیل معلم جناب شهید ملا مرحوم
  اسمم نامم اسمش نامش
  ئىسمىم ئىسمى ئىسىم
`);

/** Words behind a name, where Uyghur puts them. */
const TITLES_BEHIND = set(`
  ئاكا ئاكام ئاكىسى ئاچا ئاچام ئاچىسى مۇئەللىم ئەپەندى خانىم دوختۇر ھاجىم قارىم ئاخۇن ئۇكام سىڭلىم دادام ئانام ئەپەندىم ساقچى
`);

/** Kin and company of somebody; mostly a name of one word follows. */
const KIN = set(`
  برادرم خواهرم مادرم پدرم پسرم دخترم همسرم شوهرم زنم دوستم همسایه‌ام عمویم دایی‌ام خاله‌ام عمه‌ام پسرعمویم برادرش خواهرش مادرش پدرش
  پسرش دخترش همسرش شوهرش دوستش عمو دایی خاله عمه همکارم
`);
const ARABIC_KIN =
  /^[وفلب]?(?:اخ[ويا]?|اخت|ابن|ابنة|ابنت|بنت|زوج|زوجت|صديق|صديقت|جار|جارت|زميل|زميلت|عم|عمت|خال|خالت|والد|والدت|ابو?|ابي|ام|جد|جدت|حفيد)(?:ي|ه|ها|نا|هم|ك)$/u;

/** Particles within a name. */
const PARTICLES = set('بن ابن بنت أبو أبي أبا أم عبد آل بو ذو');

/** Phrases before a name, of two words. */
const PHRASES: ReadonlySet<string> = new Set(
  [
    'نام من',
    'اسم من',
    'به نام',
    'به اسم',
    'يقال له',
    'يقال لها',
    'من اسمه',
    'مېنىڭ ئىسمىم',
    'باسم السيد',
  ].map(folded),
);

/** Words with which no name begins, and over which none goes on. */
const FUNCTION_WORDS = set(`
  في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين قد لقد إن أن أنا أنت هو هي هم نحن كان كانت يكون قال قالت لم لن لا ما ماذا
  ثم أو و بعد قبل عند عندما حيث كيف لماذا بين تحت فوق حتى كل بعض غير أي لكن بل إذا كما منذ خلال دون ضد نحو عليه عليها له لها
  إلينا إليه إليها إليهم إليك علينا عليهم عنه عنها عنهم عنا بنا به بها بهم لهم منهم منا معهم معنا
  لي لنا فيه فيها منه منها معه معها يعمل تعمل يعيش تعيش ذهب ذهبت جاء جاءت اعتقل اعتقلت سأل سألت رأى رأيت أعيش وصل خرج عاد لا يزال
  به از در با برای تا که را و یا هم نیز این آن است بود شد هست نیست من تو او ما شما آنها رفت گفت آمد کرد کرده دارد می نمی خواهد
  هنوز همیشه وقتی چون اما اگر پس روی زیر پیش کنار سال روز شب کجا چرا زندانی گفتند رفتند کار زندگی
  مەن سەن ئۇ بىز سىلەر ئۇلار بۇ شۇ بىلەن ئۈچۈن دەپ دېدى ھەم ۋە ياكى لېكىن كېيىن بۇرۇن بار يوق ئىدى كەلمىدى كەتتى كەلدى بولۇپ
`);

/** Given names that are hardly any other word. */
const GIVEN = set(`
  أحمد محمد محمود مصطفى إبراهيم إسماعيل يوسف يعقوب عمر عثمان خالد طارق حسن حسين جعفر عبدالله عبدالرحمن عبدالرحيم ياسر ياسين
  فيصل سلمان سعود ناصر بلال أيمن باسل بشار رامي زياد سامر شادي طلال عماد عدنان غسان فادي فراس قاسم كريم لؤي مازن مروان معاذ
  منصور مهند نبيل نزار هاشم هيثم وائل وليد وسام رشيد فاطمة عائشة خديجة زينب مريم ليلى سلمى سعاد سميرة رقية رغد رنا ريم دعاء
  دينا حنان حليمة إيمان أسماء أميرة آمنة بثينة جميلة لينا منى نادية نوال نور هالة هدى هند ياسمين يسرى سارة رانيا غادة
  رضا حسینعلی عباس مهدی مجتبی مرتضی بهرام بهروز پرویز جواد جمشید داریوش رستم سهراب سیاوش شاهین شهرام فرهاد فریدون کامران کاوه
  کوروش منوچهر مهران نادر هوشنگ آرش آرمان افشین اردشیر امیر ایرج بابک بیژن زهرا نرگس شیرین مهسا مینا نسرین نگار پروین پریسا ترانه
  سیما سمیه شهلا فرزانه فرشته گلنار لاله مهناز مهین میترا ناهید نیلوفر یلدا آذر آناهیتا اعظم اکرم معصومه طاهره کبری
  ئادىل ئابدۇللا ئابلىز ئابلەت ئەخمەت ئەكبەر ئەركىن ئىلھام ئىمىن تۇرسۇن تۇرغۇن تۇردى ئوسمان ئۆمەر پەرھات خالمۇرات داۋۇت رەھىم
  سەمەت سىدىق غەنى قادىر قاسىم كېرىم مەمەت مۇھەممەت مۇختار نۇرمەمەت نىياز ياسىن يۈسۈپ ھەسەن ھوشۇر ئايگۈل ئاينۇر ئامىنە پاتىگۈل
  پاتىمە تۇرسۇنئاي دىلنار دىلبەر رابىيە رىزۋانگۈل زۇلپىيە گۈلنار گۈلبەھار مەرىيەم مېھرىگۈل نۇرگۈل ھەجەر ھاۋاگۈل
`);

/** Endings of Persian surnames. */
const SURNAME_ENDING = /(?:ي|پور|زاده|نژاد|يان|فر|نيا|منش|خواه)$/u;

/** Kinds of place that stand before its name. */
const PLACE_KINDS = set(`
  مدينة قرية محافظة شارع حي منطقة مخيم سجن ناحية بلدة ولاية جسر حارة ساحة مطار قضاء دوار
  شهر روستای استان خیابان کوچه زندان محله میدان شهرستان
`);
/** Kinds of place that stand behind its name, as in Uyghur. */
const PLACE_KINDS_BEHIND = set(
  'شەھىرى شەھىرىدە ناھىيىسى ناھىيىسىدە يېزىسى كەنتى كەنتىدە ۋىلايىتى كوچىسى كوچىسىدا رايونى مەھەللىسى تۈرمىسى',
);

const CITIES = `
  القاهرة الإسكندرية دمشق حلب حمص حماة إدلب درعا الرقة اللاذقية طرطوس القامشلي بغداد البصرة الموصل كركوك أربيل السليمانية النجف كربلاء
  الفلوجة الرمادي صنعاء عدن تعز الحديدة طرابلس بنغازي مصراتة سبها الخرطوم أمدرمان الفاشر نيالا بيروت صيدا عمّان الزرقاء إربد غزة رفح
  خانيونس رامالله نابلس الخليل جنين القدس حيفا الرياض جدة الدمام الدوحة دبي أبوظبي المنامة مسقط تونس صفاقس الجزائر وهران قسنطينة الرباط
  مراكش فاس طنجة أغادير نواكشوط إسطنبول أنقرة
  تهران مشهد اصفهان شیراز تبریز اهواز کرمانشاه رشت زاهدان همدان ارومیه سنندج یزد کرمان اراک اردبیل بندرعباس ساری گرگان قزوین زنجان
  ایلام بوشهر خرمشهر آبادان مهاباد بوکان مریوان سقز کابل هرات قندهار مزارشریف جلال‌آباد قندوز غزنی بامیان لشکرگاه دوشنبه اوین
  ئۈرۈمچى قەشقەر غۇلجا خوتەن ئاقسۇ تۇرپان قۇمۇل ئاتۇش كۇچار كورلا يەكەن ئالتاي تاچىڭ بۆرتالا قارامايلار ئارتۇش كەرىيە يوپۇرغا
  ئالمۇتا ئالماتا بىشكەك تاشكەنت بېيجىڭ شاڭخەي ئىستانبۇل ئەنقەرە
`;
const places = lazy(
  () =>
    new Set([
      ...set(CITIES),
      ...['ar', 'fa', 'ug'].flatMap((language) => countryNames(language).map(folded)),
    ]),
);
/** A Uyghur place takes its case endings; an Arabic one prepositions and "and" in front. */
const CASE_ENDING = /(?:نىڭ|دىن|تىن|دا|دە|تا|تە|غا|گە|قا|كە|نى|لىق|لىك|دىكى|تىكى)$/u;
const PREFIX = /^[وفبل]{1,2}(?=ال)|^[وفبل](?=.{3})/u;

interface Token {
  text: string;
  key: string;
  start: number;
  end: number;
  /** True if nothing but a space stands between the word before and this one. */
  joined: boolean;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const before = tokens.at(-1)?.end;
    tokens.push({
      text: word,
      key: folded(word),
      start: index,
      end: index + word.length,
      joined: before !== undefined && text.slice(before, index) === ' ',
    });
  }
  return tokens;
}

const isFree = (token: Token | undefined): token is Token =>
  token !== undefined && token.key.length > 1 && !FUNCTION_WORDS.has(token.key) && !TITLES.has(token.key);

const isGiven = ({ key }: Token): boolean => GIVEN.has(key) || GIVEN.has(key.replace(/^[وفلب]/u, ''));

/** Most words of a name with all its particles. */
const MOST_WORDS = 8;

/** Returns the position of the last word of a name that begins at `first`. */
function endOfName(tokens: readonly Token[], first: number, most: number): number {
  let last = first;
  for (let count = 1; count < most && last - first < MOST_WORDS; count++) {
    const [here, next, after] = [tokens[last], tokens[last + 1], tokens[last + 2]];
    if (!here || !next?.joined || !isFree(next)) break;
    if (PARTICLES.has(next.key) || PARTICLES.has(here.key)) {
      last++;
      count--;
      continue;
    }
    const isSurname = isGiven(next) || next.key.startsWith('ال') || SURNAME_ENDING.test(next.key);
    // A word is hardly a verb if the clause ends behind it.
    const closes = !after?.joined || FUNCTION_WORDS.has(after.key);
    if (!isSurname && !closes) break;
    last++;
  }
  return last;
}

export function findInArabicScript(text: string): Found[] {
  const tokens = tokensOf(text);
  const found: Found[] = [];
  let reached = -1;
  const add = (type: Found['type'], first: number, last: number, score: number, why: string) => {
    const [from, to] = [tokens[first], tokens[last]];
    if (!from || !to || first <= reached) return;
    reached = last;
    found.push({ type, start: from.start, end: to.end, score, why });
  };
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    const follows = next?.joined === true && isFree(next);
    const phrase = next?.joined ? `${token.key} ${next.key}` : '';
    if (PHRASES.has(phrase) && tokens[i + 2]?.joined && isFree(tokens[i + 2])) {
      add(
        'person',
        i + 2,
        endOfName(tokens, i + 2, 2),
        CUE_SCORES.cue,
        t('after “{words}”', { words: text.slice(token.start, next?.end) }),
      );
    } else if (TITLES.has(token.key) && follows) {
      add(
        'person',
        i + 1,
        endOfName(tokens, i + 1, 3),
        CUE_SCORES.cue,
        t('after “{words}”', { words: token.text }),
      );
    } else if ((KIN.has(token.key) || ARABIC_KIN.test(token.key)) && follows) {
      const why = t('after “{words}”', { words: token.text });
      const most = isGiven(next) ? 2 : 1;
      add(
        'person',
        i + 1,
        endOfName(tokens, i + 1, most),
        isGiven(next) ? CUE_SCORES.cue : CUE_SCORES.form,
        why,
      );
    } else if (PLACE_KINDS.has(token.key) && follows) {
      const more = tokens[i + 2];
      const two = more?.joined === true && more.key.startsWith('ال') && !next.key.startsWith('ال');
      add('place', i + 1, two ? i + 2 : i + 1, CUE_SCORES.form, t('after “{words}”', { words: token.text }));
    } else if (
      next?.joined &&
      TITLES_BEHIND.has(next.key) &&
      isFree(token) &&
      !TITLES_BEHIND.has(token.key)
    ) {
      add('person', i, i, CUE_SCORES.cue, t('before “{words}”', { words: next.text }));
    } else if (next?.joined && PLACE_KINDS_BEHIND.has(next.key) && isFree(token)) {
      add('place', i, i, CUE_SCORES.cue, t('before “{words}”', { words: next.text }));
    } else if (isPlace(token.key)) {
      add('place', i, i, CUE_SCORES.list, LIST_REASONS.place());
    } else if (isGiven(token)) {
      add('person', i, endOfName(tokens, i, 3), CUE_SCORES.list, LIST_REASONS.given());
    }
  }
  return found;
}

function isPlace(key: string): boolean {
  const known = places();
  return [key, key.replace(PREFIX, ''), key.replace(CASE_ENDING, '')].some(
    (form) => form.length > 2 && known.has(form),
  );
}

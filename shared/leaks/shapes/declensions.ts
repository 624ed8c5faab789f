/** A way to decline names with one end: what stands instead of that end, and what may follow. */
interface Declension {
  /** The end of the name as it is called, folded. */
  name: string;
  /** The rest of that end in other forms. */
  stem: string;
  /** Matches what may stand behind the stem, which may be a chain of endings. */
  rest: RegExp;
}

interface Language {
  /** Tags (BCP 47) for which it is used; none when the script alone tells. */
  tags?: RegExp;
  /** Matches whole folded words, as they are compared. */
  script: RegExp;
  declensions: readonly Declension[];
}

/**
 * Reads rows of `end>stem: endings`. `-` stands for nothing; the endings are given as they are, or as one regular
 * expression.
 */
function declined(rows: string): Declension[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [change = '', endings = ''] = row.trim().split(': ');
      const [name = '', stem = name] = change.split('>').map((part) => part.replace('-', ''));
      return { name, stem, rest: new RegExp(`^(?=.)(?:${endings.trim().split(' ').join('|')})$`, 'u') };
    });
}

const GEORGIAN_BEHIND = '(?:თან|ზე|ში|თვის|გან|კენ|ავით|ვით|დან|მდე|მდის|ებრ)?(?:ც|ვე|აც|მც|ღა|ა|ო)?';
const ARMENIAN_BEHIND = '(?:ս|դ|ն|ը)?';

/**
 * Declensions of names by language. They follow the tables of these grammars: Aronson, Georgian: A Reading Grammar
 * (1990), ch. 1–4; Dum-Tragut, Armenian: Modern Eastern Armenian (2009), ch. 2.1; Pugh and Press, Ukrainian: A
 * Comprehensive Grammar (1999), ch. 2; Swan, A Grammar of Contemporary Polish (2002), ch. 3–5; Naughton, Czech: An
 * Essential Grammar (2005), ch. 3; Browne and Alt, A Handbook of Bosnian, Serbian, and Croatian (2004); Ambrazas,
 * Lithuanian Grammar (1997); Prauliņš, Latvian: An Essential Grammar (2012); Karlsson, Finnish: An Essential Grammar
 * (1999), ch. 4 on consonant gradation; Rounds, Hungarian: An Essential Grammar (2001); Holton, Mackridge and
 * Philippaki-Warburton, Greek: A Comprehensive Grammar (1997), part II; de Rijk, Standard Basque (2008); Janhunen,
 * Mongolian (2012); and the reference grammars of the Indic and Dravidian languages in Cardona and Jain (2003) and
 * Steever (1998). Endings are folded as words are: without accents.
 */
const LANGUAGES: readonly Language[] = [
  {
    script: /^\p{Script=Georgian}+$/u,
    declensions: declined(
      `
      -: (?:მ|მა|ს|სა|სი|ის|თი|დ|ვ|ო|ჯან|იკო|ები|ებმა|ებს|ების|ებით)?*
      ი>-: (?:ებ)?(?:მა|ს|სა|ის|ისა|ით|ად|ო|იმ)?*
      ა>-: (?:ის|ისა|ით|ები|ებმა|ებს|ების|უნა|იკო|ო)*
      ე>-: (?:ის|ისა|ით|ები|ებმა|ებს|ების)*`.replaceAll('*', GEORGIAN_BEHIND),
    ),
  },
  {
    script: /^\p{Script=Armenian}+$/u,
    declensions: declined(
      `
      -: (?:եր|ներ|ենք|ենց|անք|անց|իկ|ջան)?(?:ի|ին|ից|ով|ում|ու|ուն|ուց|յի|յին|յից|յով|ոց)?*
      ի>-: (?:ու|ուց|ով|ում)*`.replaceAll('*', ARMENIAN_BEHIND),
    ),
  },
  {
    // Letters are as cyrillicKey has them: и for і and й, е for є and э.
    tags: /^uk/u,
    script: /^\p{Script=Cyrillic}+$/u,
    declensions: declined(`
      -: а у ови ом е и ам ами ах ив еви ем ю я
      о>-: а у ови ом е и ам ами ах
      и>-: я ю еви ем и е ив
      а>-: о и у ою и ам ами ах е
      я>-: ю е ею и ям ями ях
      ия>-: ие ию иею ии
      га>з: и
      ка>ц: и
      ха>с: и
      г>ж: е
      к>ч: е
      х>ш: е
      ець>ц: я ю еви ем и е
      ець>ч: е
      ец>ц: я ю еви ем и е а у ови ом
      ець>ць: я ю еви ем и
      ко>к: а у ови ом и
      ок>к: а у ови ом и
      ир>ор: а у ови ом
      ин>он: а у ови ом
      ив>ов: а у и ом им ови их
      ив>ев: а у и ом им еви их`),
  },
  {
    tags: /^pl/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      -: a owi em iem u ie e ow om ami ach y i owie ego emu im go m mu iego iemu ek ka
      a>-: y i e ie o om ami ach u ow ia ce
      ka>-: ce ki ke ko
      ga>dz: e
      ra>rz: e
      ta>ci: e
      da>dzi: e
      ła>l: e
      sta>sci: e
      cha>sz: e
      ia>-: ii i ie io iu iom iami iach
      ja>-: i ji jo je ju
      o>-: a owi em u e y i om ami ach
      ko>k: i e a o owie ow
      ko>c: e
      ek>k: a owi iem u i owie ow om ami ach
      iek>k: a owi iem u i
      ec>c: a owi em u y e om ow
      iec>c: a owi em u y e om ow
      el>l: a owi em u e i
      eł>ł: a owi em u y
      eł>l: e
      ł>l: e
      t>ci: e
      d>dzi: e
      st>sci: e
      r>rz: e
      ien>ni: a owi em u e
      en>ni: a owi em u e
      n>ni: a owi em u e
      ski>sk: iego iemu im a iej ich imi ie
      ski>sc: y
      ska>sk: iej a ich imi ie i
      cki>ck: iego iemu im a iej ich imi
      cka>ck: iej a ich imi i
      y>-: ego emu ym a ej ych ymi`),
  },
  {
    tags: /^(?:cs|sk)/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      -: a ovi u em om e i y ove um ech uv ov ka ova ovou ovy ovych
      a>-: y e u o ou ovi i ine in im ami ach
      ka>c: e
      ha>z: e
      ra>r: e
      e>-: i u ii
      ek>k: a ovi u em om y ove ova ovou ovych
      ec>c: e i em om ovi a ova ove ovou ovych
      el>l: a ovi u em om e
      y>-: eho emu ym em a ou ych ymi
      a>-: e ou ej`),
  },
  {
    tags: /^(?:hr|sr|bs|sl|mk|sh)/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      -: a u om em e i ima ov ova ovu ev ju ja jem
      a>-: e i u o om in ina inu
      o>-: a u om e
      e>-: a u om eta etu etom`),
  },
  {
    tags: /^lt/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      as>-: o ui a u e ai us ams ais iene ienes ienei aite aites aitei
      is>-: io iui i iu y iene yte ytes
      ys>-: io iui i iu y iene yte ytes
      us>-: aus ui u umi au iene ute utes
      a>-: os ai a oje
      e>-: es ei e eje
      te>-: tes tei te`),
  },
  {
    tags: /^lv/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      s>-: a am u i iem us
      is>-: a am i ja jam
      us>-: us um u
      a>-: as ai u am am
      e>-: es ei i em`),
  },
  {
    tags: /^sq/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      -: i it in u ut un
      a>-: es en ja
      e>-: ja es en`),
  },
  {
    tags: /^ro/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      -: ul ului ule
      a>-: ei ii o
      ca>c: ai`),
  },
  {
    tags: /^hu/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      -: (?:ek|ok|k)?(?:[aeo]?t|n[ae]k|.?[ae]l|b[ae]n?|b[oe]l|r[ae]|r[oe]l|[aeo]?n|h[oe]z|t[oe]l|ert|ig|kent|e|ei|i|eknal|ekhoz|nal|nel|ka|ke|ek|k)`),
  },
  {
    tags: /^eu/u,
    script: /^[\p{Script=Latin}']+$/u,
    declensions: declined(`
      -: k ek i ri en ren ekin rekin rentzat entzat gana engana rengana tik etik ra era n en ko eko`),
  },
  {
    script: /^\p{Script=Greek}+$/u,
    declensions: declined(`
      ος>-: ου ο ε οι ους ων
      ης>-: η ηδες ηδων
      ας>-: α αδες αδων
      ις>-: η ι
      ες>-: ε
      ους>-: ου
      ευς>-: εα
      η>-: ης ες
      α>-: ας ες
      ω>-: ως
      ου>-: ους
      ιδης>ιδ: η ου`),
  },
  {
    // Endings of Persian, Dari and Pashto that are written together with the name, or with a joiner without width.
    tags: /^(?:fa|prs|ps)/u,
    script: /^[\p{Script=Arabic}\p{M}]+$/u,
    declensions: declined(`
      -: ی یی ای را رو ها های هایی هام ام ات اش مان تان شان ست است جان خان اینا یم یت یش`),
  },
  {
    tags: /^ur/u,
    script: /^[\p{Script=Arabic}\p{M}]+$/u,
    declensions: declined(`
      -: وں یں ے ی جی نے کو کا کی کے سے`),
  },
  {
    tags: /^tg/u,
    script: /^\p{Script=Cyrillic}+$/u,
    declensions: declined(`
      -: (?:чон|ҷон|хон|бек|бой|ака|ча)?(?:хо|он|ен)?(?:и|ам|ат|аш|амон|атон|ашон)?(?:ро|ба|у|ю)?`),
  },
  {
    tags: /^(?:mn|bxr|xal)/u,
    script: /^\p{Script=Cyrillic}+$/u,
    declensions: declined(`
      -: (?:гии|г)?(?:иин|ын|ии|ы|н|д|т|ад|ед|од|г|ыг|ииг|[аео]{2}с|[аео]{2}р|т[аео]и|руу|луу|уу|аа|ее|оо)`),
  },
  {
    // Hindi, Marathi, Nepali, Sanskrit: a respectful ending, and postpositions where they are joined.
    script: /^[\p{Script=Devanagari}\u200c\u200d]+$/u,
    declensions: declined(`
      -: (?:जी|जि|भाई|बाई|साहब|राव|दाई|दाजु|दिदी)?(?:ने|को|का|के|की|से|में|पर|ले|लाई|मा|बाट|सँग|हरू|ला|चा|ची|चे|च्या|ना|नी|शी|हून|मध्ये|कडे|साठी|वरून|द्वारा)?`),
  },
  {
    script: /^\p{Script=Bengali}+$/u,
    declensions: declined(`
      -: (?:দা|দি|বাবু|জি|ভাই|সাহেব)?(?:কে|র|ের|এর|য়|ে|তে|রা|েরা|দের|েদের|ও|ই|টা)*`),
  },
  {
    script: /^\p{Script=Gujarati}+$/u,
    declensions: declined(`
      -: (?:જી|ભાઈ|ભાઇ|બેન|બહેન)?(?:એ|ે|ને|નો|ની|નું|ના|થી|માં|પર)?`),
  },
  {
    script: /^\p{Script=Gurmukhi}+$/u,
    declensions: declined(`
      -: ਜੀ ਨੇ ਨੂੰ ਦਾ ਦੀ ਦੇ ਤੋਂ ਜੀਨੇ`),
  },
  {
    script: /^\p{Script=Tamil}+$/u,
    declensions: declined(`
      ்>-: (?:ை|ுக்கு|ால்|ின்|ில்|ுடன்|ிடம்|ே|ும்|ுடைய|ோடு|ா|ிடமிருந்து|ைப்|ுக்குப்)
      -: (?:வை|வுக்கு|வால்|வின்|விடம்|வும்|வுடன்|யை|க்கு|யால்|யின்|யிடம்|யும்|யுடன்|னை|ஜி)`),
  },
  {
    script: /^\p{Script=Telugu}+$/u,
    declensions: declined(`
      -: (?:గారు|గారి)?(?:కు|కి|ని|ను|తో|లో|చేత|నుండి|యొక్క|కోసం|వద్ద)?
      ్>-: (?:కు|ని|తో)`),
  },
  {
    script: /^\p{Script=Kannada}+$/u,
    declensions: declined(`
      -: (?:ನನ್ನು|ನ್ನು|ನಿಗೆ|ಗೆ|ಳಿಗೆ|ನ|ಳ|ನಿಂದ|ರನ್ನು|ರಿಗೆ|ರ|ಅವರು|ವರು|ಜಿ)`),
  },
  {
    script: /^\p{Script=Malayalam}+$/u,
    declensions: declined(`
      -: (?:യെ|നെ|യുടെ|ന്റെ|യ്ക്ക്|ക്ക്|നോട്|യോട്|യിൽ|ിൽ|ും|യും|ിന്റെ|ിനെ|ിന്|ിനോട്)
      ്>-: (?:ിന്റെ|ിനെ|ിന്|ിൽ|ിനോട്|ും)`),
  },
  {
    script: /^\p{Script=Ethiopic}+$/u,
    declensions: declined(`
      -: (?:ዬ|ዋ|ኣ)?(?:ን|ም|ና|ንም|ንና|ስ|ው|ዊ|ነት)`),
  },
  {
    script: /^\p{Script=Sinhala}+$/u,
    declensions: declined(`
      -: ගේ ට ව ගෙන් ලා`),
  },
];

/** Least letters of a stem that tells a name in front of an ending. */
const SHORTEST_STEM_LETTERS = 2;
/** The same for a name that was itself withheld in a case form, so that the name is a guess. */
const SHORTEST_GUESSED_LETTERS = 3;

/** A beginning that names somebody if what follows it is an ending. */
export interface DeclinedStem {
  stem: string;
  rest: RegExp;
}

/**
 * Returns what a name begins with in its case forms, with the endings that may follow: `dudek` is `dudk` in Polish.
 * What is withheld may be a case form itself; then the names that it may be of are declined too.
 * @param name folded, and Cyrillic by `cyrillicKey`.
 * @param mayBeForm true when the name may itself be a case form.
 */
export function declinedStems(name: string, language: string, mayBeForm: boolean): DeclinedStem[] {
  const stems = new Map<string, DeclinedStem>();
  for (const { tags, script, declensions } of LANGUAGES) {
    if ((tags && !tags.test(language)) || !script.test(name)) continue;
    const guessed = mayBeForm ? declensions.flatMap((one) => nominatives(name, one)) : [];
    const names = new Set([name, ...guessed]);
    for (const one of names)
      for (const { name: end, stem, rest } of declensions) {
        if (!one.endsWith(end)) continue;
        const head = one.slice(0, one.length - end.length) + stem;
        if (head.length >= SHORTEST_STEM_LETTERS) stems.set(`${head} ${rest.source}`, { stem: head, rest });
      }
    for (const one of names) if (one !== name) stems.set(one, { stem: one, rest: NOTHING });
  }
  return [...stems.values()];
}

const NOTHING = /^$/u;

function nominatives(word: string, { name, stem, rest }: Declension): string[] {
  const found: string[] = [];
  for (let length = SHORTEST_GUESSED_LETTERS; length < word.length; length++) {
    const head = word.slice(0, length);
    if (!head.endsWith(stem) || !rest.test(word.slice(length))) continue;
    const nominative = head.slice(0, head.length - stem.length) + name;
    if (nominative.length >= SHORTEST_GUESSED_LETTERS) found.push(nominative);
  }
  return found;
}

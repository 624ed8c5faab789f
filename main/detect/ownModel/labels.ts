import type { NameKind } from '../tagger/readNames';

/** One answer of the model about one word. */
export interface Label {
  /** Kind of the name; null for a word that is no part of a person's, a place's or an organisation's. */
  kind: NameKind | null;
  /** True if a name begins here, even right behind another of its kind. */
  begins: boolean;
}

/**
 * The place of a word in a name, as BIO, BIOES, BILOU and BMES write it before the kind or behind it: `B-PER`, `LOC_I`.
 */
const BEFORE = /^([BIESLUM])[-_.:]/iu;
const BEHIND = /[-_.:]([BIESLUM])$/iu;

/** Reads a label in any usual naming. */
export function labelOf(name: string): Label {
  const place = BEFORE.exec(name) ?? BEHIND.exec(name);
  const bare = place ? name.replace(place[0], '') : name;
  return { kind: kindOf(bare), begins: /^[BSU]$/iu.test(place?.[1] ?? '') };
}

/** True for a label that was never given a name: `LABEL_3`. */
export const isUnnamed = (label: string): boolean => /^(?:label[-_ ]?)?\d+$/iu.test(label);

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that make a label one of something that is no name, whatever else it says: `EMAIL_ADDRESS`, `PERSON_AGE`. */
const NO_NAME = setOf(
  'email mail ip mac url web uri phone fax date time age gender sex number id code zip postcode title job role type ' +
    'account user file product misc',
);
/** Kinds by the words of their labels. An organisation comes before a person: `PERSON_EMPLOYER` names the employer. */
const KINDS: readonly (readonly [NameKind, ReadonlySet<string>])[] = [
  [
    'organisation',
    setOf(
      'org orgs organization organisation organizations organisations company corporation corp nt institution agency ' +
        'hospital school university employer',
    ),
  ],
  [
    'place',
    setOf(
      'loc locs location locations place places gpe gsp lieu lugar luogo ort ns fac facility city town village country ' +
        'county region district state province street address building',
    ),
  ],
  [
    'person',
    setOf(
      'per pers person persons people personne persona persoon nr name names firstname lastname middlename givenname ' +
        'surname forename familyname fullname nickname patronymic patient doctor student',
    ),
  ],
];

function kindOf(bare: string): NameKind | null {
  const words = bare
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
    // German models tell parts of words that are names (`LOCpart`) from words derived of them that are none
    // (`LOCderiv`).
    .map((word) => word.replace(/(?<=..)part$/u, ''));
  const together = words.join('');
  // `COMPANY_NAME` and `PRODUCT_NAME` are about their first word.
  const telling = words.length > 1 ? words.filter((word) => word !== 'name' && word !== 'names') : words;
  if (words.some((word) => NO_NAME.has(word))) return null;
  const found = KINDS.find(([, known]) => known.has(together) || telling.some((word) => known.has(word)));
  return found?.[0] ?? null;
}

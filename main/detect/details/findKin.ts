import { t } from '../../../shared/messages/messages';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder, wordBut } from './finder';

const DOING = () => t('a relative, and what they do');
const BEING = () => t('a relative, and what they are');
const WHERE = () => t('a relative, and where they are');
const TWIN = () => t('a twin');
const CHILDREN = () => t('how many children or siblings');

/** Allows for a word behind the relative: mostly their name, which stays a suggestion of its own. */
const called = (little: string) => `(?:,? ${wordBut(little)},?)?`;

const english = {
  kin: `${anyOf(en.possessive)} (?:${anyOf(en.kinModifier)} ){0,2}${anyOf(en.kin)}${called(`${en.little} ${en.kinDoing}`)}`,
  aside: `,?(?: ${anyOf(en.aside)}){0,3}`,
  object: `(?:${anyOf(en.article)} )?(?:${wordBut(en.little)} ){0,2}${wordBut(en.little)}`,
};
const russian = {
  kin: `(?:${anyOf(ru.possessive)} )?(?:${anyOf(ru.kinModifier)} )?${anyOf(ru.kin)}${called(`${ru.little} ${ru.kinDoing}`)}`,
  aside: `,?(?: (?:[—–-] )?${anyOf(ru.aside)}){0,2}`,
  object: `(?:${wordBut(ru.little)} )?${wordBut(ru.little)}`,
};
const kazakhKin = `(?:(?:менің|оның|біздің) )?${anyOf(kk.kin)}`;
const kazakhBetween = `(?: ${wordBut(`${kk.little} ${kk.kin}`)}){0,3}?`;

/**
 * Finds relatives of whom more is said than that there are some: "my brother in the army", "the mother of four
 * children".
 */
export const findKin = finder({
  english: [
    [TWIN, `(?:${anyOf(en.possessive)} )?(?:twin (?:brother|sister)|twins)`],
    [
      DOING,
      `${english.kin}${english.aside} ${anyOf(en.kinDoing)}(?: (?:a|an|the) ${wordBut(en.little)})? ${anyOf(en.where)} ${english.object}`,
    ],
    [
      BEING,
      `${english.kin}${english.aside},? (?:a|an|the) (?:${wordBut(en.little)} ){0,2}${anyOf(en.occupation)}(?: (?:in|at|of|for) ${english.object})?`,
    ],
    [
      WHERE,
      `${english.kin}${english.aside} (?:(?:in|at|from|with) (?:(?:the|a) )?(?:${wordBut(en.little)} )?)?${anyOf(en.standing)}`,
    ],
    [
      CHILDREN,
      `(?:mother|father|parent) of ${anyOf(en.number)}(?: ${anyOf(en.child)})?|(?:${anyOf(en.possessive)}|have|has|had) (?<it>${anyOf(en.number)} (?:(?:small|little|young|grown) )?${anyOf(en.child)})`,
    ],
  ],
  russian: [
    [TWIN, `${anyOf('брат* сестр*')}-близнец\\p{L}{0,3}|близнец\\p{L}{0,3}`],
    [DOING, `${russian.kin}${russian.aside} ${anyOf(ru.kinDoing)} ${anyOf(ru.where)} ${russian.object}`],
    [DOING, `${russian.kin}${russian.aside} ${anyOf(ru.kinDoing)} ${anyOf(ru.occupation)}`],
    [
      BEING,
      `${russian.kin}(?:,|,? [—–-]|${russian.aside})(?: ${wordBut(ru.little)})? ${anyOf(ru.occupation)}(?: (?:в|на) ${russian.object})?`,
    ],
    [
      WHERE,
      `${russian.kin}${russian.aside}(?: [—–-])? (?:(?:в|на) )?(?:${wordBut(ru.little)} )?${anyOf(ru.standing)}`,
    ],
    [
      CHILDREN,
      `${anyOf(ru.childBefore)} (?<it>${anyOf(ru.childNumber)} (?:(?:маленьк|малолетн|несовершеннолетн|взросл)\\p{L}{2,3} )?${anyOf(ru.child)})`,
    ],
  ],
  kazakh: [
    [TWIN, `егіз(?:ім|інің|дер)?(?: ${anyOf(kk.kin)})?`],
    [WHERE, `${kazakhKin}${kazakhBetween} ${anyOf(kk.standing)}(?: ${anyOf(kk.kinDoing)})?`],
    [
      DOING,
      `${kazakhKin}${kazakhBetween} \\p{L}{2,24}[дт][ае](?: ${wordBut(kk.little)})? ${anyOf(kk.kinDoing)}`,
    ],
    [BEING, `${kazakhKin}${kazakhBetween} ${anyOf(kk.occupation)}`],
    [CHILDREN, `${anyOf(kk.unit)} ${anyOf(kk.child)}(?: (?:анасы|әкесі))?`],
  ],
});

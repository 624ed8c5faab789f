import { t } from '../../../shared/messages/messages';
import { isLuhn } from '../patterns/findDocumentNumbers';
import { ENGLISH as en } from './cues/english';
import { KAZAKH as kk } from './cues/kazakh';
import { RUSSIAN as ru } from './cues/russian';
import { anyOf, finder, type Found } from './finder';

const PAPER = () => t('the number of a paper');
const CARD = () => t('the last figures of a card or an account');
/** A number with at least one figure in it: "4471-b", "17/2019". */
const NUMBER = '(?=[\\p{L}/-]{0,6}\\d)[\\p{L}\\d](?:[/-]?[\\p{L}\\d]){1,19}';

const said = finder({
  english: [
    [
      PAPER,
      `${anyOf(en.paper)}(?: (?:is|was|has|under|the|of)){0,2} (?:number|no\\.?|nr\\.?|№|#) ?(?:(?:is|was) )?${NUMBER}`,
    ],
    [
      CARD,
      `(?:${anyOf(en.paper)}[^.!?\\n]{0,30}? )?(?:ending|ends|ended)(?: (?:in|with|on)){1,2} \\d{3,4}|last (?:four|4|three) (?:digits|figures|numbers)[^.!?\\n\\d]{0,20} \\d{3,4}`,
    ],
  ],
  russian: [
    [PAPER, `${anyOf(ru.paper)}(?: (?:за|под))? (?:номер|номером|№|n) ?${NUMBER}`],
    [
      CARD,
      `(?:${anyOf(ru.card)}[^.!?\\n]{0,20}? )?(?:последн\\p{L}{2,3} (?:четыр\\p{L}{1,3} |три |4 )?цифр\\p{L}{0,3}|(?:за|о)канчива\\p{L}{2,6} на)[^.!?\\n\\d]{0,8} \\d{3,4}`,
    ],
    [CARD, `соңғы (?:(?:төрт|үш|4) )?(?:цифр|сан)\\p{L}{0,6}[^.!?\\n\\d]{0,8} \\d{3,4}|соңы \\d{3,4}`],
  ],
  kazakh: [
    [PAPER, `${anyOf(kk.paper)} (?:нөмірі|№) ?${NUMBER}|(?:№ ?)?${NUMBER} нөмірлі ${anyOf(kk.paper)}`],
  ],
});

const LONG = /(?<![\p{L}\p{N}+])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}])/gu;
const IBAN =
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,4})?(?![\p{L}\p{N}])/gu;

/**
 * Finds numbers of papers, cards and accounts that `findDocumentNumbers` does not take for an identity on their own.
 */
export function findNumbers(small: string): Found[] {
  const checked = (pattern: RegExp, isRight: (number: string) => boolean, why: string) =>
    [...small.matchAll(pattern)].flatMap((match) =>
      isRight(match[0].replace(/[ -]/gu, ''))
        ? [{ start: match.index, end: match.index + match[0].length, why }]
        : [],
    );
  return [
    ...checked(LONG, (number) => isLuhn(number) && !/^0+$/u.test(number), t('a card, by its check digit')),
    ...checked(IBAN, isIban, t('an IBAN, by its check digits')),
    ...said(small),
  ];
}

/**
 * Checks an IBAN by ISO 13616: with its first four signs put last and letters counted from ten, the number modulo 97 is
 * 1.
 */
function isIban(number: string): boolean {
  if (number.length < 15 || number.length > 34) return false;
  const figures = Array.from(number.slice(4) + number.slice(0, 4), (sign) => parseInt(sign, 36).toString());
  return Array.from(figures.join('')).reduce((rest, figure) => (rest * 10 + Number(figure)) % 97, 0) === 1;
}

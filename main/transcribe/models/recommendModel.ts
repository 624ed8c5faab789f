import { locale, t } from '../../../shared/messages/messages';
import type { PublishedModel } from './publishedModels';

export interface Machine {
  /** Bytes, all there is. */
  memory: number;
  /** Physical cores that this program may use. */
  cores: number;
}

/** Best first. Models of English alone hear it better than others of their size; other languages need a larger one. */
const ENGLISH = [
  { name: 'medium.en', cores: 8 },
  { name: 'small.en', cores: 2 },
  { name: 'base.en', cores: 1 },
  { name: 'tiny.en', cores: 1 },
];
/** Smaller ones than the last hear most languages too badly to be of use. */
const OTHERS = [
  { name: 'large-v3-turbo', cores: 4 },
  { name: 'large-v3-turbo-q5_0', cores: 2 },
  { name: 'small', cores: 1 },
];
/** Share of the memory that a model may take; the rest is for the system and for what else is open. */
const SHARE = 0.5;

/**
 * The published model that suits a machine and a language: the most accurate that its memory holds and that its cores
 * get through in no more than about the time the recording takes.
 * @param language a code such as `kk`; `auto` for any.
 * @returns with the reason, in a sentence; null when the list has none of those that come into question.
 */
export function recommendModel(
  { memory, cores }: Machine,
  language: string,
  published: ReadonlyMap<string, Pick<PublishedModel, 'memory'>>,
): { name: string; why: string } | null {
  const isEnglish = language === 'en';
  const wishes = (isEnglish ? ENGLISH : OTHERS).flatMap((wish) => {
    const needs = published.get(wish.name)?.memory;
    return needs === undefined ? [] : [{ ...wish, needs }];
  });
  const fitting = wishes.find((wish) => wish.needs <= SHARE * memory && wish.cores <= cores);
  const chosen = fitting ?? wishes.at(-1);
  if (!chosen) return null;
  const values = { language: languageName(language), cores, memory: gigabytes(memory) };
  const why = fitting
    ? t(
        'The most accurate for {language} that suits this machine ({cores, plural, one {# core} other {# cores}} and {memory} of memory).',
        values,
      )
    : t(
        'The smallest that is of use for {language}; it will be slow or short of memory here ({cores, plural, one {# core} other {# cores}} and {memory} of memory).',
        values,
      );
  return { name: chosen.name, why };
}

/** The language's name as it stands in a sentence; `any language` for what is none. */
function languageName(code: string): string {
  try {
    const names = new Intl.DisplayNames(locale(), { type: 'language', fallback: 'none' });
    return names.of(code) ?? t('any language');
  } catch {
    return t('any language');
  }
}

const gigabytes = (bytes: number): string =>
  bytes < 1e10
    ? t('{gigabytes, number, ::.0} GB', { gigabytes: bytes / 1e9 })
    : t('{gigabytes, number, ::precision-integer} GB', { gigabytes: bytes / 1e9 });

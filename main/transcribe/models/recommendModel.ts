import { locale, t } from '../../../shared/messages/messages';
import type { PublishedModel } from './publishedModels';

export interface Machine {
  /** Bytes of all its memory. */
  memory: number;
  /** Physical cores that this program may use. */
  cores: number;
}

/** Models for English, best first. Those of English alone hear it better than others of their size. */
const ENGLISH = [
  { name: 'medium.en', cores: 8 },
  { name: 'small.en', cores: 2 },
  { name: 'base.en', cores: 1 },
  { name: 'tiny.en', cores: 1 },
];
/**
 * Models for other languages, which need larger ones, best first. Any smaller hear most of these too badly to be of
 * use.
 */
const OTHERS = [
  { name: 'large-v3-turbo', cores: 4 },
  { name: 'large-v3-turbo-q5_0', cores: 2 },
  { name: 'small', cores: 1 },
];
/** Share of the memory that a model may take; the rest is for the system and for what else is open. */
const MEMORY_SHARE = 0.5;

/**
 * Finds the published model that suits a machine and a language: the most accurate one that fits into its memory and
 * that takes its cores no longer than about the length of the recording.
 * @param language a code such as `kk`; `auto` for any.
 * @returns its name with the reason, in a sentence; null when the list has none of the models considered here.
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
  const fitting = wishes.find((wish) => wish.needs <= MEMORY_SHARE * memory && wish.cores <= cores);
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

/** Returns the language's name as it stands in a sentence; `any language` when the code names none. */
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

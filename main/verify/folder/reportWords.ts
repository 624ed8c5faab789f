import { createHash } from 'node:crypto';
import type { Locale } from '../../../shared/messages/messages';

/** The words that every page of a report says in one language. */
interface PageWords {
  sentences: ReadonlySet<string>;
  /** Sentences with a number in them. */
  counted: readonly RegExp[];
}

/**
 * Sentences that every report's page says, whatever it reports. A person has read them once. The lists are
 * verification's own and not taken from a catalogue, so that whatever else the page's writer says is searched.
 */
const WORDS: Readonly<Record<Locale, PageWords>> = {
  en: {
    sentences: new Set([
      'There is no recording in it.',
      'The picture is as it was recorded.',
      'The picture is covered during these stretches, and where a rectangle was drawn.',
      'Voices are disguised, which does not make them anonymous.',
      'What this does not promise',
      'Whoever has a file can compare its SHA-256 with these.',
      ...['Checks', 'Answer', 'Question', 'File', 'In words', 'Files', 'Bytes', 'SHA-256', 'the folder'],
      ...['✓ passed', '✗ failed', '– not done'],
      // The names of other checks are the same in English as in programs.
      'withheld as the interview is now',
    ]),
    counted: [
      /^In (?:one stretch|[\d,]+ stretches) of the recording, (?:noise|a tone|silence) is heard instead of what was recorded\.$/u,
      /^In (?:one place|[\d,]+ places) the recogniser heard something withheld, again and again; a person listened there, heard nothing of it, and overruled it\.$/u,
    ],
  },
  ru: {
    sentences: new Set([
      'Записи в ней нет.',
      'Изображение такое, каким было записано.',
      'Изображение закрыто во время этих отрывков и там, где нарисованы закрытые области.',
      'Голоса изменены, но это не делает их анонимными.',
      'Чего это не обещает',
      'У кого есть файл, тот может сравнить его SHA-256 с этими.',
      ...['Проверки', 'Ответ', 'Вопрос', 'Файл', 'Словами', 'Файлы', 'Байты', 'SHA-256', 'папка'],
      ...['✓ пройдена', '✗ не пройдена', '– не проводилась'],
      ...['имя папки', 'ничего скрытого в публикуемом', 'речь без слов', 'скрыто так, как в интервью сейчас'],
      ...['в папке нет лишнего', 'имена файлов', 'без изменений', 'формат', 'слово в слово'],
      ...['нет скрытых слов', 'в файле только запись', 'дорожки и метки', 'кадры и их время'],
      ...['размер и поворот', 'в изображении только изображение', 'закрыто по плану'],
      ...['заглушено по плану', 'от записи нет следа', 'длина', 'голоса изменены', 'прослушано заново'],
    ]),
    counted: [
      /^В (?:одном отрывке|[\d\s]+ отрывк(?:е|ах)) записи вместо записанного (?:слышен шум|слышен тон|стоит тишина)\.$/u,
      /^В (?:одном месте|[\d\s]+ мест(?:е|ах)) распознаватель снова и снова слышал что-то скрытое; человек прослушал это, ничего такого не услышал и отклонил\.$/u,
    ],
  },
};
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['en', 'ru', 'utf-8', 'viewport', 'width=device-width, initial-scale=1', 'wide', 'col'],
]);
const TAGS: ReadonlySet<string> = new Set([
  ...['<!doctype html>', '<meta charset="utf-8">', '<div class="wide">', '<th scope="col">'],
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  ...'html head title style body h1 h2 p ul li div table thead tbody tr th td b code'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`]),
]);
/** SHA-256 of the page's style sheet, in hexadecimal. */
const STYLE_DIGEST = '9be92e9b77c71b24f9d849cdc942e48a41c90f713083320c577cc96defc64c8f';

/** Tells whether a text or an attribute of a report's page stands in every such page of its language. */
export function isReportsOwn(text: string, language: Locale): boolean {
  const trimmed = text.trim();
  const { sentences, counted } = WORDS[language];
  if (trimmed === '' || sentences.has(trimmed) || ATTRIBUTES.has(trimmed)) return true;
  return (
    counted.some((sentence) => sentence.test(trimmed)) ||
    createHash('sha256').update(trimmed).digest('hex') === STYLE_DIGEST
  );
}

/** Tells whether a tag, as it is written, is one that reports are made of. */
export const isReportsTag = (tag: string, language: Locale): boolean =>
  TAGS.has(tag) || tag === `<html lang="${language}">`;

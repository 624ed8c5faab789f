import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nameKnowledge } from '../../main/detect/nameKnowledge';
import { suggestAll } from '../../main/detect/suggestAll';
import { suggestInTranscript } from '../../main/detect/suggestInTranscript';
import { withNameIdentities } from '../../main/detect/withNameIdentities';
import { appRoot } from '../../main/system/appRoot';
import { developmentTexts, type DevelopmentText } from '../../resources/names/train/developmentTexts';
import { applyCommand } from '../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../shared/document/document';
import { acceptSuggestions } from '../../shared/edits/makeMarks';
import { isAskedAt } from '../../shared/leaks/isAskedAt';
import { openSuggestions } from '../../shared/leaks/openSuggestions';
import { fold } from '../../shared/text/romanKey';
import { suggestLeftovers } from '../../shared/leaks/suggestLeftovers';
import type { Bench } from './Bench';
import type { Row } from './Row';

const DATA = join(appRoot(), '..', 'shared', 'names', 'data');
const WORDS = 5_000;
/** Fewest words of an article that is counted. */
const FEWEST_WORDS = 4_000;
const MOST_QUESTIONS = 3;

interface ReadWord {
  text: string;
  /** True when the people who labelled the text call this part of a name. */
  isNamed: boolean;
}

/**
 * Counts the questions that are left without need once every suggestion was accepted, in articles of 5,000 English
 * words. One answer, *Keep everywhere*, settles all the places of the same wording, so a wording is one question. The
 * places are told beside it.
 */
export const questions: Bench = ({ say }) => {
  if (!existsSync(DATA)) {
    say(`Left out, for want of the labelled texts: ${DATA}`);
    return Promise.resolve([]);
  }
  const byFile = new Map<string, DevelopmentText[]>();
  for (const text of developmentTexts(DATA, 'written'))
    if (text.language === 'en') byFile.set(text.file, [...(byFile.get(text.file) ?? []), text]);
  const rows = [...byFile].map(([file, texts]): Row => {
    const counts = articlesOf(texts).map(falseQuestions);
    const value = Math.max(...counts.map(({ wordings }) => wordings));
    return {
      what: `false questions when all is accepted, ${file}`,
      value: counts.map(({ wordings }) => wordings).join(', '),
      goal: { value, most: MOST_QUESTIONS, unit: '' },
      beside: `at ${counts.map(({ places }) => places).join(', ')} places; articles of ${WORDS.toLocaleString('en')} words`,
    };
  });
  return Promise.resolve(rows);
};

/** Joins texts until each article is long enough. */
function articlesOf(texts: readonly DevelopmentText[]): ReadWord[][] {
  const articles: ReadWord[][] = [];
  let article: ReadWord[] = [];
  for (const { text, mentions } of texts) {
    for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
      const isNamed = mentions.some(({ start, end }) => start < index + word.length && end > index);
      article.push({ text: word, isNamed });
    }
    if (article.length < WORDS) continue;
    articles.push(article);
    article = [];
  }
  return article.length < FEWEST_WORDS ? articles : [...articles, article];
}

function falseQuestions(article: readonly ReadWord[]): { wordings: number; places: number } {
  const words = article.map(({ text }, i) => ({ id: `w${i}`, text, start: i, end: i + 0.5 }));
  const isNamed = new Map(article.map((word, i) => [`w${i}`, word.isNamed]));
  const document: ProjectDocument = { ...emptyDocument(), words, nextId: words.length };
  const suggested = suggestInTranscript(words, suggestAll).filter(
    (one) => one.detail === undefined && isAskedAt('balanced', one),
  );
  const { command } = acceptSuggestions(
    document,
    withNameIdentities(
      suggested,
      'en',
      words.map(({ text }) => text),
    ),
  );
  const accepted = command ? applyCommand(document, command).document : document;
  const left = openSuggestions(accepted, suggestLeftovers(accepted, nameKnowledge));
  const wrong = left.filter(({ wordIds }) => !wordIds.some((id) => isNamed.get(id)));
  return { wordings: new Set(wrong.map(({ text }) => fold(text))).size, places: wrong.length };
}

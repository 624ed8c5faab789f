import { t } from '../../shared/messages/messages';
import type { Result } from '../../shared/contract/api';
import type { chaptersApi } from '../../shared/contract/chapters';
import type { ProjectDocument } from '../../shared/document/document';
import { addChapter, headingOf, removeChapter, renameChapter } from '../../shared/edits/changeChapters';
import { LONGEST_HEADING } from '../../shared/model/chapter';
import { AppError } from '../../shared/model/errors';
import { chaptersInOrder, type PlacedChapter } from '../../shared/plan/chaptersInOrder';
import { lineSaidAt } from '../../shared/text/lines';
import type { HandlersOf } from './Handlers';
import type { OpenProjects } from './OpenProjects';

/** Makes, changes and removes the headings of chapters. */
export function chapters(projects: OpenProjects): HandlersOf<typeof chaptersApi> {
  return {
    'chapter.list': ({ project }) => ({ chapters: listed(projects.get(project).document) }),

    'chapter.add': ({ project, at, text }) => {
      const vault = projects.get(project);
      requireHeading(text);
      const line = lineSaidAt(vault.document.words, at);
      const made = line && addChapter(vault.document, line.first, text);
      if (!made) {
        throw new AppError(
          'CHAPTER_NOT_FOUND',
          t('There is no line at that time that a heading could stand before.'),
          t('Name a time at which something is said; a transcript without times is counted in words.'),
        );
      }
      vault.execute(made.command);
      return chapterAt(vault.document, made.id);
    },

    'chapter.change': ({ project, chapter, text }) => {
      const vault = projects.get(project);
      requireHeading(text);
      const { id } = required(vault.document, chapter);
      const command = renameChapter(vault.document, id, text);
      if (command) vault.execute(command);
      return chapterAt(vault.document, id);
    },

    'chapter.remove': ({ project, chapter }) => {
      const vault = projects.get(project);
      const command = removeChapter(vault.document, required(vault.document, chapter).id);
      if (command) vault.execute(command);
      return { chapters: listed(vault.document) };
    },
  };
}

type Listed = Result<'chapter.list'>['chapters'];

const listed = (document: ProjectDocument): Listed =>
  chaptersInOrder(document).map(({ at, text }, i) => ({
    chapter: i + 1,
    at: document.words[at]?.start ?? at,
    text,
  }));

function chapterAt(document: ProjectDocument, id: string): Listed[number] {
  const place = chaptersInOrder(document).findIndex((one) => one.id === id);
  const found = listed(document)[place];
  if (!found) throw new Error('the chapter that was just made is not there');
  return found;
}

/** @throws {AppError} `CHAPTER_NOT_FOUND`. */
function required(document: ProjectDocument, chapter: number): PlacedChapter {
  const found = chaptersInOrder(document)[chapter - 1];
  if (found) return found;
  throw new AppError(
    'CHAPTER_NOT_FOUND',
    t('There is no chapter {chapter}: there {count, plural, one {is #} other {are #}}.', {
      chapter,
      count: document.chapters.length,
    }),
    t('List them first, and name one by its number.'),
  );
}

/** @throws {AppError} `HEADING_INVALID`. */
function requireHeading(text: string): void {
  if (headingOf(text) !== null) return;
  throw new AppError(
    'HEADING_INVALID',
    t('A heading has at least one letter and at most {most}.', { most: LONGEST_HEADING }),
    t('Write another text for it.'),
  );
}

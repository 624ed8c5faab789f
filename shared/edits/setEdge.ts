import { t } from '../messages/messages';
import { AppError } from '../model/errors';
import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import { isTimed } from '../model/word';
import { indexWords } from '../plan/wordIndex';
import { saidWithin } from '../plan/boundaries';
import type { Span } from '../model/entity';

/**
 * Sets the edges (seconds) of a mark's span as they are given, to the sample.
 * @throws {AppError} `MARK_NOT_FOUND`, `MARKS_INVALID` when the mark has no times, its edges would cross or leave the
 * recording, or a word of it would be outside.
 */
export function setEdge(
  document: ProjectDocument,
  id: string,
  edges: Partial<Span>,
): { command: Command; span: Span } {
  const mention = document.mentions.find((one) => one.id === id);
  if (!mention) {
    throw new AppError(
      'MARK_NOT_FOUND',
      t('There is no such mark.'),
      t('Look up the marks there are, and try again.'),
    );
  }
  if (!mention.span) {
    throw new AppError(
      'MARKS_INVALID',
      t('This mark has no times: the transcript came without.'),
      t('Mark the place by time in an interview that has the recording.'),
    );
  }
  const span = { ...mention.span, ...edges };
  const duration = document.media?.duration ?? Infinity;
  if (span.from >= span.to || span.to > duration) {
    throw new AppError(
      'MARKS_INVALID',
      t('The edges cross, or lie after the end of the recording.'),
      Number.isFinite(duration)
        ? t(
            'Choose a start before the end, and an end up to {duration, number, ::.000} s, where the recording ends. Nothing was changed.',
            { duration },
          )
        : t('Choose a start before the end. Nothing was changed.'),
    );
  }
  const { at } = indexWords(document.words);
  const words = mention.wordIds
    .flatMap((wordId) => document.words[at.get(wordId) ?? -1] ?? [])
    .filter(isTimed);
  const missed = words.map(saidWithin).some(({ from, to }) => from >= span.to || to <= span.from);
  if (missed && !mention.drawn) {
    throw new AppError(
      'MARKS_INVALID',
      t('With these edges a word of this mark would be heard whole.'),
      t(
        'Leave some of every word inside. If the words are said elsewhere, correct their times first, or mark that time.',
      ),
    );
  }
  // Edges that were set by hand are not looked for again, and they stay when words are laid elsewhere.
  const { rough: _, ...rest } = mention;
  const command: Command = {
    label: 'Set an edge',
    steps: [{ type: 'putMention', mention: { ...rest, span, held: true } }],
  };
  return { command, span };
}

import { t } from '../messages/messages';
import { AppError } from '../model/errors';
import type { Command } from '../document/commands';
import type { ProjectDocument } from '../document/document';
import type { DrawnCover } from '../model/cover';

/**
 * Draws rectangles over the picture, in place of all that were there before.
 * @returns null when there were none and there are to be none.
 * @throws {AppError} `MEDIA_MISSING` without a picture, `COVERS_INVALID` for one that begins after the recording.
 */
export function drawCovers(document: ProjectDocument, drawn: readonly DrawnCover[]): Command | null {
  requireInPicture(document, drawn);
  const { covers, nextId } = document;
  if (covers.length + drawn.length === 0) return null;
  return {
    label: 'Draw covers',
    steps: [
      { type: 'setNextId', nextId: nextId + drawn.length },
      ...covers.map(({ id }) => ({ type: 'removeCover' as const, id })),
      ...drawn.map((cover, i) => ({ type: 'putCover' as const, cover: { id: `c${nextId + i}`, ...cover } })),
    ],
  };
}

/**
 * Draws one more rectangle, or puts it in place of the cover with that id.
 * @throws {AppError} as `drawCovers`, and `COVER_NOT_FOUND`.
 */
export function drawCover(
  document: ProjectDocument,
  cover: DrawnCover,
  replaced?: string,
): { command: Command; id: string } {
  requireInPicture(document, [cover]);
  if (replaced !== undefined) requireCover(document, replaced);
  const { nextId } = document;
  const id = replaced ?? `c${nextId}`;
  const put = { type: 'putCover' as const, cover: { id, ...cover } };
  const steps = replaced === undefined ? [{ type: 'setNextId' as const, nextId: nextId + 1 }, put] : [put];
  return { command: { label: 'Draw a cover', steps }, id };
}

/** Erases a cover. @throws {AppError} `COVER_NOT_FOUND`. */
export function eraseCover(document: ProjectDocument, id: string): Command {
  requireCover(document, id);
  return { label: 'Erase a cover', steps: [{ type: 'removeCover', id }] };
}

function requireCover({ covers }: ProjectDocument, id: string): void {
  if (covers.some((cover) => cover.id === id)) return;
  throw new AppError(
    'COVER_NOT_FOUND',
    t('There is no such cover.'),
    t('Look at the covers that the interview has.'),
  );
}

/**
 * Refuses a rectangle that can never be seen. It is a slip, of minutes for seconds say, and would leave something
 * uncovered.
 */
function requireInPicture({ media }: ProjectDocument, drawn: readonly DrawnCover[]): void {
  if (drawn.length === 0) return;
  if (!media?.picture) {
    throw new AppError(
      'MEDIA_MISSING',
      t('The interview has no picture to cover.'),
      t('Covers are for recordings with a picture. Marks withhold the sound.'),
    );
  }
  const late = drawn.findIndex(({ keys }) => (keys[0]?.at ?? 0) >= media.duration);
  if (late < 0) return;
  throw new AppError(
    'COVERS_INVALID',
    t('covers[{number}]: it begins after the end of the recording.', { number: late }),
    t('Times are seconds from the start of the recording.'),
  );
}

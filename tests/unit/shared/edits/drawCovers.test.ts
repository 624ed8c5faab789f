import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import { emptyDocument, type ProjectDocument } from '../../../../shared/document/document';
import type { Media } from '../../../../shared/model/media';
import type { DrawnCover } from '../../../../shared/model/cover';
import { drawCover, drawCovers, eraseCover } from '../../../../shared/edits/drawCovers';

const sound = { codec: 'aac', sampleRate: 48_000, channels: 1, layout: 'mono', bitDepth: null, float: true };
const media: Media = {
  duration: 60,
  picture: { codec: 'h264', width: 640, height: 360, rotation: 0, start: 0, frameRate: 25, frames: 1500 },
  tracks: [sound],
  track: 0,
};
const interview: ProjectDocument = { ...emptyDocument(), media };
const from = (at: number): DrawnCover => ({
  keys: [{ at, x: 0.1, y: 0.1, width: 0.2, height: 0.2 }],
  to: at + 5,
});
const carriedOut = (document: ProjectDocument, command: ReturnType<typeof drawCovers>) => {
  if (!command) throw new Error('there is nothing to do');
  return applyCommand(document, command);
};
const times = ({ covers }: ProjectDocument) => covers.map(({ keys }) => keys[0]?.at);

describe('drawing', () => {
  test('a list takes the place of what was there, and is taken back in one step', () => {
    const first = carriedOut(interview, drawCovers(interview, [from(1), from(2)])).document;
    expect(times(first)).toEqual([1, 2]);
    const second = carriedOut(first, drawCovers(first, [from(3)]));
    expect(times(second.document)).toEqual([3]);
    expect(applyCommand(second.document, second.inverse).document.covers).toEqual(first.covers);
    const none = carriedOut(second.document, drawCovers(second.document, [])).document;
    expect(none.covers).toEqual([]);
    expect(drawCovers(none, [])).toBeNull();
  });

  test('one more keeps the others, another one stays in the place of that with its id', () => {
    const one = drawCover(interview, from(1));
    const first = carriedOut(interview, one.command).document;
    const second = carriedOut(first, drawCover(first, from(2)).command).document;
    expect(times(second)).toEqual([1, 2]);
    const changed = carriedOut(second, drawCover(second, from(7), one.id).command);
    expect(times(changed.document)).toEqual([7, 2]);
    expect(new Set(changed.document.covers.map(({ id }) => id)).size).toBe(2);
    expect(applyCommand(changed.document, changed.inverse).document).toEqual(second);
    expect(times(carriedOut(second, eraseCover(second, one.id)).document)).toEqual([2]);
  });

  test('what can never be seen is refused', () => {
    const code = (draw: () => unknown) => {
      try {
        draw();
      } catch (error) {
        return (error as { code: string }).code;
      }
      return null;
    };
    expect(code(() => drawCovers(interview, [from(1), from(60)]))).toBe('COVERS_INVALID');
    expect(code(() => drawCover(interview, from(61)))).toBe('COVERS_INVALID');
    expect(code(() => drawCover({ ...interview, media: { ...media, picture: null } }, from(1)))).toBe(
      'MEDIA_MISSING',
    );
    expect(code(() => drawCover(interview, from(1), 'c9'))).toBe('COVER_NOT_FOUND');
    expect(code(() => eraseCover(interview, 'c9'))).toBe('COVER_NOT_FOUND');
  });
});

import { describe, expect, it } from 'vitest';
import { readingFailure } from '../../../../main/media/mediaErrors';

// ffmpeg 5.1 says this when a read fails with EIO, and when a file ends inside a packet.
const IO = 'file:/media/card/CLIP.MTS: Input/output error\n';
const PARTIAL = '[mov,mp4,m4a,3gp,3g2,mj2 @ 0x55b] stream 0, offset 0xeafd: partial file\n';

describe('what ffmpeg says when it cannot read on', () => {
  it.each([
    ['a failing disk', IO, 'FILE_NOT_READABLE'],
    ['a failing disk, taken for the end of the file', PARTIAL + IO, 'FILE_NOT_READABLE'],
    ['an MP4 that ends too early', PARTIAL, 'MEDIA_TRUNCATED'],
    [
      'a Matroska file that ends too early',
      '[matroska,webm @ 0x56] File ended prematurely\n',
      'MEDIA_TRUNCATED',
    ],
  ])('is told apart: %s', (_, stderr, code) => {
    const failure = readingFailure(stderr);
    expect(failure).toMatchObject({ code });
    expect(`${failure?.message} ${failure?.next}`).not.toContain('CLIP');
  });

  it('is not everything it says', () => {
    expect(readingFailure('[h264 @ 0x55] error while decoding MB 4 5, bytestream -14\n')).toBeNull();
  });
});

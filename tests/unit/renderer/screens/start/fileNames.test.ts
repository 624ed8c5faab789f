import { describe, expect, it } from 'vitest';
import {
  fileNameOf,
  isTranscript,
  projectFilesIn,
  withoutEnding,
} from '../../../../../renderer/screens/start/fileNames';

describe('names of files', () => {
  it('leaves out folder and ending', () => {
    expect(fileNameOf('/a/b/Базар, май.mp4')).toBe('Базар, май.mp4');
    expect(fileNameOf('C:\\a\\b.mp4')).toBe('b.mp4');
    expect(withoutEnding('/a/b/part.1.mp4')).toBe('part.1');
    expect(withoutEnding('/a/.hidden')).toBe('.hidden');
  });

  it('tells transcripts from recordings', () => {
    expect(isTranscript('/a/b.SRT')).toBe(true);
    expect(isTranscript('/a/b.mp4')).toBe(false);
  });

  it('names project files after recordings, none like another', () => {
    expect(projectFilesIn('/out/', ['/a/one.mp4', '/b/One.wav', '/c/two.mp3', '/d/one.mkv'])).toEqual([
      '/out/one.withheld',
      '/out/One 2.withheld',
      '/out/two.withheld',
      '/out/one 3.withheld',
    ]);
    expect(projectFilesIn('C:\\out', ['C:\\in\\one.mp4'])).toEqual(['C:\\out\\one.withheld']);
  });
});

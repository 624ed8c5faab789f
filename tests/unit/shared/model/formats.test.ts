import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../../../main/ingest/transcript/parseTranscript';
import { KINDS } from '../../../../main/window/windowHandlers';
import { isTranscript } from '../../../../renderer/screens/start/fileNames';
import { AppError } from '../../../../shared/model/errors';
import {
  RECORDING_ENDINGS,
  TRANSCRIPT_ENDINGS,
  type TranscriptEnding,
} from '../../../../shared/model/formats';

/** A transcript in each format, which all say the same. */
const SAID: Record<TranscriptEnding, string> = {
  srt: '1\n00:00:01,000 --> 00:00:02,000\nWe waited.\n',
  vtt: 'WEBVTT\n\n00:01.000 --> 00:02.000\nWe waited.\n',
  txt: 'We waited.',
  json: JSON.stringify({ segments: [{ start: 1, end: 2, text: 'We waited.' }] }),
};
const bytes = (text: string) => new TextEncoder().encode(text);
const offered = (kind: keyof typeof KINDS) =>
  (KINDS[kind]()[0]?.extensions ?? []).filter((ending) => ending !== '*');

describe('endings of files', () => {
  it.each(offered('transcript'))(
    '.%s, which the dialog offers, is imported and taken when dropped',
    (ending) => {
      const { words } = parseTranscript(bytes(SAID[ending as TranscriptEnding]), `.${ending.toUpperCase()}`);
      expect(words.map(({ text }) => text)).toEqual(['We', 'waited.']);
      expect(isTranscript(`/a/b.${ending}`)).toBe(true);
      expect(isTranscript(`/a/b.${ending.toUpperCase()}`)).toBe(true);
    },
  );

  it('are offered wherever the importer takes them', () => {
    expect(offered('transcript')).toEqual([...TRANSCRIPT_ENDINGS]);
  });

  it.each(['docx', 'html', 'mp4', '', 'constructor'])(
    '“%s” is no transcript, and what is one is said',
    (ending) => {
      expect(isTranscript(`/a/b.${ending}`)).toBe(false);
      expect(() => parseTranscript(bytes('We waited.'), ending)).toThrow(AppError);
      try {
        parseTranscript(bytes('We waited.'), ending);
      } catch (error) {
        expect((error as AppError).next).toBe('Choose a file that ends in .srt, .vtt, .txt or .json.');
      }
    },
  );

  it('tell recordings from transcripts', () => {
    expect(offered('recording')).toEqual(RECORDING_ENDINGS);
    expect(RECORDING_ENDINGS.filter((ending) => isTranscript(`a.${ending}`))).toEqual([]);
  });

  it('are those of the name, not of a folder', () => {
    expect(isTranscript('/a.txt/recording')).toBe(false);
    expect(isTranscript('C:\\a.srt\\recording')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../shared/document/commands';
import {
  emptyDocument,
  type ProjectDocument,
  type Transcription,
} from '../../../../shared/document/document';
import { skippedPauses } from '../../../../shared/plan/skippedPauses';

const settings = {
  model: { name: 'demo', sha256: '0'.repeat(64) },
  language: 'en',
  beam: 1,
  prompt: '',
};
const windows = [
  { from: 3, to: 20 },
  { from: 26, to: 50 },
];
const track = {
  sampleRate: 16_000,
  channels: 1,
  layout: 'mono',
};

function documentOf(more: Partial<Transcription>): ProjectDocument {
  const document = emptyDocument();
  const media = { duration: 60, tracks: [track], track: 0 } as unknown as ProjectDocument['media'];
  return { ...document, media, transcription: { settings, windows, finished: 2, ...more } };
}

const skipped = [
  { from: 0, to: 3 },
  { from: 10, to: 14 },
  { from: 20, to: 26 },
];

describe('skippedPauses', () => {
  it('are those that the transcription left out', () => {
    expect(skippedPauses(documentOf({ skipped }))).toEqual(skipped);
    expect(skippedPauses(documentOf({ skipped: [] }))).toEqual([]);
    expect(skippedPauses(emptyDocument())).toEqual([]);
  });

  it('are what lies between the windows of an earlier version', () => {
    expect(skippedPauses(documentOf({}))).toEqual([
      { from: 0, to: 3 },
      { from: 20, to: 26 },
      { from: 50, to: 60 },
    ]);
  });

  it('are none where they were transcribed later, until that is undone', () => {
    const before = documentOf({ skipped });
    const heard = [
      { from: 10, to: 14 },
      { from: 20, to: 22 },
    ];
    const { document, inverse } = applyCommand(before, {
      label: 'test',
      steps: [{ type: 'setHeardPauses', heard }],
    });
    expect(skippedPauses(document)).toEqual([
      { from: 0, to: 3 },
      { from: 22, to: 26 },
    ]);
    // What is sent of a window that still waits stays the same.
    expect(document.transcription?.skipped).toEqual(skipped);
    expect(skippedPauses(applyCommand(document, inverse).document)).toEqual(skipped);
  });
});

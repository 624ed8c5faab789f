import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { BLURS } from '../../../../../shared/model/formats';
import { makeProject, runExport } from '../../../../support/exportWorld';
import { ffmpeg, useTemporaryFolder } from '../../../../support/makeMedia';
import { INTERVIEWS } from '../../../../support/speech';

const at = useTemporaryFolder();
/** Marks from the very first sample, and between words. */
const MARKS = [
  { from: 0, to: 0.7 },
  { from: 3, to: 3.9 },
];

/** Makes five seconds of speech, changed by a filter. */
async function recorded(filter: string) {
  const path = at('recording.wav');
  const source = `${INTERVIEWS}/short-40s.flac`;
  await ffmpeg('-i', source, '-t', '5', '-af', filter, '-ar', '48000', '-c:a', 'pcm_s16le', path);
  await rm(at('edges.withheld'), { force: true });
  return makeProject(at('edges.withheld'), path, { marks: MARKS });
}

test.each([
  ['2.1', 'pan=2.1|FL=c0|FR=c0|LFE=0.5*c0'],
  ['3.0', 'pan=3.0|FL=c0|FR=0.8*c0|FC=0.5*c0'],
])('a mask at 0:00 is whole in M4A with three channels: %s', async (_, filter) => {
  const vault = await recorded(filter);
  for (const blur of BLURS) {
    const out = at(`out-${blur}-${filter.slice(4, 7)}`);
    const { checks } = await runExport(vault, { out, formats: [], media: 'audio', audioFormat: 'm4a', blur });
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  }
  vault.close();
});

test.each(['m4a', 'opus', 'mp3'] as const)(
  'silence is silent beside the offset of a recorder: %s',
  async (audioFormat) => {
    const vault = await recorded('dcshift=0.1');
    const out = at(`offset-${audioFormat}`);
    const blur = 'silence';
    const { checks } = await runExport(vault, { out, formats: [], media: 'audio', audioFormat, blur });
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    vault.close();
  },
);

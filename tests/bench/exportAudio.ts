import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { soundCodec } from '../../main/export/soundCodec';
import type { Bench } from './Bench';
import { memoryRow, ratioRow } from './Row';
import type { Run } from './runProcess';
import { ffmpeg, INTERVIEW } from './sounds';
import { withheld } from './withheld';

/** Seconds: long enough for start-up and key derivation, which the whole command includes, not to decide. */
const LENGTH = 600;
const SOUND = { rate: 48_000, channels: 2, layout: 'stereo' };

/** Export of a recording's sound, masked, over ffmpeg's bare decode and encode with the same encoder settings. */
export const exportAudio: Bench = async ({ folder, rounds, say }) => {
  const clip = join(folder, 'clip.m4a');
  const recording = join(folder, 'recording.m4a');
  const project = join(folder, 'export.withheld');
  const marks = join(folder, 'marks.json');
  say(`Making ${LENGTH / 60} minutes of sound`);
  await ffmpeg(['-i', INTERVIEW, '-map', '0:a', '-ac', '2', '-c:a', 'aac', '-b:a', '192k', clip]);
  await ffmpeg(['-stream_loop', '-1', '-i', clip, '-t', String(LENGTH), '-c', 'copy', recording]);
  await withheld(['new', project, '--media', recording]);
  // A second in every twenty is withheld.
  const spans = Array.from({ length: LENGTH / 20 }, (_, i) => ({ from: 20 * i + 10, to: 20 * i + 11 }));
  await writeFile(marks, JSON.stringify(spans));
  await withheld(['mark', project, '--from', marks]);

  const track = { ...SOUND, codec: 'aac', sampleRate: SOUND.rate, bitDepth: null, float: true };
  const codec = soundCodec('m4a', SOUND, track).args;
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Exporting sound, round ${round} of ${rounds}`);
    const out = join(folder, 'out');
    const bare = join(folder, 'bare.m4a');
    theirs.push(await ffmpeg(['-i', recording, '-map', '0:a:0', ...codec, bare]));
    ours.push(await withheld(['export', project, '--out', out, '--media', 'audio'], /^Verifying/mu));
    await rm(out, { recursive: true });
    await rm(bare);
  }
  await rm(recording);
  await rm(project);

  const exported = ours.map(({ secondsUntil }) => {
    if (secondsUntil === undefined) throw new Error('nothing was said about verification');
    return secondsUntil;
  });
  const verified = ours.map(({ seconds }) => seconds);
  const bare = theirs.map(({ seconds }) => seconds);
  return [
    ratioRow(
      'audio export / ffmpeg decode+encode',
      exported,
      bare,
      1.3,
      'the whole command before verification',
    ),
    ratioRow('audio export and verification / the same', verified, bare, null),
    memoryRow('audio export', ours, theirs),
  ];
};

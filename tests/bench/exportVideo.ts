import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENCODER } from '../../main/export/picture/exportVideo';
import { soundCodec } from '../../main/export/sound/soundCodec';
import type { Bench } from './Bench';
import { decideAll } from './decideAll';
import { exportRows } from './Row';
import type { Run } from './runProcess';
import { ffmpeg, INTERVIEW } from './sounds';
import { withheld } from './withheld';

/** Seconds. Copying is quick, so a longer recording is needed: the command includes start-up and key derivation. */
const KEPT = 600;
const COVERED = 60;
const SOUND = { rate: 48_000, channels: 2, layout: 'stereo' };
const TRACK = { ...SOUND, codec: 'aac', sampleRate: SOUND.rate, bitDepth: null, float: true };

/**
 * Compares video exports with ffmpeg at the same encoder settings. A kept picture is compared with a stream copy and
 * encoding of the sound, and a covered one with encoding of both.
 */
export const exportVideo: Bench = async ({ folder, rounds, say }) => {
  const clip = join(folder, 'clip.mp4');
  say('Making a minute of picture and sound');
  await makeClip(clip);
  const sound = ['-map', '0:v:0', '-map', '0:a:0', ...soundCodec('m4a', SOUND, TRACK).args];
  const measure = async (picture: 'keep' | 'cover', seconds: number, bare: string[]) => {
    const recording = join(folder, 'recording.mp4');
    const project = join(folder, 'video.withheld');
    await ffmpeg(['-stream_loop', '-1', '-i', clip, '-t', String(seconds), '-c', 'copy', recording]);
    await withheld(['new', project, '--media', recording]);
    await decideAll(folder, project, seconds);
    if (picture === 'cover') await drawFace(folder, project, seconds);
    const [ours, theirs]: [Run[], Run[]] = [[], []];
    for (let round = 1; round <= rounds; round++) {
      say(`Exporting video (${picture}), round ${round} of ${rounds}`);
      const [out, copy] = [join(folder, 'out'), join(folder, 'bare.mp4')];
      theirs.push(await ffmpeg(['-i', recording, ...sound, ...bare, '-movflags', '+faststart', copy]));
      ours.push(await withheld(['export', project, '--out', out, '--picture', picture], /^Verifying/mu));
      await rm(out, { recursive: true });
      await rm(copy);
    }
    await rm(recording);
    await rm(project);
    return { ours, theirs };
  };
  const kept = await measure('keep', KEPT, ['-c:v', 'copy']);
  const covered = await measure('cover', COVERED, ENCODER);
  await rm(clip);
  return [
    ...exportRows({ what: 'video keep', than: 'ffmpeg copy + audio encode', most: 1.5 }, kept),
    ...exportRows({ what: 'video cover', than: 'ffmpeg re-encode', most: 0.91 }, covered),
  ];
};

/** Makes a minute of 720p with speech, and with enough grain to give an encoder work. */
const makeClip = (path: string): Promise<Run> =>
  // prettier-ignore
  ffmpeg([
    '-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=25,noise=alls=8:allf=t', '-i', INTERVIEW,
    '-t', '60', '-map', '0:v', '-map', '1:a', '-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '4M',
    '-c:a', 'aac', '-ac', '2', '-ar', '48000', '-b:a', '192k', path,
  ]);

/** Draws a face that moves all the time. */
async function drawFace(folder: string, project: string, seconds: number): Promise<void> {
  const covers = join(folder, 'covers.json');
  const keys = Array.from({ length: seconds }, (_, i) => ({
    ...{ at: i, x: 0.3 + 0.2 * Math.sin(i), y: 0.2, width: 0.2, height: 0.4 },
  }));
  await writeFile(covers, JSON.stringify([{ keys, to: seconds }]));
  await withheld(['cover', project, '--from', covers]);
}

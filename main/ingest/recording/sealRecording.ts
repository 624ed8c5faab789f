import type { Vault } from '../../vault/Vault';
import { hasNoClock, type EvenSound } from './evenSound';
import type { HeardTrack } from './hearTracks';
import type { ImportOptions } from './ImportOptions';
import { measureSealedPicture } from './measureSealedPicture';
import type { MeasuredStream } from './measureStreams';
import { undecodableSound } from '../../media/mediaErrors';
import type { Original } from './Original';
import { ENCODED } from './pictureArguments';
import type { Probe, SoundStream } from './probeMedia';
import { sealInThread } from './sealInThread';
import type { SealedStreams } from './sealStreams';

export interface SealedPicture extends MeasuredStream {
  codec: string;
}

export interface SealedRecording {
  probe: Probe;
  picture: SealedPicture | null;
  streams: Pick<SealedStreams, 'sound' | 'heard'>;
}

/**
 * Seals copies of the streams, and seals them again where a copy turns out not to do: it is joined from pieces by an
 * edit list, which only the original's container can express; it cannot be decoded without that container; its rate or
 * channels change on the way; or nothing of a track can be decoded.
 * @throws {AppError} `MEDIA_UNREADABLE` where its sound cannot be decoded to the end.
 */
export async function sealRecording(
  vault: Vault,
  original: Original,
  probe: Probe,
  { signal, onProgress }: ImportOptions,
): Promise<SealedRecording> {
  const onSeconds = progressOf(probe.claimed, onProgress);
  let wanted = probe;
  let anew = { picture: false, sound: false };
  let even: EvenSound | undefined;
  const seal = () => {
    const { picture, sound } = wanted;
    return sealInThread(vault, { original, picture, sound, anew, even }, { signal, onSeconds });
  };
  let streams = await seal();
  anew = {
    picture: streams.picture !== null && (streams.picture.pieced || !streams.isReadable),
    sound: streams.sound.some(({ pieced }) => pieced),
  };
  const again = async () => {
    await vault.clearMedia();
    streams = await seal();
  };
  if (anew.picture || anew.sound) await again();
  const { tracks: heard, whole } = streams.heard;
  const mute = wanted.sound.filter((_, i) => streams.sound[i]?.packets && !heard[i]?.frames);
  if (mute.length === wanted.sound.length) throw undecodableSound();
  // A decoder that gives up on the way may do so where the sound changes.
  const changed = !whole || heard.some(({ rates, channels }) => rates.size > 1 || channels.size > 1);
  if (mute.length > 0 || changed) {
    if (changed) even = { counted: hasNoClock(probe.format) };
    wanted = {
      ...wanted,
      sound: wanted.sound.flatMap((stream, i) => (mute.includes(stream) ? [] : [widest(stream, heard[i])])),
      unknown: [...wanted.unknown, ...mute.map(({ number, track }) => ({ number, codec: track.codec }))],
      ...(changed && { claimed: null }),
    };
    await again();
    if (!streams.heard.whole) throw undecodableSound();
  }
  const frames = anew.picture ? await measureSealedPicture(vault, signal) : streams.picture;
  const codec = anew.picture ? ENCODED : wanted.picture?.codec;
  return { probe: wanted, picture: frames && codec !== undefined ? { ...frames, codec } : null, streams };
}

const LAYOUTS: Record<number, string> = { 1: 'mono', 2: 'stereo', 6: '5.1', 8: '7.1' };

/** Gives a track the shape that holds all that occurs on its way. */
function widest(stream: SoundStream, heard: HeardTrack | undefined): SoundStream {
  if (!heard || (heard.rates.size <= 1 && heard.channels.size <= 1)) return stream;
  const channels = Math.max(...heard.channels);
  return {
    ...stream,
    track: {
      ...stream.track,
      sampleRate: Math.max(...heard.rates),
      channels,
      layout:
        channels === stream.track.channels ? stream.track.layout : (LAYOUTS[channels] ?? `${channels}C`),
    },
  };
}

/** Seconds between two reports. */
const REPORT_SECONDS = 0.1;

function progressOf(
  claimed: number | null,
  onProgress: ImportOptions['onProgress'],
): (seconds: number) => void {
  const started = performance.now();
  let done = 0;
  let reported = -Infinity;
  return (seconds) => {
    done = Math.max(done, seconds);
    const elapsed = (performance.now() - started) / 1000;
    if (elapsed - reported < REPORT_SECONDS) return;
    reported = elapsed;
    const total = Math.max(claimed ?? 0, done);
    const left = claimed !== null && done > 0 ? (elapsed * (total - done)) / done : null;
    onProgress?.({ stage: 'import', unit: 'seconds', done, total, elapsed, left });
  };
}

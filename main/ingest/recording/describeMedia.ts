import { t } from '../../../shared/messages/messages';
import type { Media, Picture } from '../../../shared/model/media';
import { clock, clockTenths } from '../../../shared/text/clock';
import { chooseTrack } from './chooseTrack';
import type { HeardTrack } from './hearTracks';
import { severalClocks, truncated } from '../../media/mediaErrors';
import type { Original } from './Original';
import type { PictureStream } from './probeMedia';
import type { SealedPicture, SealedRecording } from './sealRecording';

/** Seconds that may be missing from what a container claims before it counts as cut off: headers are rounded. */
const MISSING_SECONDS = 1;

/** @throws {AppError} `MEDIA_NO_AUDIO`, `MEDIA_TRUNCATED`, `MEDIA_UNREADABLE`. */
export function describeMedia(
  { incomplete }: Original,
  { probe: { picture, sound, claimed, format }, picture: frames, streams: sealed }: SealedRecording,
  asked: Media['track'] | undefined,
): { media: Media; notes: string[] } {
  const wanted = typeof asked === 'number' ? sound.findIndex(({ number }) => number === asked + 1) : asked;
  const heard = sealed.heard.tracks;
  const { track, notes } = chooseTrack(sound, heard, wanted);
  const streams = [
    ...(frames ? [frames] : []),
    ...sealed.sound.map((stream, i) => decodedEnd(stream, heard[i])),
  ];
  const atLeast = Math.max(...streams.map(({ end }) => end));
  const atMost = Math.max(...streams.map(({ endAtMost }) => endAtMost));
  // A file by a camera that was switched off and on has a claim that only reaches to the last beginning.
  if (claimed !== null && format.startsWith('mpeg') && atLeast > claimed + MISSING_SECONDS)
    throw severalClocks();
  const missing = [
    ...(claimed !== null && claimed > atMost + MISSING_SECONDS ? [atMost] : []),
    ...sealed.sound.flatMap(({ end }, i) => {
      const heardTo = heard[i]?.frames ? heard[i].end : end;
      return (track === 'mix' || track === i) && heardTo < end - MISSING_SECONDS ? [heardTo] : [];
    }),
  ];
  if (missing.length > 0 && !incomplete) throw truncated();
  const most = incomplete ? atMost : Math.max(claimed ?? atMost, atLeast);
  // This is rounded to whole nanoseconds, which sums of fractions are not by themselves.
  const duration = Math.round(Math.min(most, atMost) * 1e9) / 1e9;
  const media: Media = {
    duration,
    picture: picture && frames && describePicture(picture, frames, duration),
    tracks: sound.map((one) => one.track),
    track,
  };
  return {
    media,
    notes: [
      ...(incomplete ? [incompleteNote(Math.min(...missing, duration))] : []),
      ...heard.flatMap(({ gaps }, i) => (track === 'mix' || track === i ? gapsNote(gaps) : [])),
      ...notes,
    ],
  };
}

const incompleteNote = (end: number): string =>
  t(
    'The recording was taken as far as it goes: there is sound for {time}, and what came after is not in it.',
    { time: clock(end) },
  );

/** Most places that a note names. */
const MOST_NAMED = 5;

function gapsNote(gaps: HeardTrack['gaps']): string[] {
  if (gaps.length === 0) return [];
  const places = gaps
    .slice(0, MOST_NAMED)
    .map(({ from, to }) =>
      t('{time} for {seconds, number, ::.0} s', { time: clockTenths(from), seconds: to - from }),
    );
  return [
    t(
      'Sound is missing in {count, plural, one {# place} other {# places}} ({places}{more, plural, =0 {} one {, and # more} other {, and # more}}): the file is damaged there, or the recorder paused. It is silent there, and what was said is not in it.',
      { count: gaps.length, places: places.join(', '), more: gaps.length - places.length },
    ),
  ];
}

/** Replaces a container's claim of its last packet by what the decoder made of it, within what is possible. */
function decodedEnd<T extends { end: number; endAtMost: number }>(
  stream: T,
  heard: HeardTrack | undefined,
): T {
  if (!heard?.frames) return stream;
  return { ...stream, endAtMost: Math.min(stream.endAtMost, Math.max(stream.end, heard.end)) };
}

function describePicture(picture: PictureStream, sealed: SealedPicture, duration: number): Picture {
  const frames = sealed.packets - sealed.hidden;
  return {
    codec: sealed.codec,
    width: picture.width,
    height: picture.height,
    rotation: picture.rotation,
    start: sealed.start,
    frameRate: picture.frameRate || frames / duration,
    frames,
  };
}

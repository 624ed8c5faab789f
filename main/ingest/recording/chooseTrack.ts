import { t } from '../../../shared/messages/messages';
import type { Media } from '../../../shared/model/media';
import type { HeardTrack } from './hearTracks';
import { listed } from '../../../shared/text/listed';
import { noAudio } from '../../media/mediaErrors';
import type { SoundStream } from './probeMedia';

/** Times; a track has as good as no speech beside another that has more than so many times as much. */
const FAR_MORE_TIMES = 5;
/** Seconds of what may be speech, which a hiss with a cough in it does not reach. */
const SOME_SECONDS = 1;
/** dB by which speech on another track is worth pointing out. */
const LOUDER_DB = 6;

export interface ChosenTrack {
  track: Media['track'];
  notes: string[];
}

/**
 * Takes the track that was asked for, else the container's default one or, where that has no speech, the one that has
 * it. Says what is on the others, since nobody will hear it.
 * @param wanted an index into `sound`.
 * @throws {AppError} `MEDIA_NO_AUDIO` when there is nothing in a track that is needed.
 */
export function chooseTrack(
  sound: readonly SoundStream[],
  heard: readonly HeardTrack[],
  wanted: Media['track'] | undefined,
): ChosenTrack {
  const filled = heard.map(({ frames }) => frames > 0);
  const usable = sound.findIndex(({ isDefault }, i) => isDefault && filled[i]);
  const main = usable < 0 ? filled.indexOf(true) : usable;
  const track = wanted ?? bestInstead(main, heard);
  if (track === 'mix' ? filled.includes(false) : !filled[track]) throw noAudio();
  return { track, notes: track === 'mix' ? [] : notesOn(track, main, sound, heard, wanted !== undefined) };
}

/** Returns the track with most speech if the main one has as good as none; otherwise the main one. */
function bestInstead(main: number, heard: readonly HeardTrack[]): number {
  const seconds = heard.map(({ speech }) => speech.seconds);
  const most = Math.max(...seconds);
  const clear = most >= SOME_SECONDS && most > FAR_MORE_TIMES * (seconds[main] ?? 0);
  return clear ? seconds.indexOf(most) : main;
}

function notesOn(
  track: number,
  main: number,
  sound: readonly SoundStream[],
  heard: readonly HeardTrack[],
  asked: boolean,
): string[] {
  const number = (i: number) => sound[i]?.number ?? i + 1;
  const of = (i: number) => heard[i]?.speech ?? { seconds: 0, db: -Infinity };
  const others = heard.flatMap((_, i) => (i === track ? [] : [i]));
  if (others.length === 0) return [];
  const speaking = others.filter(
    (i) => of(i).seconds >= SOME_SECONDS && of(i).seconds * FAR_MORE_TIMES > of(track).seconds,
  );
  const louder = speaking.filter((i) => of(i).db > of(track).db + LOUDER_DB);
  const taken =
    track === main || asked
      ? t('Of its sound tracks, track {track} is used.', { track: number(track) })
      : t('Track {track} is used, since it has the speech, and not track {other}.', {
          track: number(track),
          other: number(main),
        });
  const named = (tracks: readonly number[]) => ({
    count: tracks.length,
    tracks: listed(tracks.map((i) => String(number(i)))),
  });
  const alike = speaking.filter((i) => !louder.includes(i));
  const rest = others.filter((i) => !speaking.includes(i));
  return [
    [
      taken,
      ...(louder.length > 0
        ? [
            t(
              '{count, plural, one {Track {tracks} has louder speech.} other {Tracks {tracks} have louder speech.}}',
              named(louder),
            ),
          ]
        : []),
      ...(alike.length > 0
        ? [
            t(
              '{count, plural, one {Track {tracks} also seems to have speech.} other {Tracks {tracks} also seem to have speech.}}',
              named(alike),
            ),
          ]
        : []),
      ...(rest.length > 0
        ? [
            t(
              '{count, plural, one {Track {tracks} has hardly any speech.} other {Tracks {tracks} have hardly any speech.}}',
              named(rest),
            ),
          ]
        : []),
      t(
        '{count, plural, one {What is on that track is neither transcribed nor published.} other {What is on those tracks is neither transcribed nor published.}}',
        { count: others.length },
      ),
    ].join(' '),
  ];
}

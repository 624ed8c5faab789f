import type { Media } from '../../../shared/model/media';
import type { HeardTrack } from './hearTracks';
import { noAudio } from '../../media/mediaErrors';
import type { SoundStream } from './probeMedia';

/** A track has as good as no speech beside another that has this many times more of it. */
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
 * Takes the track that was asked for, else the container's default one, or the one with the speech where that has none;
 * and says what is on the others, since nobody will hear it.
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

/** The track with most speech, if the main one has as good as none. */
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
      ? `Of its sound tracks, track ${number(track)} is worked on.`
      : `Track ${number(track)} is worked on, since it has the speech, and not track ${number(main)}.`;
  const list = (tracks: readonly number[]) => {
    const names = tracks.map(number);
    const last = names.pop();
    return names.length === 0 ? `Track ${last}` : `Tracks ${names.join(', ')} and ${last}`;
  };
  const rest = others.filter((i) => !speaking.includes(i));
  const have = (tracks: readonly number[]) => (tracks.length === 1 ? 'has' : 'have');
  return [
    [
      taken,
      ...(louder.length > 0 ? [`${list(louder)} ${have(louder)} louder speech.`] : []),
      ...(speaking.length > louder.length
        ? [
            `${list(speaking.filter((i) => !louder.includes(i)))} also seem to have speech.`.replace(
              /^(Track \d+ also) seem/,
              '$1 seems',
            ),
          ]
        : []),
      ...(rest.length > 0 ? [`${list(rest)} ${have(rest)} hardly any speech.`] : []),
      `What is on ${others.length === 1 ? 'that track' : 'those tracks'} is neither transcribed nor published.`,
    ].join(' '),
  ];
}

import type { Media, SoundTrack } from '../../../shared/model/media';

/**
 * Returns the facts about the sound that is exported: those of the chosen track, or the finest of all that are mixed.
 */
export function exportedTrack({ tracks, track }: Media): SoundTrack {
  const chosen = track === 'mix' ? tracks : tracks.slice(track, track + 1);
  const [first, ...others] = chosen;
  if (!first) throw new Error('the project works on a sound track that it does not have');
  return others.reduce(
    (finest, other) => ({
      ...finest,
      bitDepth: Math.max(finest.bitDepth ?? 0, other.bitDepth ?? 0) || null,
      float: finest.float || other.float,
    }),
    first,
  );
}

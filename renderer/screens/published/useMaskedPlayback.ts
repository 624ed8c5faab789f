import { useLayoutEffect } from 'react';
import type { Blur } from '../../../shared/model/formats';
import type { Span } from '../../../shared/model/entity';
import { usePlayer } from '../../player/PlayerContext';

/** Plays the recording as published, from before its user is painted and as long as that is on the screen. */
export function useMaskedPlayback(spans: readonly Span[], blur: Blur): void {
  const player = usePlayer();
  useLayoutEffect(() => player.setMasks({ spans, blur }), [player, spans, blur]);
  useLayoutEffect(
    () => () => {
      player.pause();
      player.setMasks(null);
    },
    [player],
  );
}

import { useEffect } from 'react';
import type { Blur } from '../../../shared/contract/api';
import type { Span } from '../../../shared/redaction/entity';
import { usePlayer } from '../../editor/PlayerContext';

/** Has the recording sound as published, as long as what uses it is on the screen. */
export function useMaskedPlayback(spans: readonly Span[], blur: Blur): void {
  const player = usePlayer();
  useEffect(() => player.setMasks({ spans, blur }), [player, spans, blur]);
  useEffect(
    () => () => {
      player.pause();
      player.setMasks(null);
    },
    [player],
  );
}

import { Button } from 'react-aria-components';
import { t } from '../../shared/messages/messages';
import type { Span } from '../../shared/model/entity';
import { usePlayer, usePlayerState } from './PlayerContext';
import { isReady } from './PlayerState';

interface Props {
  /** The span to play; null where no time is known. */
  span: Span | null;
  label?: string;
  /** The key that does the same here. */
  hotkey?: string;
  /** True to play it as it is published, instead of as it was recorded. */
  masked?: boolean;
  className?: string;
  /** Called when it is pressed. */
  onPlay?: () => void;
}

/** Plays a place once. The button is absent where there is nothing to play. */
export function PlayButton({
  span,
  label = t('Hear'),
  hotkey,
  masked = false,
  className = 'button',
  onPlay,
}: Props) {
  const player = usePlayer();
  const ready = usePlayerState(isReady);
  if (!span) return null;
  return (
    <Button
      className={className}
      isDisabled={!ready}
      onPress={() => {
        player.playSpan(span, { unmasked: !masked });
        onPlay?.();
      }}
    >
      {label} {hotkey !== undefined && <kbd>{hotkey}</kbd>}
    </Button>
  );
}

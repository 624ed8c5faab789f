import { Button } from 'react-aria-components';
import type { Span } from '../../shared/model/entity';
import { usePlayer, usePlayerState } from './PlayerContext';

interface Props {
  /** Null where no time is known. */
  span: Span | null;
  label?: string;
  /** The key that does the same here. */
  hotkey?: string;
  /** As it is published, instead of as it was recorded. */
  masked?: boolean;
  className?: string;
  /** Told when it is pressed. */
  onHear?: () => void;
}

/** Plays a place once; nothing where there is nothing to hear. */
export function HearButton({
  span,
  label = 'Hear',
  hotkey,
  masked = false,
  className = 'button',
  onHear,
}: Props) {
  const player = usePlayer();
  const ready = usePlayerState(({ status }) => status === 'ready');
  if (!span) return null;
  return (
    <Button
      className={className}
      isDisabled={!ready}
      onPress={() => {
        player.playSpan(span, { unmasked: !masked });
        onHear?.();
      }}
    >
      {label} {hotkey !== undefined && <kbd>{hotkey}</kbd>}
    </Button>
  );
}

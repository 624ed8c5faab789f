interface Reach {
  /** Seconds */
  time: number;
  duration: number;
  /** Seconds of a step by an arrow key, alone and with Shift. */
  step: { small: number; large: number };
}

/** Finds the time (seconds) to which a key leads from another; undefined for a key that leads nowhere. */
export function targetOf(
  { key, shiftKey }: { key: string; shiftKey: boolean },
  { time, duration, step }: Reach,
): number | undefined {
  const arrow = shiftKey ? step.large : step.small;
  const targets: Partial<Record<string, number>> = {
    ArrowRight: time + arrow,
    ArrowUp: time + arrow,
    ArrowLeft: time - arrow,
    ArrowDown: time - arrow,
    PageUp: time + step.large,
    PageDown: time - step.large,
    Home: 0,
    End: duration,
  };
  return targets[key];
}

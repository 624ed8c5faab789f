import type { PowerSaveBlocker } from 'electron';

/** @returns a function that keeps the machine from going to sleep, or lets it sleep again. */
export function keepAwake(blocker: PowerSaveBlocker): (awake: boolean) => void {
  let id: number | null = null;
  return (awake) => {
    if (awake) id ??= blocker.start('prevent-app-suspension');
    else if (id !== null) {
      blocker.stop(id);
      id = null;
    }
  };
}

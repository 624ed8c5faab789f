import { useEffect, useEffectEvent, type RefObject } from 'react';
import { isCovered } from '../../editor/useInterviewKeys';
import { actionOf } from '../../session/keys';
import { sessionNow } from '../../session/useSession';

/**
 * Handles the keys of a queue that is decided one by one, wherever the keyboard is in this tab. From then on it is in
 * the list.
 * @param actsOf returns what each key does at this moment.
 */
export function useQueueKeys(
  list: RefObject<HTMLElement | null>,
  actsOf: () => Readonly<Record<string, () => void>>,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (isCovered() || isTaken(event)) return;
    const act = actsOf()[keyFor(event) ?? ''];
    if (!act) return;
    event.preventDefault();
    list.current?.focus({ preventScroll: true });
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isTab(event.target)) press(event);
    };
    // A tab that was just chosen has the keyboard. It would keep the key to itself and do nothing with it.
    const listenFirst = (event: KeyboardEvent) => {
      if (isTab(event.target)) press(event);
    };
    window.addEventListener('keydown', listen);
    window.addEventListener('keydown', listenFirst, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener('keydown', listenFirst, { capture: true });
    };
  }, []);
}

/** Finds what a key is for here: one of the queue's own keys, or one that accepts, refuses or plays everywhere. */
function keyFor(event: KeyboardEvent): string | null {
  const action = actionOf(event, sessionNow().settings.keys);
  if (action === 'accept') return 'Enter';
  if (action === 'refuse') return 'Backspace';
  if (action === 'hear') return 'H';
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const pressesButton = event.target instanceof Element && event.target.closest('button, summary') !== null;
  if (event.key === 'Enter' || event.key === ' ' || event.key === 'Backspace') {
    if (pressesButton) return null;
    if (event.key === ' ') return 'Space';
    return event.key === 'Enter' && event.shiftKey ? 'Shift+Enter' : event.key;
  }
  return /^(?:Key[JKHT])$/u.test(event.code) && event.key.length === 1 ? event.code.slice(3) : null;
}

const isTab = (target: EventTarget | null): boolean => target instanceof Element && target.role === 'tab';

/** Tells whether the element with the keyboard takes the key for itself. */
const isTaken = ({ target, key, defaultPrevented }: KeyboardEvent): boolean =>
  defaultPrevented ||
  target instanceof HTMLSelectElement ||
  // Whoever chose how much to be asked can go on in the list.
  (target instanceof HTMLInputElement && (target.type !== 'radio' || key === ' ')) ||
  // The keys of a queue never decide about what is in none.
  (target instanceof Element && target.closest('[data-own-keys]') !== null);

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the keyboard to an element that replaces the one that had it, if nothing else has it. It needs `tabIndex={-1}`.
 */
export function useLostFocus<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus();
  }, []);
  return element;
}

import { useEffect, useRef, type RefObject } from 'react';

/** For what comes in place of what had the keyboard: takes it over when nothing else has it. Needs `tabIndex={-1}`. */
export function useLostFocus<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus();
  }, []);
  return element;
}

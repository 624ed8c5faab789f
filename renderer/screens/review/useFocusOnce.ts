import { useEffect, useRef, type RefObject } from 'react';

/** Puts the keyboard where a screen begins, once when it is shown, if it should go there. */
export function useFocusOnce(element: RefObject<HTMLElement | null>, wanted: boolean): void {
  const first = useRef(wanted);
  useEffect(() => {
    if (first.current) element.current?.focus({ preventScroll: true });
    first.current = false;
  }, [element]);
}

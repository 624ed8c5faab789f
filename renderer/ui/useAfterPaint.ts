import { useEffect, useState } from 'react';

/**
 * Returns a value as it was when the window was painted last: what is drawn from it comes behind what a key did.
 * @param isUrgent true to return the value itself.
 */
export function useAfterPaint<T extends object | string | number | null>(value: T, isUrgent = false): T {
  const [painted, setPainted] = useState(value);
  if (isUrgent && painted !== value) setPainted(value);
  useEffect(() => {
    if (painted === value) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, painted]);
  return isUrgent ? value : painted;
}

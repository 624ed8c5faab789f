import { createElement, Fragment, type ReactNode } from 'react';

/** Stand around the name of a slot: Unicode keeps these for programs, so no text of a person has them. */
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1'];

/** Stands in a message for an element, until `withElements` puts it there. */
export const slot = (name: string): string => `${OPEN}${name}${CLOSE}`;

/**
 * A message with elements where each language wants them, as in
 * `withElements(t('Hold {key} to see it.', { key: slot('key') }), { key: <kbd>Alt</kbd> })`.
 */
export function withElements(message: string, elements: Readonly<Record<string, ReactNode>>): ReactNode {
  const parts = message.split(new RegExp(`${OPEN}(.*?)${CLOSE}`, 'u'));
  // Text and the names of slots take turns.
  return createElement(Fragment, null, ...parts.map((part, i) => (i % 2 === 0 ? part : elements[part])));
}

import { createElement, Fragment, type ReactNode } from 'react';

/** These stand around the name of a slot. Unicode keeps them for programs, so no text of a person has them. */
const [OPEN, CLOSE] = ['\uFDD0', '\uFDD1'];

/** Returns a place in a message for an element, which `withElements` puts there. */
export const slot = (name: string): string => `${OPEN}${name}${CLOSE}`;

/**
 * Returns a message with elements where each language wants them, as in
 * `withElements(t('Hold {key} to see it.', { key: slot('key') }), { key: <kbd>Alt</kbd> })`.
 */
export function withElements(message: string, elements: Readonly<Record<string, ReactNode>>): ReactNode {
  const parts = message.split(new RegExp(`${OPEN}(.*?)${CLOSE}`, 'u'));
  // Text and the names of slots alternate.
  return createElement(Fragment, null, ...parts.map((part, i) => (i % 2 === 0 ? part : elements[part])));
}

import { createHash } from 'node:crypto';

/**
 * Every report's page says these sentences, whatever it reports. A person has read them once. The list is verification's own,
 * so that whatever else the page's writer says is searched.
 */
const SENTENCES: ReadonlySet<string> = new Set([
  'There is no recording in it.',
  'The picture is as it was recorded.',
  'The picture is covered during these stretches, and where a rectangle was drawn.',
  'Voices are disguised, which does not make them anonymous.',
  'What this does not promise',
  'Whoever has a file can compare its SHA-256 with these.',
  ...['Checks', 'Answer', 'Question', 'File', 'In words', 'Files', 'Bytes', 'SHA-256', 'the folder'],
  ...['✓ passed', '✗ failed', '– not done'],
]);
/** Sentences with a number in them. */
const COUNTED: readonly RegExp[] = [
  /^In (?:one stretch|\d+ stretches) of the recording, (?:noise|a tone|silence) is heard instead of what was recorded\.$/u,
  /^In (?:one place|\d+ places) the recogniser heard something withheld, again and again; a person listened there, heard nothing of it, and overruled it\.$/u,
];
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['en', 'utf-8', 'viewport', 'width=device-width, initial-scale=1', 'wide', 'col'],
]);
const TAGS: ReadonlySet<string> = new Set([
  ...[
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    '<div class="wide">',
    '<th scope="col">',
  ],
  '<meta name="viewport" content="width=device-width, initial-scale=1">',
  ...'html head title style body h1 h2 p ul li div table thead tbody tr th td b code'
    .split(' ')
    .flatMap((name) => [`<${name}>`, `</${name}>`]),
]);
/** SHA-256 of the page's style sheet, in hexadecimal. */
const STYLE_DIGEST = '9be92e9b77c71b24f9d849cdc942e48a41c90f713083320c577cc96defc64c8f';

/** Tells whether a text or an attribute of a report's page stands in every such page. */
export function isReportsOwn(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || SENTENCES.has(trimmed) || ATTRIBUTES.has(trimmed)) return true;
  return (
    COUNTED.some((sentence) => sentence.test(trimmed)) ||
    createHash('sha256').update(trimmed).digest('hex') === STYLE_DIGEST
  );
}

/** Tells whether a tag, as it is written, is one that reports are made of. */
export const isReportsTag = (tag: string): boolean => TAGS.has(tag);

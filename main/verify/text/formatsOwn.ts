import { createHash } from 'node:crypto';
import type { TextFormat } from '../../../shared/model/formats';

/**
 * Returns a function that tells whether something besides the text is part of the format. A person has read each of
 * these parts once and found that it tells nothing.
 *
 * The list is verification's own, so that anything that a writer adds to every file, such as the name of its machine,
 * is not taken for part of the format. Whoever changes the look of a format reads what is new in it, and changes it
 * here too.
 */
export function isFormatsOwn(format: TextFormat, language: string): (besides: string) => boolean {
  const own = new Set(OWN[format](languageTag(language)));
  // A style sheet is too long to stand here a second time, so its digest does.
  return (besides) => own.has(besides.startsWith(STYLE) ? `${STYLE}${digestOf(besides)}` : besides);
}

const STYLE = 'style ';
const digestOf = (besides: string) =>
  createHash('sha256').update(besides.slice(STYLE.length)).digest('base64');

/** SHA-256 of the style sheet of published pages, in base64, as their policy names it. */
const STYLE_DIGEST = 'dQdmwdg+SdKLM3WuzvDR1Z7TnAGJOyHqksNjnwxrvqY=';
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'`;

const elements = (names: string) => names.split(' ').map((name) => `element ${name}`);
const attributes = (element: string, ...all: string[]) => all.map((one) => `attribute ${element} ${one}`);

const OWN: Record<TextFormat, (language: string) => string[]> = {
  txt: () => [],
  srt: () => [],
  vtt: () => [],
  json: (language) => ['key introduction', 'key language', 'key paragraphs', `language ${language}`],
  html: (language) => [
    'doctype html  ',
    ...elements('html head meta title style body header h1 h2 p main b mark bdi'),
    ...['html', 'h1', 'h2', 'p'].flatMap((element) => attributes(element, 'dir=ltr', 'dir=rtl')),
    ...attributes('html', `lang=${language}`),
    ...attributes('meta', 'charset=utf-8', 'http-equiv=Content-Security-Policy', `content=${POLICY}`),
    ...attributes('meta', 'name=referrer', 'content=no-referrer'),
    ...attributes('meta', 'name=viewport', 'content=width=device-width, initial-scale=1'),
    `${STYLE}${STYLE_DIGEST}`,
  ],
  docx: (language) => [
    ...Object.entries(PARTS).map(([name, digest]) => `part ${name} ${digest}`),
    ...elements('w:p w:pPr w:pStyle w:bidi w:r w:rPr w:b w:bCs w:rtl w:t'),
    ...attributes('w:pStyle', 'w:val=Title', 'w:val=Introduction', 'w:val=Heading1', 'w:val=Testimony'),
    ...attributes('w:t', 'xml:space=preserve'),
    `language ${language}`,
  ],
};

/** SHA-256 of each part of a Word document without its paragraphs and the name of its language. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '0e4c965a34db73367c15aea6b0661946b131702645df4f5c7aeede778bcd02b0',
  '_rels/.rels': '6b1f432240d639e697da68ee65a70d6252b5eb7204e58daeae6514a0f85f2285',
  'word/_rels/document.xml.rels': '44e591ac07f3e22882a49c3487b47e9eb0e7f6034acd930e6860855ac79d4eab',
  'word/document.xml': '49c6a37f122614c171980c924b80a9ea2050666092522bbc2aae48a8e5893473',
  'word/styles.xml': '32c37ce366a981a149f8afed28edd269c60b904effeeed279b3ad5bbedd2f593',
  'word/settings.xml': '36b68f012adfd6d2f8faaebc8d101632d3529e9d9fd57d6ef92198841e96f09e',
};

/** Returns a BCP 47 tag as it may stand in a file: a language of two or three letters, then parts of two to eight. */
function languageTag(language: string): string {
  const [base = '', ...others] = language.split('-');
  const isTag = /^[a-z]{2,3}$/iu.test(base) && others.every((part) => /^[a-z0-9]{2,8}$/iu.test(part));
  return isTag ? language : 'und';
}

import { createHash } from 'node:crypto';
import { readXml } from './readXml';
import type { Reading } from './Reading';
import { utf8 } from './utf8';
import { zipEntries } from './zipEntries';

/** The part that has the text. */
const DOCUMENT = 'word/document.xml';
const LANGUAGE = /<w:lang w:val="([^"<>&]*)" w:bidi="([^"<>&]*)"\/>/gu;

/**
 * Reads a Word document. In the part that has the text it reads all elements from the beginning of the body to the last
 * section; the text around these, and every other part, is told by its SHA-256.
 * @throws {Unreadable} when it is not a package, or its text is not XML.
 */
export function readDocx(bytes: Uint8Array): Reading {
  const reading: Reading = { blocks: [], besides: [] };
  for (const [name, part] of zipEntries(bytes)) {
    const xml = utf8(part);
    const body = name === DOCUMENT ? bodyOf(xml) : { from: 0, to: 0 };
    const { blocks, besides } = readXml(`<body>${xml.slice(body.from, body.to)}</body>`);
    reading.blocks.push(...blocks);
    reading.besides.push(...besides.filter((one) => one !== 'element body'));
    const around = xml.slice(0, body.from) + xml.slice(body.to);
    for (const [, ...languages] of around.matchAll(LANGUAGE))
      reading.besides.push(...languages.map((language) => `language ${language}`));
    const digest = createHash('sha256').update(around.replaceAll(LANGUAGE, '')).digest('hex');
    reading.besides.push(`part ${name} ${digest}`);
  }
  return reading;
}

/** Finds the place of the paragraphs; an empty place at the start when the part is not built that way. */
function bodyOf(xml: string): { from: number; to: number } {
  const begin = '<w:body>';
  const [from, to] = [xml.indexOf(begin) + begin.length, xml.lastIndexOf('<w:sectPr')];
  return from < begin.length || to < from ? { from: 0, to: 0 } : { from, to };
}

import { readXml } from './readXml';
import type { Reading } from './Reading';
import { utf8 } from './utf8';
import { zipEntries } from './zipEntries';

/** @throws {Error} where it is no package whose parts are all XML. */
export function readDocx(bytes: Uint8Array): Reading {
  const reading: Reading = { blocks: [], besides: [] };
  for (const [name, part] of zipEntries(bytes)) {
    // Word's paragraphs stand in one part; what reads as a paragraph elsewhere stands beside the text.
    const { blocks, besides } = readXml(utf8(part));
    if (name === 'word/document.xml') reading.blocks.push(...blocks);
    else reading.besides.push(...blocks.map((text) => `text ${text}`));
    reading.besides.push(`part ${name}`, ...besides.map((one) => `${name} ${one}`));
  }
  return reading;
}

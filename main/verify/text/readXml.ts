import { SaxesParser } from 'saxes';
import { Unreadable } from '../Unreadable';
import { HEADING, type Reading } from './Reading';

/**
 * Reads a part of a Word document strictly. A block is the text in the text elements of one paragraph.
 * @throws {Unreadable} when it is not well-formed XML.
 */
export function readXml(xml: string): Reading {
  const blocks: string[] = [];
  const besides: string[] = [];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new Unreadable('it is no well-formed XML', { cause: error });
  });
  parser.on('xmldecl', (declaration) => besides.push(`declaration ${JSON.stringify(declaration)}`));
  parser.on('doctype', (doctype) => besides.push(`doctype ${doctype}`));
  parser.on('processinginstruction', ({ target, body }) => besides.push(`instruction ${target} ${body}`));
  parser.on('comment', (comment) => besides.push(`comment ${comment}`));
  parser.on('cdata', (text) => besides.push(`section ${text}`));
  parser.on('opentag', ({ name, attributes }) => {
    besides.push(`element ${name}`);
    for (const [key, value] of Object.entries(attributes)) besides.push(`attribute ${name} ${key}=${value}`);
    if (name === 'w:p') blocks.push('');
    if (name === 'w:pStyle' && attributes['w:val'] === 'Heading1')
      blocks.push(`${HEADING}${blocks.pop() ?? ''}`);
    open.push(name);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    if (open.at(-1) === 'w:t' && open.includes('w:p')) blocks.push(`${blocks.pop() ?? ''}${text}`);
    else if (text.trim() !== '') besides.push(`text ${text}`);
  });
  parser.write(xml).close();
  return { blocks, besides };
}

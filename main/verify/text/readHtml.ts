import { html, parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { Unreadable } from '../Unreadable';
import { HEADING, type Reading } from './Reading';
import { utf8 } from './utf8';

/** Elements whose text is read as one block each. */
const BLOCKS: ReadonlySet<string> = new Set(['title', 'h1', 'h2', 'p']);

/**
 * Reads a page as browsers do (the HTML standard's own algorithm, by parse5).
 * @throws {Unreadable} when a browser would skip or correct something: then the page differs when it is written again.
 */
export function readHtml(bytes: Uint8Array): Reading {
  const text = utf8(bytes);
  const page = parse(text);
  if (plain(serialize(page)) !== plain(text)) throw new Unreadable('the page is not written as it reads');
  const reading: Reading = { blocks: [], besides: [] };
  for (const node of page.childNodes) walk(node, reading, null);
  return reading;
}

/** Evens out what may be written in two ways: line ends between elements, quotes, spaces that do not break. */
const plain = (page: string): string =>
  page
    .replace(/^<!doctype html>/iu, '<!DOCTYPE html>')
    .replaceAll('\n', '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('\u00a0', '&nbsp;');

/** @param within the kind of node that the node's own text belongs to: a block, a style sheet, or neither. */
function walk(node: Tree.Node, reading: Reading, within: 'block' | 'style' | null): void {
  const { blocks, besides } = reading;
  if (node.nodeName === '#text') {
    const { value } = node as Tree.TextNode;
    if (within === 'block') blocks.push(`${blocks.pop() ?? ''}${value}`);
    else if (within === 'style') besides.push(`style ${value}`);
    else if (value.trim() !== '') besides.push(`text ${value}`);
    return;
  }
  if (node.nodeName === '#comment') besides.push(`comment ${(node as Tree.CommentNode).data}`);
  if (node.nodeName === '#documentType') {
    const { name, publicId, systemId } = node as Tree.DocumentType;
    besides.push(`doctype ${name} ${publicId} ${systemId}`);
  }
  if (!('tagName' in node)) return;
  besides.push(`element ${node.tagName}`);
  if (node.namespaceURI !== html.NS.HTML) besides.push(`namespace ${node.namespaceURI}`);
  for (const { name, value } of node.attrs) besides.push(`attribute ${node.tagName} ${name}=${value}`);
  const isBlock = BLOCKS.has(node.tagName);
  if (isBlock) blocks.push(node.tagName === 'h2' ? HEADING : '');
  const children = 'content' in node ? node.content.childNodes : node.childNodes;
  const inside = isBlock ? 'block' : node.tagName === 'style' ? 'style' : within;
  for (const child of children) walk(child, reading, inside);
}

import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { PublishedParagraph } from '../../../shared/plan/render';
import { directionOf, type Direction } from '../../../shared/text/directionOf';
import { tidyInfo, type TranscriptInfo } from './transcriptInfo';
import { turns } from './turns';

/** The parts that a text needs, in packing order. The library's others say who wrote it, when and with what. */
const KEPT = ['word/document.xml', 'word/styles.xml', 'word/settings.xml'];

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${WORD}.settings+xml"/></Types>`;
const ROOT_LINKS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
const DOCUMENT_LINKS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/settings" Target="settings.xml"/></Relationships>`;

/**
 * Makes a Word document with real styles and no properties: no author, no dates, no program. The same input gives the
 * same bytes.
 */
export async function toDocx(
  paragraphs: readonly PublishedParagraph[],
  info: TranscriptInfo,
): Promise<Uint8Array> {
  const { Document, Packer, Paragraph, TextRun } = await import('docx');
  const { title, intro, language, direction } = tidyInfo(info);
  const paragraph = (style: string, runs: { text: string; bold?: boolean }[], own: Direction | null) => {
    // Word needs this on paragraphs and runs alike; the signs of a marker then stand as the paragraph runs.
    const rightToLeft = (own ?? direction) === 'rtl';
    return new Paragraph({
      style,
      ...(rightToLeft && { bidirectional: true }),
      children: runs.map((run) => new TextRun({ ...run, ...(rightToLeft && { rightToLeft }) })),
    });
  };
  const line = (style: string, text: string) => paragraph(style, [{ text }], directionOf(text));

  const document = new Document({
    styles: {
      default: {
        document: {
          run: { font: 'Georgia', size: 22, language: { value: language, bidirectional: language } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 240 } } },
      },
      paragraphStyles: [
        {
          id: 'Normal',
          name: 'Normal',
          quickFormat: true,
          paragraph: { spacing: { after: 160, line: 300 } },
        },
        {
          id: 'Introduction',
          name: 'Introduction',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { italics: true },
        },
        { id: 'Testimony', name: 'Testimony', basedOn: 'Normal', quickFormat: true },
      ],
    },
    sections: [
      {
        children: [
          ...(title === '' ? [] : [line('Title', title)]),
          ...intro.map((text) => line('Introduction', text)),
          ...turns(paragraphs, info).flatMap(({ headings, timeCode, speaker, runs, direction: own }) => [
            ...headings.map((text) => line('Heading1', text)),
            paragraph(
              'Testimony',
              [
                ...(timeCode === null ? [] : [{ text: `${timeCode} ` }]),
                ...(speaker === null ? [] : [{ text: `${speaker}: `, bold: true }]),
                ...runs.map(({ gap, text }) => ({ text: gap + text })),
              ],
              own,
            ),
          ]),
        ],
      },
    ],
  });
  return repack(unzipSync(await Packer.toBuffer(document)));
}

function repack(parts: Record<string, Uint8Array>): Uint8Array {
  const files: Zippable = {
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(ROOT_LINKS),
    'word/_rels/document.xml.rels': strToU8(DOCUMENT_LINKS),
  };
  for (const name of KEPT) {
    const part = parts[name];
    if (!part) throw new Error('the document library left out a part');
    files[name] = part;
  }
  // This is the earliest time a ZIP entry can carry. ZIP knows local time only, so it is the same everywhere.
  return zipSync(files, { mtime: new Date(1980, 0, 1), os: 0, level: 9 });
}

/** Stands before a block that is a heading, so that no heading passes for something that was said, or the reverse. */
export const HEADING = '## ';

/** The contents of a published text, as a reader of its format gets them out of the bytes. */
export interface Reading {
  /** Title, lines of the introduction, headings and paragraphs, or the rows of subtitles, in the order they are read. */
  blocks: string[];
  /**
   * Everything else in it that somebody could read: attributes, comments, styles, names of parts. Each is one word for
   * its kind, a space, and what it says.
   */
  besides: string[];
  /** Text of the blocks that stands in the file once more, such as the name of a voice at each of its subtitles. */
  again?: string[];
}

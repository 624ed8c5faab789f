/** Stands before a block that is a heading, so that none passes for something that was said, nor the other way round. */
export const HEADING = '## ';

/** What a published text says, as a reader of its format gets it out of the bytes. */
export interface Reading {
  /** Title, lines of the introduction, headings and paragraphs, or the rows of subtitles, in the order they are read. */
  blocks: string[];
  /**
   * Everything else that stands in it and that somebody could read: attributes, comments, styles, names of parts. Each is
   * named by one word for its kind, a space, and what it says.
   */
  besides: string[];
  /** What of the blocks stands in the file once more, such as the name of a voice at each of its subtitles. */
  again?: string[];
}

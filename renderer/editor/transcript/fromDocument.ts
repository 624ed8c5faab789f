import { Annotation } from '@codemirror/state';

/** Marks a change that comes from the document and must not be written back into it. */
export const fromDocument = Annotation.define<true>();

import { Annotation } from '@codemirror/state';

/** A change that comes from the document and is not to be written back into it. */
export const fromDocument = Annotation.define<true>();

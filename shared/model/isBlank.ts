/**
 * Matches what nobody can see: spaces, control and format signs, signs that programs are to ignore (fillers of Hangul,
 * joiners, tags, variation selectors), the empty cell of Braille, and marks without a letter to stand on.
 */
const UNSEEN = /[\p{White_Space}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Tells whether a text is empty for whoever reads it, whatever signs it has. */
export const isBlank = (text: string): boolean => text.replace(UNSEEN, '') === '';

/** Where what is selected lies, in pixels of what is around it; beyond what is drawn it is ±Infinity. */
export interface SelectionPlace {
  /** Where its first line begins, and where its last one ends. */
  top: number;
  bottom: number;
  /** Where it ends. */
  left: number;
}

interface Size {
  width: number;
  height: number;
}

/** Pixels between the bar, the selection and the edges. */
const GAP = 8;

/**
 * Finds the place of the bar beside a selection: below it, above it where there is no room, and over it where it fills
 * all that is seen. It never reaches out.
 * @param area what is seen of the text.
 * @returns null where nothing of the selection is to be seen.
 */
export function placeBar(
  { top, bottom, left }: SelectionPlace,
  bar: Size,
  area: Size,
): { left: number; top: number } | null {
  if (bottom <= 0 || top >= area.height) return null;
  const most = { left: area.width - bar.width - GAP, top: area.height - bar.height - GAP };
  const below = bottom + GAP;
  const above = top - GAP - bar.height;
  return {
    left: Math.max(GAP, Math.min(left - bar.width / 2, most.left)),
    top: below <= most.top ? Math.max(GAP, below) : above >= GAP ? Math.min(above, most.top) : most.top,
  };
}

/** The place of the selection, in pixels of the area around it. A side beyond what is drawn is ±Infinity. */
export interface SelectionPlace {
  /** The top of its first line, and the bottom of its last one. */
  top: number;
  bottom: number;
  /** The horizontal place of its end. */
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
 * the whole area. The bar stays within the area.
 * @param area the visible part of the text.
 * @returns null where nothing of the selection can be seen.
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

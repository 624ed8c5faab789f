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
const GAP_PIXELS = 8;

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
  const most = { left: area.width - bar.width - GAP_PIXELS, top: area.height - bar.height - GAP_PIXELS };
  const below = bottom + GAP_PIXELS;
  const above = top - GAP_PIXELS - bar.height;
  return {
    left: Math.max(GAP_PIXELS, Math.min(left - bar.width / 2, most.left)),
    top:
      below <= most.top
        ? Math.max(GAP_PIXELS, below)
        : above >= GAP_PIXELS
          ? Math.min(above, most.top)
          : most.top,
  };
}

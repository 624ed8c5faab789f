import type { Page } from 'playwright-core';

/** Pixels by which boxes of text may overlap, since lines stand close. */
const NEAR = 4;

/** Finds texts that lie on other texts, and texts that the window cuts at its side, as somebody would see them. */
export const overlaps = (page: Page): Promise<string[]> =>
  page.evaluate((near) => {
    interface Seen {
      node: Node;
      text: string;
      box: DOMRect;
    }
    /** Returns what is left of a box after everything around it that scrolls or hides has cut it. */
    const seenOf = (element: Element, box: DOMRect): DOMRect | null => {
      if (!element.checkVisibility({ visibilityProperty: true })) return null;
      let { left, top, right, bottom } = box;
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clipPath !== 'none') return null;
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const around = at.getBoundingClientRect();
        [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
        [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
      }
      return right - left > 0 && bottom - top > 0 ? new DOMRect(left, top, right - left, bottom - top) : null;
    };
    const seen: Seen[] = [];
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      // Times along a ruler stand as close as they have to.
      if (!element || node.textContent?.trim() === '' || element.closest('.ruler, option, script, style'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const whole of range.getClientRects()) {
        const box = seenOf(element, whole);
        if (box === null) continue;
        const text = node.textContent?.trim() ?? '';
        if (whole.right > innerWidth + 1 && !element.closest('[role="tablist"], .row'))
          found.push(`cut: ${text}`);
        for (const other of seen) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (other.node !== node && across > near && down > near) found.push(`${other.text} / ${text}`);
        }
        seen.push({ node, text, box });
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the window scrolls sideways');
    return [...new Set(found)];
  }, NEAR);

import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useId,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import './PickList.css';

interface Props<Item> {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  /** The key of the item that is chosen. */
  chosen: string | null;
  onChoose: (key: string) => void;
  children: (item: Item) => ReactNode;
  /** Approximate height of an item in pixels. */
  height: number;
  ref?: RefObject<HTMLDivElement | null>;
}

/** A long list in which arrow keys or a click choose one item. Only items on the screen are drawn. */
export function PickList<Item>({
  label,
  items,
  keyOf,
  chosen,
  onChoose,
  children,
  height,
  ref,
}: Props<Item>) {
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  const box = ref ?? own;
  const at = items.findIndex((item) => keyOf(item) === chosen);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: (i) => {
      const item = items[i];
      return item === undefined ? i : keyOf(item);
    },
  });
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at, { align: 'auto' });
  }, [at, rows]);

  const click = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
    const item = row && items[Number(row.dataset.index)];
    if (item === null || item === undefined) return;
    // The list keeps the keyboard, and tells which row is chosen.
    box.current?.focus({ preventScroll: true });
    onChoose(keyOf(item));
  };
  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? height) / height) - 1);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -items.length,
      End: items.length,
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const item = items[Math.min(items.length - 1, Math.max(0, Math.max(at, 0) + step))];
    if (item !== undefined) onChoose(keyOf(item));
  };

  return (
    <div
      ref={box}
      className="pick-list"
      role="grid"
      aria-label={label}
      tabIndex={0}
      aria-rowcount={items.length}
      aria-activedescendant={at >= 0 ? `${id}${at}` : undefined}
      onKeyDown={press}
      onClick={click}
    >
      <div role="rowgroup" style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <div
              key={key}
              id={`${id}${index}`}
              ref={rows.measureElement}
              data-index={index}
              className="pick"
              role="row"
              aria-selected={index === at}
              aria-rowindex={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              tabIndex={-1}
            >
              <div role="gridcell">{children(item)}</div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin, { type Region } from 'wavesurfer.js/plugins/regions';
import { t } from '../../shared/messages/messages';
import type { Span } from '../../shared/model/entity';
import { mergeSpans } from '../../shared/plan/boundaries';
import { clock } from '../../shared/text/clock';
import { JUMP_SECONDS } from './PlayerState';

/** The marks that are drawn over the sound. */
export interface Marked {
  /** The spans that are masked; seconds, sorted, disjoint. */
  spans: readonly Span[];
  mentions: readonly { id: string; span: Span }[];
  /** The mention that is worked on. */
  chosen: string | null;
  /** A time range that was drawn and is no mark yet. */
  drawn: Span | null;
}

export interface WaveformActs {
  onSeek: (seconds: number) => void;
  onDraw: (span: Span) => void;
  onChoose: (mention: string) => void;
  onEdge: (mention: string, edges: Partial<Span>) => void;
  /** Called when another part of the recording comes into view, with its seconds and its width in pixels. */
  onView: (shown: Span, width: number) => void;
}

/**
 * Pixels. Spans that lie closer than `APART_PIXELS` are drawn as one, and marks narrower than `GRIP_PIXELS` have no edges to drag.
 */
const APART_PIXELS = 2;
const GRIP_PIXELS = 14;
/** Parts of the view: how much is drawn beyond each side, and where the position is put when it is followed. */
const [BEYOND, AHEAD] = [0.5, 0.2];
/** The part of the view at each side where the position may not stay when the scale changes. */
const EDGE_SHARE = 0.1;
/**
 * Least milliseconds between two jumps that are followed. Each draws another part of the recording, and a drag over the
 * strip jumps with every frame.
 */
const BETWEEN_JUMPS_MILLISECONDS = 150;
/** Milliseconds until a jump is followed: the text beside it is drawn first, and not in the same frame. */
const BEHIND_PAGE_MILLISECONDS = 30;
/** Pixels after which a press is a drag. */
const DRAG_PIXELS = 3;

/**
 * A waveform of given peaks that plays nothing itself. Only marks in view are drawn, so that hours with thousands of
 * marks are as quick as minutes with few.
 */
export class WaveformView {
  readonly #wave: WaveSurfer;
  readonly #regions = RegionsPlugin.create();
  /** The regions in view, by name. */
  readonly #shown = new Map<string, Region>();
  #marked: Marked = { spans: [], mentions: [], chosen: null, drawn: null };
  #time = 0;
  /** True when the last press became a drag, so that the click after it does not count. */
  #dragged = false;
  /** A region whose edge is being dragged. */
  #held: Region | null = null;
  /** When it followed last (milliseconds), and the jump that is still to be followed. */
  #followedAt = -Infinity;
  #following: ReturnType<typeof setTimeout> | undefined;

  /** @param peaks 0 to 255, evenly over `duration` seconds. */
  constructor(
    place: HTMLElement,
    peaks: Uint8Array,
    private readonly duration: number,
    nonce: string,
    private readonly acts: WaveformActs,
  ) {
    this.#wave = WaveSurfer.create({
      container: place,
      peaks: [Float32Array.from(peaks, (peak) => peak / 255)],
      duration,
      // It is as high as its place, which is lower in a low window.
      height: 'auto',
      normalize: true,
      interact: false,
      autoScroll: false,
      cursorWidth: 2,
      cspNonce: nonce,
      plugins: [this.#regions],
    });
    this.#describe();
    this.#wave.getWrapper().addEventListener('pointerdown', (event) => this.#press(event));
    this.#wave.on('scroll', () => this.#draw());
    this.#wave.on('redraw', () => this.#draw());
    this.#wave.on('resize', () => this.#tellView());
    this.#regions.on('region-clicked', (region) => {
      const mention = mentionOf(region);
      if (mention !== null && !this.#dragged) acts.onChoose(mention);
    });
    this.#regions.on('region-update', (region) => {
      this.#held = region;
    });
    this.#regions.on('region-updated', (region, side) => {
      this.#held = null;
      const mention = mentionOf(region);
      if (mention !== null && side) {
        acts.onEdge(mention, side === 'start' ? { from: region.start } : { to: region.end });
      }
    });
  }

  destroy(): void {
    clearTimeout(this.#following);
    this.#wave.destroy();
  }

  /** Takes over the current colours of the page. */
  paint(): void {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    this.#wave.setOptions({
      waveColor: colour('--soft'),
      progressColor: colour('--accent'),
      cursorColor: colour('--accent'),
    });
  }

  /** Pixels a second. */
  get scale(): number {
    return (this.#wave.getWrapper().clientWidth || 1) / this.duration;
  }

  /** The scale at which the whole recording is in view. */
  get wholeScale(): number {
    return this.#wave.getWidth() / this.duration;
  }

  /** @param scale pixels a second; a recording that is shorter than the view fills it. */
  zoom(scale: number): void {
    const [from, to] = this.#view();
    const isSeen = this.#time >= from && this.#time <= to;
    const fixed = isSeen ? this.#time : (from + to) / 2;
    // A position near an edge would leave the view with the next step.
    const share = Math.min(1 - EDGE_SHARE, Math.max(EDGE_SHARE, (fixed - from) / (to - from || 1)));
    this.#wave.setOptions({ minPxPerSec: scale });
    const width = this.#wave.getWrapper().clientWidth;
    this.#wave.setScroll((fixed / this.duration) * width - share * this.#wave.getWidth());
    this.#draw();
  }

  /** Shows where it plays, and follows that unless the person looks elsewhere. */
  showTime(time: number, playing: boolean): void {
    const [from, to] = this.#view();
    const wasSeen = this.#time >= from && this.#time <= to;
    const jumped = Math.abs(time - this.#time) > JUMP_SECONDS;
    const before = Math.floor(this.#time);
    this.#time = time;
    if (Math.floor(time) !== before) this.#tellTime();
    this.#wave.getRenderer().renderProgress(time / this.duration, playing);
    const isSeen = time >= from && time <= to;
    if (isSeen || !(wasSeen || jumped)) return;
    if (jumped) this.#followJumps();
    else this.#showNow();
  }

  /** Follows a jump once the rest of the page has, and of many jumps, as when somebody drags, only a few. */
  #followJumps(): void {
    const wait = this.#followedAt + BETWEEN_JUMPS_MILLISECONDS - performance.now();
    this.#following ??= setTimeout(() => this.#showNow(), Math.max(BEHIND_PAGE_MILLISECONDS, wait));
  }

  /** Brings the time that it plays into view. */
  #showNow(): void {
    clearTimeout(this.#following);
    this.#following = undefined;
    this.#followedAt = performance.now();
    const [from, to] = this.#view();
    if (this.#time < from || this.#time > to)
      this.#wave.setScrollTime(Math.max(0, this.#time - AHEAD * (to - from)));
  }

  show(marked: Marked): void {
    this.#marked = marked;
    this.#draw();
  }

  /**
   * Makes the scrolling element, which takes the keyboard anyway, the slider of the position. Others handle its keys.
   */
  #describe(): void {
    const slider = this.#wave.getWrapper().parentElement;
    const attributes = {
      role: 'slider',
      tabindex: '0',
      'aria-label': t('Position'),
      'aria-valuemin': '0',
      'aria-valuemax': String(Math.floor(this.duration)),
    };
    for (const [name, value] of Object.entries(attributes)) slider?.setAttribute(name, value);
    this.#tellTime();
  }

  #tellTime(): void {
    const slider = this.#wave.getWrapper().parentElement;
    slider?.setAttribute('aria-valuenow', String(Math.floor(this.#time)));
    slider?.setAttribute(
      'aria-valuetext',
      t('{part} of {whole}', { part: clock(this.#time), whole: clock(this.duration) }),
    );
  }

  /** Handles a press: without a drag it goes to a place, and with one it draws a range. */
  #press(event: PointerEvent): void {
    const target = event.target as Element;
    // Edges are dragged by themselves.
    if (event.button !== 0 || target.part.contains('region-handle')) return;
    const begin = this.#timeAt(event.clientX);
    this.#dragged = false;
    const ended = new AbortController();
    const until = { signal: ended.signal };
    const span = ({ clientX }: PointerEvent): Span => {
      const end = this.#timeAt(clientX);
      return { from: Math.min(begin, end), to: Math.max(begin, end) };
    };
    const move = (moved: PointerEvent) => {
      this.#dragged ||= Math.abs(moved.clientX - event.clientX) >= DRAG_PIXELS;
      if (this.#dragged) this.#draw(span(moved));
    };
    const release = (released: PointerEvent) => {
      ended.abort();
      if (!this.#dragged) this.acts.onSeek(begin);
      else if (span(released).from < span(released).to) this.acts.onDraw(span(released));
    };
    const cancel = () => {
      ended.abort();
      this.#draw();
    };
    // A drag may end outside of the waveform.
    window.addEventListener('pointermove', move, until);
    window.addEventListener('pointerup', release, until);
    window.addEventListener('pointercancel', cancel, until);
  }

  #timeAt(x: number): number {
    const { left, width } = this.#wave.getWrapper().getBoundingClientRect();
    return Math.min(1, Math.max(0, (x - left) / (width || 1))) * this.duration;
  }

  /** Returns the seconds that are in view. */
  #view(): [from: number, to: number] {
    const width = this.#wave.getWrapper().clientWidth || 1;
    const second = width / this.duration;
    const from = this.#wave.getScroll() / second;
    return [from, from + this.#wave.getWidth() / second];
  }

  #tellView(): void {
    const [from, to] = this.#view();
    this.acts.onView({ from, to }, this.#wave.getWidth());
  }

  /** Draws what came into view, and removes what left it. */
  #draw(drawn = this.#marked.drawn): void {
    const [from, to] = this.#view();
    this.#tellView();
    const reach = BEYOND * (to - from);
    const inView = (span: Span) => span.from < to + reach && span.to > from - reach;
    const pixel = (to - from) / (this.#wave.getWidth() || 1);
    const { spans, mentions, chosen } = this.#marked;
    const wanted = new Map<string, { span: Span; resize: boolean }>();
    for (const span of mergeSpans(spans.filter(inView), APART_PIXELS * pixel)) {
      wanted.set(`withheld ${span.from} ${span.to}`, { span, resize: false });
    }
    for (const { id, span } of mentions.filter(({ span }) => inView(span))) {
      const isChosen = id === chosen;
      if (!isChosen && span.to - span.from < GRIP_PIXELS * pixel) continue;
      wanted.set(`mention${isChosen ? ' chosen' : ''} ${id}`, { span, resize: true });
    }
    if (drawn) wanted.set('drawn', { span: drawn, resize: false });

    for (const [id, region] of this.#shown) {
      if (wanted.has(id) || region === this.#held) continue;
      region.remove();
      this.#shown.delete(id);
    }
    for (const [id, { span, resize }] of wanted) {
      const [start, end] = [span.from, span.to];
      const region = this.#shown.get(id);
      if (!region) this.#add({ id, start, end, resize });
      else if (region !== this.#held && (region.start !== start || region.end !== end))
        region.setOptions({ start, end });
    }
  }

  #add(options: { id: string; start: number; end: number; resize: boolean }): void {
    const look = { drag: false, color: 'transparent' };
    this.#shown.set(options.id, this.#regions.addRegion({ ...options, ...look }));
  }
}

/** Returns the mention of a region. Style sheets know regions by the same names. */
const mentionOf = ({ id }: Region): string | null => /^mention (?:chosen )?(.+)$/u.exec(id)?.[1] ?? null;

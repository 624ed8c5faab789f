import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin, { type Region } from 'wavesurfer.js/plugins/regions';
import type { Span } from '../../shared/redaction/entity';
import { mergeSpans } from '../../shared/redaction/boundaries';

/** What is drawn over the sound. */
export interface Marked {
  /** What will not be heard; seconds, sorted, disjoint. */
  spans: readonly Span[];
  mentions: readonly { id: string; span: Span }[];
  /** The mention that is worked on. */
  chosen: string | null;
  /** A time range that was drawn, and waits for what it is to be. */
  drawn: Span | null;
}

export interface WaveformActs {
  onSeek: (seconds: number) => void;
  onDraw: (span: Span) => void;
  onChoose: (mention: string) => void;
  onEdge: (mention: string, edges: Partial<Span>) => void;
}

/** What lies closer, in pixels, is drawn as one; edges that are closer together cannot be taken hold of. */
const APART = 2;
const GRIP = 14;
/** Of the view: what is drawn beyond each side, and where the position comes to lie when it is followed. */
const [BEYOND, AHEAD] = [0.5, 0.2];
/** Seconds; a position that is farther from the last was jumped to. */
const JUMP = 0.5;
/** What a region is called while it is being drawn, and when it is shown as drawn. */
const [DRAWING, DRAWN] = ['drawing', 'drawn'];

/**
 * A waveform of given peaks that plays nothing itself. Of what is marked only that in view exists, so that hours with
 * thousands of marks are as quick as minutes with few.
 */
export class WaveformView {
  readonly #wave: WaveSurfer;
  readonly #regions = RegionsPlugin.create();
  /** What is in view, by name. */
  readonly #shown = new Map<string, Region>();
  #marked: Marked = { spans: [], mentions: [], chosen: null, drawn: null };
  #time = 0;
  /** A region whose edge is being dragged. */
  #held: Region | null = null;

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
      height: 96,
      normalize: true,
      interact: false,
      autoScroll: false,
      cursorWidth: 2,
      cspNonce: nonce,
      plugins: [this.#regions],
    });
    const wrapper = this.#wave.getWrapper();
    // The slider around it is what the keyboard reaches.
    wrapper.parentElement?.setAttribute('tabindex', '-1');
    wrapper.addEventListener('click', ({ clientX }) => {
      const { left, width } = wrapper.getBoundingClientRect();
      if (width > 0) acts.onSeek(((clientX - left) / width) * duration);
    });
    this.#wave.on('scroll', () => this.#draw());
    this.#wave.on('redraw', () => this.#draw());
    this.#regions.enableDragSelection({ id: DRAWING, color: 'transparent', drag: false, resize: false });
    this.#regions.on('region-created', (region) => this.#created(region));
    this.#regions.on('region-clicked', (region) => {
      const mention = mentionOf(region);
      if (mention !== null) acts.onChoose(mention);
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
    this.#wave.destroy();
  }

  /** Takes the colours that are in use. */
  paint(): void {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    this.#wave.setOptions({
      waveColor: colour('--soft'),
      progressColor: colour('--accent'),
      cursorColor: colour('--accent'),
    });
  }

  /** @param scale pixels a second; a recording that is shorter than the view fills it. */
  zoom(scale: number): void {
    const [from, to] = this.#view();
    const fixed = this.#time >= from && this.#time <= to ? this.#time : (from + to) / 2;
    const share = (fixed - from) / (to - from || 1);
    this.#wave.setOptions({ minPxPerSec: scale });
    const width = this.#wave.getWrapper().clientWidth;
    this.#wave.setScroll((fixed / this.duration) * width - share * this.#wave.getWidth());
    this.#draw();
  }

  /** Shows where it plays, and follows unless the person looks elsewhere. */
  showTime(time: number, playing: boolean): void {
    const [from, to] = this.#view();
    const wasSeen = this.#time >= from && this.#time <= to;
    const jumped = Math.abs(time - this.#time) > JUMP;
    this.#time = time;
    this.#wave.getRenderer().renderProgress(time / this.duration, playing);
    if ((wasSeen || jumped) && (time < from || time > to)) {
      this.#wave.setScrollTime(Math.max(0, time - AHEAD * (to - from)));
    }
  }

  show(marked: Marked): void {
    this.#marked = marked;
    this.#draw();
  }

  /** A range was drawn by the person; it becomes one of those that are shown when it is passed on. */
  #created(region: Region): void {
    if (region.id !== DRAWING) return;
    const span = { from: region.start, to: region.end };
    region.remove();
    this.acts.onDraw(span);
  }

  /** Seconds that are in view. */
  #view(): [from: number, to: number] {
    const width = this.#wave.getWrapper().clientWidth || 1;
    const second = width / this.duration;
    const from = this.#wave.getScroll() / second;
    return [from, from + this.#wave.getWidth() / second];
  }

  /** Makes what came into view, and removes what left it. */
  #draw(): void {
    const [from, to] = this.#view();
    const reach = BEYOND * (to - from);
    const inView = (span: Span) => span.from < to + reach && span.to > from - reach;
    const pixel = (to - from) / (this.#wave.getWidth() || 1);
    const { spans, mentions, chosen, drawn } = this.#marked;
    const wanted = new Map<string, { span: Span; resize: boolean }>();
    for (const span of mergeSpans(spans.filter(inView), APART * pixel)) {
      wanted.set(`withheld ${span.from} ${span.to}`, { span, resize: false });
    }
    for (const { id, span } of mentions.filter(({ span }) => inView(span))) {
      const isChosen = id === chosen;
      if (!isChosen && span.to - span.from < GRIP * pixel) continue;
      wanted.set(`mention${isChosen ? ' chosen' : ''} ${id}`, { span, resize: true });
    }
    if (drawn) wanted.set(DRAWN, { span: drawn, resize: false });

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

/** The mention whose region it is. Names of regions are also what style sheets know them by. */
const mentionOf = ({ id }: Region): string | null => /^mention (?:chosen )?(.+)$/u.exec(id)?.[1] ?? null;

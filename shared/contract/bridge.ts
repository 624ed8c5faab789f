import type { Envelope } from './envelope';

/** All that the window's page is given, as `window.withheld`. */
export interface Bridge {
  /** Hands over a call (`{id, method, params}`) or a cancel (`{cancel: id}`); a cancel is answered with null. */
  call: (message: unknown) => Promise<Envelope | null>;
  /**
   * Hears every `AppEvent` from now on, first those that came when nobody listened.
   * @returns what stops it.
   */
  on: (listener: (event: unknown) => void) => () => void;
  /** Where a dropped or chosen file lies; empty for what is no file of this machine. */
  pathOf: (file: File) => string;
}

/** Where the page finds its surroundings: elements of its `<head>` that the app put there. */
export const PAGE_META = {
  /** `<meta name="media-origin" content="media://withheld">`: a project is played from `<origin>/<project>`. */
  mediaOrigin: 'media-origin',
  /** `<meta property="csp-nonce" nonce="…">`: what style sheets made by scripts must carry, new with each load. */
  nonce: 'csp-nonce',
} as const;

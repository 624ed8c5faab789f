import type { Envelope } from './envelope';

/** All that the window's page is given, as `window.withheld`. */
export interface Bridge {
  /** Hands over a call (`{id, method, params}`) or a cancel (`{cancel: id}`); a cancel is answered with null. */
  call: (message: unknown) => Promise<Envelope | null>;
  /**
   * Hears every `AppEvent` from now on, first those that came when nobody listened.
   * @returns a function that stops it.
   */
  on: (listener: (event: unknown) => void) => () => void;
  /** Returns where a dropped or chosen file lies; empty when it is not a file of this machine. */
  pathOf: (file: File) => string;
}

/** Names of the elements in the page's `<head>` by which the app tells the page about its surroundings. */
export const PAGE_META = {
  /** `<meta name="media-origin" content="media://withheld">`: a project is played from `<origin>/<project>`. */
  mediaOrigin: 'media-origin',
  /**
   * `<meta property="csp-nonce" nonce="…">`: style sheets made by scripts must carry this nonce, new with each load.
   */
  nonce: 'csp-nonce',
} as const;

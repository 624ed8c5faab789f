import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { appRoot } from '../../main/system/appRoot';
import type { Vault } from '../../main/vault/Vault';

const PAGE = readFileSync(join(appRoot(), 'tests', 'support', 'playerPage.html'));
/** Debian's Chromium, or the one that is named. */
const CHROMIUM = process.env.WITHHELD_CHROMIUM ?? '/usr/bin/chromium';

export interface Loaded {
  duration: number;
  seekableTo: number;
  width: number;
  height: number;
}

export interface Seen {
  /** Milliseconds until the player says that it has found the place, and then until it plays. */
  seek: number;
  play: number;
  /** Mean brightness (0 to 255) of each quarter of the picture: upper left and right, then lower left and right. */
  quarters: number[];
}

/** A real Chromium with a page that plays what a project plays, over byte ranges. */
export class Player {
  /** Bytes that were sent, and the places from which they were asked for. */
  sent = 0;
  readonly starts: number[] = [];
  #vault: Vault | null = null;

  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly page: Page,
  ) {
    server.on('request', (request, response) => {
      if (request.url !== '/playback') {
        response.setHeader('Content-Type', 'text/html').end(PAGE);
        return;
      }
      const vault = this.#vault;
      const size = vault?.mediaSize('playback') ?? 0;
      const [, first = '0', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
      const range = { from: Number(first), to: last === '' ? size : Number(last) + 1 };
      this.starts.push(range.from);
      response.writeHead(206, {
        'Content-Type': 'video/mp4',
        'Content-Length': range.to - range.from,
        'Content-Range': `bytes ${range.from}-${range.to - 1}/${size}`,
        'Accept-Ranges': 'bytes',
      });
      const stream = vault?.readMedia('playback', range);
      stream?.on('data', (chunk: Buffer) => (this.sent += chunk.length));
      stream?.pipe(response);
      response.once('close', () => stream?.destroy());
    });
  }

  static async launch(): Promise<Player> {
    const server = createServer().listen(0, '127.0.0.1');
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
    });
    return new Player(server, browser, await browser.newPage());
  }

  async load(vault: Vault): Promise<Loaded> {
    this.#vault = vault;
    this.sent = 0;
    this.starts.length = 0;
    await this.page.goto(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`);
    return this.page.evaluate<Loaded>('load()');
  }

  /** Goes to a time, looks, and plays for a moment. */
  seek(seconds: number): Promise<Seen> {
    return this.page.evaluate<Seen>(`seek(${seconds})`);
  }

  /** Plays from a time on, and returns the player's time when the first sound can be heard. */
  firstSound(from: number): Promise<number> {
    return this.page.evaluate<number>(`firstSound(${from})`);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }
}

/** Makes one player for a test file. Call it where tests are declared. */
export function usePlayer(): () => Player {
  let player: Player | null = null;
  beforeAll(async () => {
    player = await Player.launch();
  });
  afterAll(() => player?.close());
  return () => {
    if (!player) throw new Error('there is no player yet');
    return player;
  };
}

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** Stands for a scheme. It gives the answers of the scheme's `protocol.handle`, to our own window only. */
export class LoopbackServer {
  scheme = '';
  handler: ProtocolHandler | null = null;
  /** The token of the window's requests, which the page cannot see. Other programs on this machine get nothing. */
  readonly token = randomBytes(16).toString('hex');
  private readonly server = createServer((request, response) => void this.answer(request, response));

  async listen(): Promise<this> {
    this.server.listen(0, '127.0.0.1');
    this.server.unref();
    await once(this.server, 'listening');
    return this;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    // The browser itself asks for this, whatever the page says.
    if (incoming.url?.startsWith('/favicon.ico')) {
      outgoing.writeHead(204).end();
      return;
    }
    const address = new URL(incoming.url ?? '/', this.origin);
    if (address.searchParams.get('shim') !== this.token || !this.handler) {
      outgoing.writeHead(403).end();
      return;
    }
    address.searchParams.delete('shim');
    try {
      const headers = Object.entries(incoming.headers).map(
        ([name, value]) => [name, String(value)] as [string, string],
      );
      const url = `${this.scheme}://withheld${address.pathname}${address.search}`;
      const response = await this.handler(new Request(url, { method: incoming.method ?? 'GET', headers }));
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      // The types of the page and of Node name the same thing twice.
      if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
      else outgoing.end();
    } catch {
      // The player went elsewhere, or the answer failed. Either way, this connection is of no more use.
      outgoing.destroy();
    }
  }
}

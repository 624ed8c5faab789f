import type { Readable, Writable } from 'node:stream';
import { EventEmitter } from 'node:events';

type Json = Record<string, unknown>;
interface Answer {
  id?: number;
  method?: string;
  params?: Json;
  result?: Json;
  error?: { message: string };
  sessionId?: string;
}

/** The DevTools protocol over a pipe: messages in JSON, each ended by a NUL. */
export class Cdp {
  readonly root = new CdpSession(this, undefined);
  private readonly sessions = new Map<string, CdpSession>();
  private readonly waiting = new Map<
    number,
    { resolve: (result: Json) => void; reject: (e: Error) => void }
  >();
  private last = 0;

  constructor(
    private readonly input: Writable,
    output: Readable,
  ) {
    let pieces: Buffer[] = [];
    output.on('data', (data: Buffer) => {
      let rest = data;
      for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
        this.receive(Buffer.concat([...pieces, rest.subarray(0, end)]).toString());
        pieces = [];
        rest = rest.subarray(end + 1);
      }
      if (rest.length > 0) pieces.push(rest);
    });
    output.on('close', () => this.close());
    input.on('error', () => this.close());
  }

  session(id: string): CdpSession {
    const known = this.sessions.get(id);
    if (known) return known;
    const session = new CdpSession(this, id);
    this.sessions.set(id, session);
    return session;
  }

  send(method: string, params: Json, sessionId: string | undefined): Promise<Json> {
    return new Promise((resolve, reject) => {
      const id = ++this.last;
      this.waiting.set(id, { resolve, reject });
      this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  private receive(text: string): void {
    const { id, method, params, result, error, sessionId } = JSON.parse(text) as Answer;
    if (id !== undefined) {
      const waiting = this.waiting.get(id);
      this.waiting.delete(id);
      if (error) waiting?.reject(new Error(error.message));
      else waiting?.resolve(result ?? {});
    } else if (method !== undefined) {
      (sessionId === undefined ? this.root : this.session(sessionId)).emit(method, params);
    }
  }

  private close(): void {
    for (const { reject } of this.waiting.values()) reject(new Error('the browser has gone'));
    this.waiting.clear();
  }
}

/** One target of the browser, or the browser itself. Emits the protocol's events by their names. */
export class CdpSession extends EventEmitter {
  constructor(
    private readonly cdp: Cdp,
    private readonly id: string | undefined,
  ) {
    super();
  }

  send(method: string, params: Json = {}): Promise<Json> {
    return this.cdp.send(method, params, this.id);
  }
}

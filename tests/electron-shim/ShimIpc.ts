import { EventEmitter } from 'node:events';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** `ipcMain`. */
export class ShimIpc extends EventEmitter {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`'${channel}' is handled already`);
    this.handlers.set(channel, handler);
  }

  /** Returns the answer to the page's `invoke`. */
  async invoke(channel: string, event: unknown, args: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event, ...args);
  }
}

interface Named {
  'electron-shim': string;
  value: unknown;
}

/** Restores values that JSON has no words for, as the isolated world wrote them. */
export function decode(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, 'electron-shim')) return value;
    const { 'electron-shim': type, value: inner } = value as Named;
    switch (type) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(String(inner));
      case 'number':
        return Number(inner);
      case 'date':
        return new Date(Number(inner));
      case 'map':
        return new Map(inner as [unknown, unknown][]);
      case 'set':
        return new Set(inner as unknown[]);
      case 'bytes':
        return Uint8Array.from(inner as number[]);
      default:
        return value;
    }
  });
}

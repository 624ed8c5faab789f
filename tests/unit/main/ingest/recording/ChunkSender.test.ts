import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ChunkSender,
  type ChunkAnswer,
  type SentChunk,
} from '../../../../../main/ingest/recording/ChunkSender';

const CHUNK_BYTES = 8;
const ports: MessagePort[] = [];
afterEach(() => ports.splice(0).forEach((port) => port.close()));

/** Returns a sender, and the port of whoever seals what it sends. */
function connected(onStop: () => void = () => undefined): { sender: ChunkSender; port: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1);
  return { sender: new ChunkSender(port2, CHUNK_BYTES, onStop), port: port1 };
}

const answer = (port: MessagePort, { part, bytes }: SentChunk) =>
  port.postMessage({ part, memory: bytes?.buffer ?? null } satisfies ChunkAnswer);

describe('chunks for another thread', () => {
  test('are whole but for the last, and in order, however the stream is cut', async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(pieces, async (cut) => {
        const { sender, port } = connected();
        const got: Buffer[] = [];
        port.on('message', (sent: SentChunk) => {
          if (sent.bytes) got.push(Buffer.from(sent.bytes));
          answer(port, sent);
        });
        await pipeline(Readable.from(cut.map((piece) => Buffer.from(piece))), sender.writer('picture'));
        port.close();
        expect(Buffer.concat(got)).toEqual(Buffer.concat(cut));
        for (const chunk of got.slice(0, -1)) expect(chunk.length).toBe(CHUNK_BYTES);
      }),
    );
  });

  test('wait while too many are not sealed, and go on when they are', async () => {
    const { sender, port } = connected();
    const sent: SentChunk[] = [];
    port.on('message', (chunk: SentChunk) => sent.push(chunk));
    const bytes = Array.from({ length: 100 }, () => Buffer.alloc(CHUNK_BYTES, 7));
    const writer = sender.writer('sound');
    const sending = pipeline(Readable.from(bytes), writer);
    while (sent.length < 16) await once(port, 'message');
    await new Promise(setImmediate);
    expect(sent).toHaveLength(16);
    expect(writer.writableFinished).toBe(false);
    port.on('message', (chunk: SentChunk) => answer(port, chunk));
    sent.forEach((chunk) => answer(port, chunk));
    await sending;
    expect(sent.map((chunk) => chunk.bytes !== null)).toEqual([...bytes.map(() => true), false]);
  });

  test('do not wait for ever when nothing more is sealed', async () => {
    let stops = 0;
    const { sender, port } = connected(() => stops++);
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(CHUNK_BYTES);
      })(),
    );
    const sending = pipeline(endless, sender.writer('picture'));
    port.postMessage('stop' satisfies ChunkAnswer);
    await expect(sending).rejects.toThrow('nothing more is sealed');
    expect(stops).toBe(1);
  });
});

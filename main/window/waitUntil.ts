/** Waits until something holds, at most `limit` milliseconds. */
export async function waitUntil(holds: () => boolean, limit: number): Promise<void> {
  const end = performance.now() + limit;
  while (!holds() && performance.now() < end) await new Promise((done) => setTimeout(done, 20));
}

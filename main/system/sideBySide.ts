/**
 * Does two pieces of work at once. When one fails, the other is stopped, and has ended before this tells of it.
 * @param signal ends both.
 * @throws what the one that failed first throws.
 */
export async function sideBySide<A, B>(
  signal: AbortSignal | undefined,
  one: (signal: AbortSignal) => Promise<A>,
  other: (signal: AbortSignal) => Promise<B>,
): Promise<[A, B]> {
  const stop = new AbortController();
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const run = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await work(either);
    } catch (failure) {
      stop.abort(failure);
      throw failure;
    }
  };
  const [first, second] = await Promise.allSettled([run(one), run(other)]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value];
  throw stop.signal.reason as Error;
}

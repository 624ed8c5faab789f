import { cancelled } from './runTool';

interface Flight<T> {
  result: Promise<T>;
  /** Number of callers that wait for it. */
  waiting: number;
  stop: AbortController;
}

/**
 * Does work once for each key and gives all callers the same result. A caller waits while it runs; a later caller gets
 * its result. Work goes on as long as anybody waits. Work that failed or was given up is done again.
 */
export class SingleFlight<K extends WeakKey, T> {
  readonly #flights = new WeakMap<K, Flight<T>>();

  /**
   * @param work is told by its signal that nobody waits any more.
   * @throws {AppError} `CANCELLED` by the caller's own signal; whatever `work` throws.
   */
  async run(key: K, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    let flight = this.#flights.get(key);
    while (flight?.stop.signal.aborted) {
      // Work that was given up must end first: two runs at once would be in each other's way.
      await flight.result.catch(() => undefined);
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
      flight = this.#flights.get(key);
    }
    return waitFor(flight ?? this.#start(key, work), signal);
  }

  /** Makes the next caller start the work again. */
  forget(key: K): void {
    this.#flights.delete(key);
  }

  #start(key: K, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController();
    const flight: Flight<T> = { result: work(stop.signal), waiting: 0, stop };
    this.#flights.set(key, flight);
    flight.result.catch(() => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    return flight;
  }
}

/** Waits for work. The last caller to give up waits until it has ended, so that nothing goes on behind their back. */
function waitFor<T>(flight: Flight<T>, signal: AbortSignal | undefined): Promise<T> {
  flight.waiting++;
  return new Promise<T>((resolve, reject) => {
    const giveUp = () => {
      flight.waiting--;
      if (flight.waiting === 0) flight.stop.abort();
      else reject(cancelled());
    };
    if (signal?.aborted) giveUp();
    else signal?.addEventListener('abort', giveUp, { once: true });
    flight.result.then(resolve, reject).finally(() => signal?.removeEventListener('abort', giveUp));
  });
}

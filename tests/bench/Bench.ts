import type { Row } from './Row';

export interface BenchOptions {
  /** A folder of its own, removed afterwards. */
  folder: string;
  /** How many times each program runs, by turns. */
  rounds: number;
  /** Length in seconds of the sound that is transcribed. */
  seconds: number;
  threads: number;
  /** Hypotheses that the recognisers follow; 1 is greedy. */
  beam: number;
  /** Whether to measure what takes minutes and gigabytes. */
  large: boolean;
  /** Tells what is going on, on stderr. */
  say: (line: string) => void;
}

export type Bench = (options: BenchOptions) => Promise<Row[]>;

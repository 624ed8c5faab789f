import type { Row } from './Row';

export interface BenchOptions {
  /** A folder for this benchmark alone, which is removed afterwards. */
  folder: string;
  /** Number of times that each program runs, by turns. */
  rounds: number;
  /** Length in seconds of the sound that is transcribed. */
  seconds: number;
  threads: number;
  /** Hypotheses that the recognisers follow; 1 is greedy. */
  beam: number;
  /** True to measure what takes minutes and gigabytes. */
  large: boolean;
  /** Tells on stderr what is going on. */
  say: (line: string) => void;
}

export type Bench = (options: BenchOptions) => Promise<Row[]>;

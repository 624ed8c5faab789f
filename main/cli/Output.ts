/** The streams of a command line: `stdout` for its answer, `stderr` for all else that it tells. */
export interface Output {
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
}

/** Returns the seconds of processor time that something takes. Unlike wall time, they leave out other programs. */
export function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

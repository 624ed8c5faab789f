/** Seconds of processor time that something takes: unlike the clock on the wall, not those of others on the machine. */
export function cpuSeconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

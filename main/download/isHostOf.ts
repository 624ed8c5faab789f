/** Tells whether an address is of one of the hosts, or of one below them: `cdn.example.org` is below `example.org`. */
export function isHostOf({ hostname }: URL, hosts: readonly string[]): boolean {
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}

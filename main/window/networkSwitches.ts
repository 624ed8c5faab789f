/** Chromium's own traffic, all of it turned off: [switch, value]. */
export const NETWORK_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  // No name and no address leads anywhere, whoever in the process asks.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['dns-prefetch-disable'],
  ['disable-background-networking'],
  ['disable-breakpad'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
];

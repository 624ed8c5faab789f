/** Switches that turn off all of Chromium's own traffic: [switch, value]. */
export const NETWORK_SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  // No name and no address leads anywhere, whoever in the process asks.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  // Peer connections look for their own way out. They get none by UDP, and by TCP only a proxy that nobody runs.
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['proxy-server', 'socks5://127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['dns-prefetch-disable'],
  ['disable-background-networking'],
  ['disable-breakpad'],
  ['disable-client-side-phishing-detection'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
];

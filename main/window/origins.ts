/** The origins of the page and of what it plays. Everything that compares or names an origin takes it from here. */
export interface Origins {
  page: string;
  media: string;
}

/** The host in addresses of our own schemes. It is not looked up anywhere. */
const HOST = 'withheld';

/**
 * Returns our origins. Electron serves `app://` and `media://`. A stand-in that lives in a browser, which knows
 * neither, says which origin stands for a scheme; Electron has no such function.
 */
export function originsOf(protocol: object): Origins {
  const { originFor } = protocol as { originFor?: (scheme: string) => string };
  const origin = (scheme: string) => originFor?.(scheme) ?? `${scheme}://${HOST}`;
  return { page: origin('app'), media: origin('media') };
}

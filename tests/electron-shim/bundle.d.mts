export function bundleShim(root: string): Promise<string>;
export function setup(): Promise<void>;

/** What Electron's listeners get first, and can refuse with. */
export class ShimEvent {
  defaultPrevented = false;

  constructor(details: Record<string, unknown> = {}) {
    Object.assign(this, details);
  }

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

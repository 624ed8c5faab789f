/** The event that Electron's listeners get first, and by which they can refuse. */
export class ShimEvent {
  defaultPrevented = false;

  constructor(details: Record<string, unknown> = {}) {
    Object.assign(this, details);
  }

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

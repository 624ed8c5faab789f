/** The only two ways between the page and the app. */
export const CALL = 'withheld:call';
export const EVENT = 'withheld:event';

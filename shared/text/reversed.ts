/** Returns letters and digits as they stand when they are written from behind. */
export const reversed = (row: string): string => Array.from(row).reverse().join('');

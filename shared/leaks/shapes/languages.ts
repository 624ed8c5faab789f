/** Languages that are written in Cyrillic and have Russian case forms among their words. */
export const WRITES_CYRILLIC = /^(?:ru|kk|ky|uk|be)/u;
/** Languages whose endings change the letter before them. */
export const TURKIC = /^(?:kk|ky|tr|az|uz|tk|tt|ug)/u;

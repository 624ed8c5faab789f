/** Options that every command has. */
export interface Common {
  json?: true;
  passphraseFile?: string;
}

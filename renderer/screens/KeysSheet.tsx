export const KeysSheet = () => null;

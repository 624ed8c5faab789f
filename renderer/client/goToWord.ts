import { useApp } from './app';

/** Shows a place in the transcript. */
export const goToWord = (wordId: string): void => useApp.setState({ tab: 'transcript', goTo: wordId });

/** Most words whose answers are kept. */
const MOST_KEPT = 100_000;

/** Remembers the answers to a question about words: an interview says the same words over and over. */
export function remembered<T>(ask: (word: string) => T): (word: string) => T {
  const answers = new Map<string, T>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined || answers.has(word)) return known as T;
    const answer = ask(word);
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(word, answer);
    return answer;
  };
}

export const Queue = () => <main>Queue</main>;

export const Start = () => <main>Start</main>;

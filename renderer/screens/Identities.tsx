export const Identities = () => <main>Identities</main>;

export const ExportPage = () => <main>ExportPage</main>;

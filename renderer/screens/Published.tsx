export const Published = () => <main>Published</main>;

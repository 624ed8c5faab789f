export const Review = () => <main>Review</main>;

export const MOST_STARS = 5;

/** The mean of all stars, to one place; undefined without any. */
export function averageOf(reviews: readonly { stars: number }[]): number | undefined {
	if (!reviews.length) return undefined;
	return Math.round((reviews.reduce((sum, { stars }) => sum + stars, 0) / reviews.length) * 10) / 10;
}

/** How many reviews have 5, 4, 3, 2 and 1 stars. */
export const countsOf = (reviews: readonly { stars: number }[]): number[] =>
	[5, 4, 3, 2, 1].map((stars) => reviews.filter((review) => review.stars === stars).length);

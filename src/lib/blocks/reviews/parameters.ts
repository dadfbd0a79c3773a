export interface ReviewsParameters {
	heading: string;
	intro?: string;
	/** What is reviewed. */
	of: string;
	collection: string;
	/** Examples, the newest last; `stars` 1 to 5. */
	reviews: { name: string; stars: number; text: string }[];
}

export interface FaqParameters {
	heading: string;
	intro?: string;
	groups: { name?: string; items: { question: string; answer: string }[] }[];
	/** Whether questions can be searched. */
	search?: boolean;
	/** Shown large before anything else, and in each answer of its group. */
	urgent?: { text: string; number: string; group?: string };
}

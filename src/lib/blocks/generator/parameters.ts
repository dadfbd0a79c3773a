export interface GeneratorParameters {
	title: string;
	intro?: string;
	/** Passwords of signs, or one of each list put together: names, ideas, excuses. */
	kind: 'password' | 'combination';
	/** Of a password: the length at the start. */
	length?: number;
	/** Of a combination: one entry of each list, joined in this order. */
	lists?: { name: string; entries: string[] }[];
	/** What stands between the parts; a space where it is left out. */
	joint?: string;
	/** How many are made at once. */
	count: number;
}

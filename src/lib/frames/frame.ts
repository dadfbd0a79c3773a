/** What a template fills in. */
export interface AppNames {
	slug: string;
	title: string;
	summary: string;
	/** Of its words; English where it is left out. */
	language?: string;
}

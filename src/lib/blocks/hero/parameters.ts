export interface HeroParameters {
	/** A large heading; the first one of the page where the hero stands first. */
	title: string;
	/** A few words above it. */
	kicker?: string;
	/** One or two sentences below it. */
	text: string;
	/** Where to go from here, the most important first; '/about', '#contact' or 'https://...'. */
	actions?: { label: string; href: string }[];
	/** A picture's address beside the words, and what it shows. */
	picture?: { src: string; alt: string };
	/** The name of an icon, large beside the words where there is no picture. */
	icon?: string;
	/** Short facts in a row below: '12 years', 'of experience'. */
	facts?: { value: string; label: string }[];
}

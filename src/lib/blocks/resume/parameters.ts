export interface ResumeParameters {
	name: string;
	/** What somebody does: 'Structural engineer'. */
	title: string;
	summary?: string;
	/** Short lines below the title: place, e-mail, phone. */
	lines?: string[];
	experience: ResumeEntry[];
	education: ResumeEntry[];
	languages: { name: string; level: string }[];
	skills?: string[];
	more?: { heading: string; lines: string[] }[];
	/** Whether it offers to be printed. */
	print: boolean;
}

export interface ResumeEntry {
	/** '2019 – today', '2012 – 2016', '2011'. The newest comes first on the page. */
	years: string;
	title: string;
	place?: string;
	text?: string;
}

import { z } from '../domain/zod';

/** How the checks look at the running app. */

export const previewPageSchema = z.object({
	/** HTTP status of the document. */
	status: z.number(),
	title: z.string(),
	/** Visible text; the whole HTML where there is no browser. */
	text: z.string(),
	consoleErrors: z.array(z.string()),
	/** False when the page was still loading when patience ended. */
	isSettled: z.boolean().optional(),
	/** How much wider the page is than its window, in pixels; when a width was asked for. */
	overflowPx: z.number().optional(),
	/** What assistive technology is told, a line for each element; when it was asked for. */
	tree: z.string().optional(),
	/** The page from its top, as a JPEG's data URL; when it was asked for and could be drawn. */
	picture: z.string().startsWith('data:image/jpeg;base64,').optional(),
	/** Why there is no picture, or what it lacks. */
	pictureProblem: z.string().optional(),
	/** What was asked of the page and did not work. */
	failures: z.array(z.string()).optional(),
	/** Serious accessibility problems, when they were looked for. */
	violations: z.array(z.string()).optional(),
	/** Endpoints that answered with made-up examples, since nobody serves them yet. */
	mocked: z.array(z.string()).optional(),
	/** What the content security policy of the page kept from loading or running. */
	blocked: z.array(z.string()).optional(),
	/** What does not fit at one of the widths that were asked for. */
	layout: z.array(z.string()).optional(),
	/** Widths that were asked for and at which the page, being painted too late, could not be judged. */
	unmeasured: z.array(z.number()).optional()
});
export type PreviewPage = z.infer<typeof previewPageSchema>;

const accountSchema = z.object({ email: z.string(), password: z.string() });
export type Account = z.infer<typeof accountSchema>;

/** What to do on a page, in this order. */
export const previewVisitSchema = z.object({
	signInAs: accountSchema.optional(),
	/** Of the window, in CSS pixels. */
	widthPx: z.number().int().optional(),
	/** Read the accessibility tree. */
	tree: z.boolean().optional(),
	/** Draw the page. */
	picture: z.boolean().optional(),
	/** Look for accessibility problems. */
	inspect: z.boolean().optional(),
	/** Go on to the page to sign in at, where there is one: the text is then that page's. */
	findSignIn: z.boolean().optional(),
	/** Press the control of this accessible name: a button, link, tab or the like. */
	press: z.string().optional(),
	/** Look at whether the page fits at these widths, in CSS pixels. */
	widths: z.array(z.number()).optional(),
	signOut: z.boolean().optional()
});
export type PreviewVisit = z.infer<typeof previewVisitSchema>;

/** Looks at the running app: in the page through the preview frame, in Node by fetching (which cannot do what a visit asks). */
export interface PreviewProbe {
	open(url: string, path: string, signal: AbortSignal, visit?: PreviewVisit): Promise<PreviewPage>;
}

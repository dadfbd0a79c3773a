import { previewAgent } from './preview-agent';
import { tellLocation } from './preview-location';

/** What the probe and the agent in a page talk under. */
export const PROBE_CHANNEL = 'tabsmith-probe';

/** The script for every page of the preview, for an IDE at this origin: the probe's agent, and what tells the path bar where it is. */
export function previewScript(ideOrigin: string): string {
	const origin = JSON.stringify(ideOrigin);
	return `(${tellLocation.toString()})(${origin});(${previewAgent.toString()})(${origin},"${PROBE_CHANNEL}")`;
}

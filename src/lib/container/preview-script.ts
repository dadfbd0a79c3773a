import { previewAgent } from './preview-agent';
import { tellBuildErrors } from './preview-build-error';
import { tellLocation } from './preview-location';

/** What the probe and the agent in a page talk under. */
export const PROBE_CHANNEL = 'tabsmith-probe';

/** The script for every page of the preview, for an IDE at this origin: the probe's agent, and what tells the IDE where it is and what cannot be built. */
export function previewScript(ideOrigin: string): string {
	const origin = JSON.stringify(ideOrigin);
	return `(${tellLocation.toString()})(${origin});(${tellBuildErrors.toString()})(${origin});(${previewAgent.toString()})(${origin},"${PROBE_CHANNEL}")`;
}

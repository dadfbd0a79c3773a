import { previewAgent } from './preview-agent';
import { reportBuildErrors } from './preview-build-error';
import { leaveKeyboard } from './preview-focus';
import { drawPage } from './preview-picture';
import { readTree } from './preview-tree';
import { reportLocation } from './preview-location';

/** What the probe and the agent in a page talk under. */
export const PROBE_CHANNEL = 'tabsmith-probe';

/** The script for every page of the preview, for an IDE at this origin: the probe's agent, what tells the IDE where it is and what cannot be built, and what leaves the keyboard to it. */
export function previewScript(ideOrigin: string): string {
	const origin = JSON.stringify(ideOrigin);
	const own = [reportLocation, reportBuildErrors, leaveKeyboard].map((script) => `(${script.toString()})(${origin})`);
	return [
		...own,
		`(${previewAgent.toString()})(${origin},"${PROBE_CHANNEL}",${readTree.toString()},${drawPage.toString()})`
	].join(';');
}

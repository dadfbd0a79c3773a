/**
 * Names of previews: `pPORT.NAME` for the first engine of a browser, `pPORT-SLOT.NAME` for those that run beside it in other tabs.
 * Each then has origins, service workers and caches of its own, and finds them again.
 */
export interface PreviewHostName {
	port: number;
	/** 0 for the first. */
	slot: number;
	/** The IDE's host, with its port if it has one. */
	site: string;
}

export function previewHost({ port, slot, site }: PreviewHostName): string {
	return `p${port}${slot > 0 ? `-${slot}` : ''}.${site}`;
}

/** @param host such as `p5173.tabsmith.localhost:8080` @returns null when it is no preview's */
export function parsePreviewHost(host: string): PreviewHostName | null {
	const match = /^p(\d+)(?:-(\d+))?\.(.+)$/.exec(host);
	return match && { port: Number(match[1]), slot: Number(match[2] ?? 0), site: match[3] ?? '' };
}

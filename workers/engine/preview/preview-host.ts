import { PROJECT_NAME } from '../kernel/webcontainer/project-name';

/**
 * Names of previews: `pPORT[-PROJECT][-SLOT].NAME`. Each project has origins of its own for its ports, with their storage and service
 * workers, and finds them again; engines that have no project, or share one, are told apart by their slots.
 */
export interface PreviewHostName {
	port: number;
	/** `isProjectName`; empty when the engine was told of none. */
	project: string;
	/** 0 for the first engine of a browser, up to 9999. */
	slot: number;
	/** The IDE's host, with its port if it has one. */
	site: string;
}

/** The whole label fits into the 63 characters of DNS. */
const HOST = new RegExp(`^p(\\d+)(?:-(${PROJECT_NAME}))?(?:-(\\d{1,4}))?\\.(.+)$`);

export function previewHost({ port, project, slot, site }: PreviewHostName): string {
	return `p${port}${project && `-${project}`}${slot > 0 ? `-${slot}` : ''}.${site}`;
}

/** @param host such as `p5173.tabsmith.localhost:8080` @returns null when it is no preview's */
export function parsePreviewHost(host: string): PreviewHostName | null {
	const match = HOST.exec(host);
	return match && { port: Number(match[1]), project: match[2] ?? '', slot: Number(match[3] ?? 0), site: match[4] ?? '' };
}

/** The engine that serves a preview: `engine.NAME`. @throws TypeError when the address is no preview's */
export function engineOriginOf({ protocol, host }: { protocol: string; host: string }): string {
	const preview = parsePreviewHost(host);
	if (!preview) throw new TypeError(`'${host}' is no preview's name.`);
	return `${protocol}//engine.${preview.site}`;
}

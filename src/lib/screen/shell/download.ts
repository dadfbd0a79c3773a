import type { ExportKind } from '../../app/ports';

const ENDINGS: Record<ExportKind, string> = { zip: '.zip', 'git-zip': '-git.zip', bundle: '.bundle', run: '.run.json' };

/** Hands a blob to the browser's downloads under a name made from the project's title. */
export function download(blob: Blob, title: string, kind: ExportKind): void {
	const name = fileNameOf(title) + ENDINGS[kind];
	const url = URL.createObjectURL(blob);
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	link.click();
	// The browser reads the blob after the click has returned.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** 'Müller’s Dashboard' -> 'muller-s-dashboard'; 'project' when nothing is left. */
export function fileNameOf(title: string): string {
	const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'project';
}

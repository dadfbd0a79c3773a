import { unzipFiles, type Unzipped } from '../../project/zip';
import { AppError } from '../../domain/app-error';
import { runEventSchema, type EventDraft, type RunEvent } from '../../domain/events';
import { asText } from '../../project/file-content';
import { kindInWords, projectKind } from '../../project/project-kind';
import { sha256 } from '../../domain/sha256';

/** What a person opens: the files of a project, or the log of a run. */
export type Imported = Unzipped | { events: RunEvent[] };

/** Packages and repositories in a zip are left out, so that it may be larger than what is kept of it. */
const MAX_PACKED_BYTES = 1024 ** 3;
const UNKNOWN = 'Choose the zip of a project, or a run log that Tabsmith exported.';

/** @throws AppError IMPORT_UNKNOWN when it is neither a zip nor a run log, ZIP_UNSAFE */
export async function readImport(file: File): Promise<Imported> {
	if (file.size > MAX_PACKED_BYTES)
		throw new AppError(
			'ZIP_UNSAFE',
			`${file.name} has ${Math.ceil(file.size / 1024 / 1024)} MB, more than can be read. Pack it without packages and build output, and import it again.`
		);
	const bytes = new Uint8Array(await file.arrayBuffer());
	if (bytes[0] === 0x50 && bytes[1] === 0x4b) return unzip(file.name, bytes);
	const lines = new TextDecoder().decode(bytes).split('\n');
	const events = lines.flatMap((line, index) => (line.trim() ? [readEvent(file.name, line, index + 1)] : []));
	if (events[0]?.topic !== 'run.started') throw new AppError('IMPORT_UNKNOWN', `${file.name} holds no run. ${UNKNOWN}`);
	const stray = events.findIndex(({ seq }, index) => index > 0 && seq <= (events[index - 1]?.seq ?? 0));
	if (stray > 0) throw new AppError('IMPORT_UNKNOWN', `Event ${stray + 1} of ${file.name} is out of order. ${UNKNOWN}`);
	return { events };
}

function unzip(name: string, bytes: Uint8Array): Unzipped {
	let unzipped: Unzipped;
	try {
		unzipped = unzipFiles(bytes);
	} catch (cause) {
		if (cause instanceof AppError) throw cause;
		throw new AppError('IMPORT_UNKNOWN', `${name} is a broken zip. Download or pack it again.`, { cause });
	}
	if (unzipped.files.size === 0) throw noFiles(name, unzipped.leftOut);
	return unzipped;
}

export function noFiles(name: string, leftOut: ReadonlyMap<string, number>): AppError {
	const besides = leftOut.size > 0 ? ` besides ${[...leftOut.keys()].join(', ')}` : '';
	return new AppError('IMPORT_UNKNOWN', `${name} holds no files${besides}. ${UNKNOWN}`);
}

function readEvent(name: string, line: string, lineNumber: number): RunEvent {
	try {
		return runEventSchema.parse(JSON.parse(line));
	} catch (cause) {
		const where =
			lineNumber > 1 ? `Line ${lineNumber} of ${name} is no event of a run.` : `${name} is neither a zip nor a run log.`;
		throw new AppError('IMPORT_UNKNOWN', `${where} ${UNKNOWN}`, { cause });
	}
}

/** The log of a project that came as files: as if a run had written them all at once. */
export async function logOfFiles(
	{ runId, projectId, requirement }: { runId: string; projectId: string; requirement: string },
	imported: Unzipped
): Promise<EventDraft[]> {
	const written = [...imported.files].map(async ([path, content]): Promise<EventDraft> => {
		const name = `file:${path}`;
		const hash = await sha256(new Uint8Array(content));
		const payload = { name, kind: 'file', path, sizeBytes: content.length };
		return { runId, from: 'conductor', topic: 'artifact.published', artifactRefs: [{ id: name, sha256: hash }], payload };
	});
	return [
		{ runId, from: 'user', topic: 'run.started', payload: { requirement, projectId, model: 'none' } },
		...(await Promise.all(written)),
		{ runId, from: 'user', topic: 'run.finished', payload: { outcome: 'done', summary: importSummary(imported) } }
	];
}

/** '12 files imported, not checked. Left out: node_modules (340 files). Express API, npm, tests with node:test.' */
function importSummary({ files: imported, leftOut, executables }: Unzipped): string {
	const files = (many: number) => `${many.toLocaleString('en')} ${many === 1 ? 'file' : 'files'}`;
	const without = [...leftOut].map(([folder, many]) => `${folder} (${files(many)})`);
	const modes = `Not kept: that ${executables === 1 ? '1 file was' : `${executables} files were`} executable.`;
	return [
		`${files(imported.size)} imported, not checked.`,
		...(without.length > 0 ? [`Left out: ${without.join(', ')}.`] : []),
		...(executables ? [modes] : []),
		`${kindOfFiles(imported)}.`
	].join(' ');
}

/** 'Express API, npm, tests with node:test': texts are decoded when they are asked for, since few are. */
export function kindOfFiles(files: ReadonlyMap<string, Uint8Array>): string {
	const textOf = (path: string) => {
		const bytes = files.get(path);
		return bytes && (asText(bytes) ?? bytes);
	};
	return kindInWords(projectKind({ has: (path) => files.has(path), get: textOf }));
}

import { createReadStream, createWriteStream, lstatSync, mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGunzip, createGzip } from 'node:zlib';
import { createTarDecoder, type TarHeader } from 'modern-tar';
import { packTar, unpackTar, type TarSource } from 'modern-tar/fs';
import type { OwnTool, ToolContext } from './own-tool';
import { bytesOf, toolInput } from './tool-input';
import { write } from './tool-output';

const OPTIONS = {
	create: { type: 'boolean', short: 'c' },
	extract: { type: 'boolean', short: 'x' },
	list: { type: 'boolean', short: 't' },
	gzip: { type: 'boolean', short: 'z' },
	verbose: { type: 'boolean', short: 'v' },
	'preserve-permissions': { type: 'boolean', short: 'p' },
	file: { type: 'string', short: 'f', default: '-' },
	directory: { type: 'string', short: 'C', default: '.' },
	'strip-components': { type: 'string', default: '0' }
} as const;

interface Archive {
	/** Absolute path; null for standard input or output. */
	path: string | null;
	isGzip: boolean;
	/** Absolute path of the folder that names are relative to. */
	folder: string;
	names: string[];
	stripComponents: number;
	isVerbose: boolean;
	context: ToolContext;
}

/** `tar c|x|t [zvp] [-f FILE] [-C FOLDER] [--strip-components=N] [NAME...]`. Reading finds out itself whether a file is compressed. */
export const tar: OwnTool = async (args, context) => {
	try {
		const { values, positionals } = parseArgs({ args: dashed(args), options: OPTIONS, allowPositionals: true });
		const modes = [values.create && create, values.extract && extract, values.list && list].filter((mode) => !!mode);
		const [mode] = modes;
		if (!mode || modes.length > 1) throw new Error("You must specify one of the '-ctx' options");
		const archive: Archive = {
			path: values.file === '-' ? null : resolve(context.cwd, values.file),
			isGzip: values.gzip ?? false,
			folder: resolve(context.cwd, values.directory),
			names: positionals,
			stripComponents: Number(values['strip-components']) || 0,
			isVerbose: values.verbose ?? false,
			context
		};
		await mode(archive);
		return 0;
	} catch (error) {
		await write(context.stderr, `tar: ${error instanceof Error ? error.message : String(error)}\n`);
		return 2;
	}
};

/** The first word may do without its dash: `tar xzf`. */
const dashed = ([first = '', ...rest]: string[]) => [/^[a-zA-Z]/.test(first) ? `-${first}` : first, ...rest];

async function create({ path, isGzip, folder, names, isVerbose, context }: Archive): Promise<void> {
	if (names.length === 0) throw new Error('Cowardly refusing to create an empty archive');
	const sources = names.map((name): TarSource => {
		const source = resolve(folder, name);
		const target = name.replace(/^\/+/, '').replace(/\/+$/, '') || '.';
		return { type: lstatSync(source).isDirectory() ? 'directory' : 'file', source, target };
	});
	// Where the archive itself is standard output, names go beside it.
	const nameOutput = path ? context.stdout : context.stderr;
	const map = (header: TarHeader) => {
		if (isVerbose) nameOutput.write(`${header.name}\n`);
		return header;
	};
	const filter = (file: string) => file !== path;
	const output = path ? createWriteStream(path) : new PassThrough();
	const packed = packTar(sources, { map, filter });
	const done = isGzip ? pipeline(packed, createGzip(), output) : pipeline(packed, output);
	if (output instanceof PassThrough) {
		done.catch(() => {});
		for await (const chunk of output) await write(context.stdout, chunk as Buffer);
	}
	await done;
}

async function extract(archive: Archive): Promise<void> {
	const { folder, names, stripComponents, isVerbose, context } = archive;
	const filter = (header: TarHeader) => {
		const isTaken = isNamed(header.name, names);
		if (isTaken && isVerbose) context.stdout.write(`${header.name}\n`);
		return isTaken;
	};
	mkdirSync(folder, { recursive: true });
	await readInto(archive, unpackTar(folder, { strip: stripComponents, filter }));
}

async function list(archive: Archive): Promise<void> {
	const bytes = new PassThrough();
	const done = readInto(archive, bytes);
	done.catch(() => {});
	const entries = (Readable.toWeb(bytes) as ReadableStream<Uint8Array>).pipeThrough(createTarDecoder());
	for await (const { header, body } of entries) {
		if (isNamed(header.name, archive.names)) await write(archive.context.stdout, `${header.name}\n`);
		await body.cancel();
	}
	await done;
}

async function readInto({ path, isGzip, context }: Archive, output: Writable): Promise<void> {
	const isPacked = isGzip || (path !== null && (await isCompressed(path)));
	const input = path ? createReadStream(path) : Readable.from(bytesOf(toolInput(context.stdin, context.signal)));
	if (isPacked) await pipeline(input, createGunzip(), output);
	else await pipeline(input, output);
}

async function isCompressed(path: string): Promise<boolean> {
	const file = await open(path);
	try {
		const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
		return buffer[0] === 0x1f && buffer[1] === 0x8b;
	} finally {
		await file.close();
	}
}

const isNamed = (entry: string, names: readonly string[]) =>
	names.length === 0 || names.some((name) => `${entry.replace(/\/$/, '')}/`.startsWith(`${name.replace(/\/$/, '')}/`));

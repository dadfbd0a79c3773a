import { z } from '../../domain/zod';
import { previewPageSchema, previewVisitSchema } from '../../container/preview-probe';
import { bytesSchema, fileContentSchema } from '../../project/file-content';
import { contract, nothing, port } from '../contract';
import { wireErrorSchema } from '../transfers';

/** For a page and everything that is done on it, in milliseconds. */
export const PAGE_TIMEOUT_MS = 180_000;
const FILE_TIMEOUT_MS = 60_000;

const path = z.string();
const spawnOptionsSchema = z.object({ cwd: z.string().optional(), env: z.record(z.string(), z.string()).optional() });

/** The container and the preview live in the page; the conductor reaches them through this. */
export const containerContract = contract({
	/** Resolves once the engine runs. @throws AppError CONTAINER_BOOT */
	boot: { input: [], output: nothing, timeoutMs: 120_000 },
	readFile: { input: [path], output: z.string(), timeoutMs: FILE_TIMEOUT_MS },
	readBytes: { input: [path], output: bytesSchema, timeoutMs: FILE_TIMEOUT_MS },
	writeFile: { input: [path, fileContentSchema], output: nothing, timeoutMs: FILE_TIMEOUT_MS },
	mkdir: { input: [path], output: nothing, timeoutMs: FILE_TIMEOUT_MS },
	rm: { input: [path], output: nothing, timeoutMs: FILE_TIMEOUT_MS },
	readdir: {
		input: [path],
		output: z.array(z.object({ name: z.string(), isDirectory: z.boolean() })),
		timeoutMs: FILE_TIMEOUT_MS
	},
	/** Output, exit and kill go over the port as {@link ProcessMessage}s. */
	spawn: { input: [z.string(), z.array(z.string()), spawnOptionsSchema, port], output: nothing, timeoutMs: FILE_TIMEOUT_MS },
	/** Each server that starts to listen is posted to the port. */
	watchServers: { input: [port], output: nothing },
	openPage: {
		input: [z.string(), path, previewVisitSchema.optional()],
		output: previewPageSchema,
		timeoutMs: PAGE_TIMEOUT_MS + 10_000
	},
	/** Gives up on the pages that are being opened. */
	closePages: { input: [], output: nothing }
});

export const processMessageSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('output'), text: z.string() }),
	z.object({ type: z.literal('exit'), code: z.number() }),
	/** How it ended will never be known, since its engine has died. */
	z.object({ type: z.literal('lost'), error: wireErrorSchema }),
	z.object({ type: z.literal('kill') })
]);
export type ProcessMessage = z.infer<typeof processMessageSchema>;

export const serverSchema = z.object({ port: z.number(), url: z.string() });

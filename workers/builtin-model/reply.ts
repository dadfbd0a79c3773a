/** What the model says next in a conversation: by role, from the tagged blocks of the prompt. */
import { blueprintSchema, type Blueprint } from '../../src/lib/domain/blueprint';
import { readPrompt } from '../../src/lib/team/agents/prompts';
import { isWritable } from '../../src/lib/domain/write-set';
import { filesOf } from './generate/files';
import { planChange } from './change/plan-change';
import { writeChanges } from './change/write-changes';
import { textOf, type ChatRequest, type Reply, type ToolCall } from './protocol';
import { architect } from './understand/architect';

/** Files per answer: enough to be quick, few enough to be watched. */
const FILES_PER_TURN = 6;

/** What each role writes when its task names no write set. */
const ROLE_FILES: Record<string, string[]> = {
	dba: ['migrations/**', 'src/features/*/seed.ts'],
	backend: ['src/features/*/contract.ts', 'src/features/*/repo.ts', 'src/features/*/routes.ts'],
	frontend: [
		'src/features/*/*.page.tsx',
		'src/features/*/form.tsx',
		'src/features/*/panel.tsx',
		'src/features/*/pages.tsx',
		'src/web/ui/palette.css'
	],
	qa: ['src/features/*/*.test.ts', 'src/features/*/*.test.tsx'],
	devops: ['README.md', 'docs/**', 'src/core/app.ts', 'src/core/roles.ts']
};

export function reply(request: ChatRequest): Reply {
	const system = textOf(request.messages.find((message) => message.role === 'system' || message.role === 'developer'));
	const user = request.messages
		.filter((message) => message.role === 'user')
		.map(textOf)
		.join('\n\n');
	const role = /^\s*role:\s*([\w-]+)/m.exec(system)?.[1];
	const prompt = readPrompt(user);
	if (!role) return { text: introduction, calls: [] };
	if (role === 'architect') return prompt.wish === undefined ? submit(prompt.requirement ?? user) : change(prompt, prompt.wish);
	if (role === 'reviewer')
		return finish(
			'The built-in model is rule-based, no AI: it reviews nothing. The gates have checked types, tests and packages.'
		);
	if (!prompt.blueprint) return finish('There is no blueprint to work from, so nothing was written.');
	const blueprint = blueprintSchema.parse(JSON.parse(prompt.blueprint));
	const { kind, writes } = taskOf(prompt.task);
	if (kind === 'change' && prompt.before)
		return writeChanges(request, { before: blueprintSchema.parse(JSON.parse(prompt.before)), after: blueprint, writes });
	return work(request, role, blueprint, prompt);
}

const introduction =
	'I am the built-in model of Tabsmith: rule-based, no AI. I read a requirement with a lexicon and write an app from templates; I cannot chat.';

function submit(requirement: string): Reply {
	const blueprint = architect(requirement);
	const missing = blueprint.notUnderstood.length;
	const text = `Rule-based, no AI. ${blueprint.title}: ${blueprint.entities.length} kinds of records, ${blueprint.requirements.flatMap(({ criteria }) => criteria).length} criteria.${missing ? ` Not built: ${missing} wishes.` : ''}`;
	return { text, calls: [{ name: 'submit_blueprint', arguments: { ...blueprint } }] };
}

/** Rules cannot look for what is wrong. */
const REPAIRS_NOTHING =
	'The built-in model is rule-based, no AI: it writes and changes apps and repairs no code. Choose an AI model in Settings, then ask for the repair again; what was found goes with it.';

/** What a wish about an app that is there becomes. */
function change({ blueprint, requirement = '', paths, failures }: ReturnType<typeof readPrompt>, wish: string): Reply {
	const plan = failures
		? { kind: 'nothing', reply: REPAIRS_NOTHING }
		: !blueprint
			? { kind: 'nothing', reply: NOT_OURS }
			: planChange({ words: wish, blueprint: blueprintSchema.parse(JSON.parse(blueprint)), requirement, paths });
	return { text: 'Rule-based, no AI.', calls: [{ name: 'submit_change', arguments: { ...plan } }] };
}

function work(request: ChatRequest, role: string, blueprint: Blueprint, prompt: ReturnType<typeof readPrompt>): Reply {
	const files = filesFor(blueprint, role, prompt);
	const written = new Set(request.messages.flatMap((message) => (message.tool_calls ?? []).flatMap(writtenPath)));
	const left = [...files].filter(([path]) => !written.has(path)).slice(0, FILES_PER_TURN);
	if (left.length) {
		const calls = left.map(([path, content]): ToolCall => ({ name: 'write_file', arguments: { path, content } }));
		return { text: `Writing ${left.map(([path]) => path).join(', ')}.`, calls };
	}
	const failing = prompt.failures
		? ' The failures reported were answered by writing the files again from the blueprint; rules cannot debug.'
		: '';
	return finish(
		files.size
			? `Wrote ${files.size === 1 ? '1 file' : `${files.size} files`} from the blueprint.${failing}`
			: `The blueprint asks for no files in this task.${failing}`
	);
}

/** To whoever wishes something of a project that was made elsewhere. */
const NOT_OURS =
	'The built-in model follows rules: it changes only apps that it made itself. Choose an AI model in Settings and ask again; nothing was changed.';

const finish = (summary: string): Reply => ({ text: '', calls: [{ name: 'finish', arguments: { summary } }] });

/** The files of a blueprint that fall into the task's write set; without one, those of the role. */
function filesFor(blueprint: Blueprint, role: string, { task }: ReturnType<typeof readPrompt>): Map<string, string> {
	const { kind, writes } = taskOf(task);
	const globs = writes.length ? writes : (ROLE_FILES[role] ?? []);
	const files = [...filesOf(blueprint)].map(([path, text]) => [asPlanned(path, globs), text] as const);
	// A migration that ran never changes, whatever a repair may write.
	const isKept = (path: string) => kind === 'fix' && path.startsWith('migrations/');
	return new Map(files.filter(([path]) => isWritable(globs, path) && !isKept(path)));
}

function taskOf(text: string | undefined): { kind: unknown; writes: string[] } {
	const { kind, writes } = text ? (JSON.parse(text) as { kind?: unknown; writes?: unknown }) : {};
	return { kind, writes: Array.isArray(writes) ? writes.filter((write) => typeof write === 'string') : [] };
}

/** A migration takes the number that the plan gave it: 'migrations/0003_orders.sql' may be planned as 0005. */
function asPlanned(path: string, globs: readonly string[]): string {
	const name = /^migrations\/\d+(_.*)$/.exec(path)?.[1];
	return (name && globs.find((glob) => /^migrations\/\d+_/.test(glob) && glob.replace(/^migrations\/\d+/, '') === name)) || path;
}

function writtenPath(call: { function?: { name?: string; arguments?: string } }): string[] {
	if (!call.function || call.function.name !== 'write_file') return [];
	try {
		const { path } = JSON.parse(call.function.arguments ?? '{}') as { path?: unknown };
		return typeof path === 'string' ? [path] : [];
	} catch {
		// Arguments that are no JSON wrote nothing.
		return [];
	}
}

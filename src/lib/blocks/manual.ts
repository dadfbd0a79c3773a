import { blocks } from './registry';

const sources = import.meta.glob<string>('./*/parameters.ts', { query: '?raw', import: 'default', eager: true });

/** What a model needs to know of a block before it uses one: its parameters as their types say it, and what each of its checks proves. */
export function manualOf(name: string): string {
	const entry = blocks.get(name);
	if (!entry) return `There is no block '${name}'. There are: ${[...blocks.keys()].join(', ')}.`;
	const checks = entry.criteria(entry.example).map(({ check, text }) => `- ${check}, for example: ${text}`);
	return `# ${name}: ${entry.line}\n${(sources[`./${name}/parameters.ts`] ?? '').trim()}\nChecks:\n${checks.join('\n')}`;
}

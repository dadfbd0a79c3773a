/** The prompts, each a file with its version in the first line, so that a run's log can say which one was used. */

export interface Prompt {
	name: string;
	version: number;
	text: string;
}

const files = import.meta.glob<string>('./*.md', { query: '?raw', import: 'default', eager: true });

/** Every prompt by its file's name. */
export const prompts: ReadonlyMap<string, Prompt> = new Map(
	Object.entries(files).map(([path, source]) => {
		const name = path.slice('./'.length, -'.md'.length);
		return [name, { name, ...readPromptFile(name, source) }];
	})
);

/** @throws Error when there is no such prompt: a mistake of ours, found by any test */
export function promptOf(name: string): Prompt {
	const prompt = prompts.get(name);
	if (!prompt) throw new Error(`There is no prompt '${name}'. There are: ${[...prompts.keys()].join(', ')}.`);
	return prompt;
}

function readPromptFile(name: string, source: string): { version: number; text: string } {
	const [, version, text] = /^version: (\d+)\r?\n([\s\S]*)$/.exec(source) ?? [];
	if (!version || !text?.trim())
		throw new Error(`The prompt '${name}' must begin with a line 'version: NUMBER' and go on with its text.`);
	return { version: Number(version), text: text.trim() };
}

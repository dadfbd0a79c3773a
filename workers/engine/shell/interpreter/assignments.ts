import type { Assignment } from 'unbash';
import type { Descriptors } from './descriptors';
import type { Shell } from './shell';
import type { Value } from './variables';

/** `a=1`, `a+=1`, `a[2]=x`, `a=(x y)`. @throws ShellFault for one that is read-only */
export async function assign(shell: Shell, assignment: Assignment, io: Descriptors): Promise<void> {
	const { name, index, append } = assignment;
	const { variables } = shell;
	if (index) {
		const key = await shell.indexOf(name, index, io);
		const text = assignment.value.type === 'Word' ? await shell.expandText(assignment.value, io, true) : '';
		const value = variables.get(name)?.value;
		return variables.setElement(name, key, append && value instanceof Map ? (value.get(key) ?? '') + text : text);
	}
	variables.set(name, await valueOf(shell, assignment, io));
	if (shell.options.has('allexport')) variables.declare(name, { isExported: true });
}

/** The value that an assignment gives its variable. */
export async function valueOf(shell: Shell, { name, value, append }: Assignment, io: Descriptors): Promise<Value> {
	const variable = shell.variables.get(name);
	if (value.type === 'Word') {
		const text = await shell.expandText(value, io, true);
		if (variable?.isInteger)
			return String(await shell.evaluateText(append ? `(${shell.variables.text(name) ?? '0'})+(${text})` : text, io));
		return append ? `${shell.variables.text(name) ?? ''}${text}` : text;
	}
	const old = variable?.value;
	const array = new Map<string, string>(append && old !== undefined ? (old instanceof Map ? old : [['0', old]]) : []);
	let next = Number([...array.keys()].at(-1) ?? -1) + 1;
	for (const element of value.elements) {
		const [, key, isAdded] = /^\[([^\]]*)\](\+?)=/.exec(element.text) ?? [];
		if (key === undefined) {
			for (const field of await shell.expandWords([element], io)) array.set(String(next++), field);
			continue;
		}
		const [keyText, text] = await keyed(shell, element.text, io);
		const at = variable?.isAssociative ? keyText : String(await shell.evaluateText(keyText, io));
		array.set(at, isAdded ? (array.get(at) ?? '') + text : text);
		next = Number(at) + 1;
	}
	return array;
}

/** Key and text of `[key]=text` in a list. */
async function keyed(shell: Shell, source: string, io: Descriptors): Promise<[string, string]> {
	const at = source.indexOf(']');
	const [key, text] = [source.slice(1, at), source.slice(source.indexOf('=', at) + 1)];
	return [await shell.expandSource(key, io), await shell.expandSource(text, io)];
}

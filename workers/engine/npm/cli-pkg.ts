/** `npm pkg get | set | delete`: fields of package.json. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, print } from './cli-child';
import type { Config } from './cli-config';
import { projectFolder, readPackage } from './cli-project';

type Fields = Record<string, unknown>;

export function editPackage([verb, ...keys]: string[], config: Config): number {
	const folder = projectFolder(config.get('prefix', 'cli') === undefined ? process.cwd() : config.localPrefix);
	const pkg = readPackage(folder) as Fields | null;
	if (!pkg) return fail('ENOENT', `Could not read package.json in ${folder}. Run npm init -y, or go to the project's folder.`);
	const isJson = config.get('json') === true;
	switch (verb) {
		case 'get': {
			const found = keys.map((key) => [key, get(pkg, pathOf(key))] as const).filter(([, value]) => value !== undefined);
			const answer = keys.length === 0 ? pkg : keys.length === 1 ? (found[0]?.[1] ?? {}) : Object.fromEntries(found);
			return print(JSON.stringify(answer, null, 2));
		}
		case 'set':
			for (const assignment of keys) {
				const at = assignment.indexOf('=');
				if (at < 1) return fail('EUSAGE', 'npm pkg set takes <key>=<value>.');
				const text = assignment.slice(at + 1);
				set(pkg, pathOf(assignment.slice(0, at)), isJson ? (JSON.parse(text) as unknown) : text);
			}
			return save(folder, pkg);
		case 'delete':
			for (const key of keys) remove(pkg, pathOf(key));
			return save(folder, pkg);
		default:
			return fail('EUSAGE', 'npm pkg get [<key> ...]\nnpm pkg set <key>=<value> ...\nnpm pkg delete <key> ...');
	}
}

/** `scripts.test`, `files[0]`, `exports[./sub]` -> the names on the way. */
function pathOf(key: string): string[] {
	return [...key.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

function get(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Fields)[name] : undefined), value);
}

function set(fields: Fields, path: readonly string[], value: unknown): void {
	const last = path.at(-1);
	if (last === undefined) return;
	let at = fields;
	for (const [index, name] of path.slice(0, -1).entries()) {
		if (typeof at[name] !== 'object' || at[name] === null) at[name] = /^\d*$/.test(path[index + 1] ?? '') ? [] : {};
		at = at[name] as Fields;
	}
	if (Array.isArray(at) && last === '') at.push(value);
	else at[last] = value;
}

function remove(fields: Fields, path: readonly string[]): void {
	const parent = get(fields, path.slice(0, -1));
	const last = path.at(-1);
	if (typeof parent !== 'object' || parent === null || last === undefined) return;
	if (Array.isArray(parent)) parent.splice(Number(last), 1);
	else delete (parent as Fields)[last];
}

/** The file keeps its way of indenting. */
function save(folder: string, pkg: Fields): number {
	const path = join(folder, 'package.json');
	const indent = /^[ \t]+/m.exec(readFileSync(path, 'utf8'))?.[0] ?? 2;
	writeFileSync(path, JSON.stringify(pkg, null, indent) + '\n');
	return 0;
}

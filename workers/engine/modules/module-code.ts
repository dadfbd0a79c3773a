import { ReferenceForm, type TransformedModule } from './transformed-module';

/** Length of one reference in `TransformedModule.references`. */
const REFERENCE_LENGTH = 4;

/** Where an import's value is read: property `key` of the object that the module gets for it. */
export interface ImportSource {
	key: string;
	/** The value never changes once this module's turn to be evaluated has come: it is read then, into a variable. */
	isFixed: boolean;
}

/**
 * The source of a generator function `(imports, exportGetters, meta, dynamicImport)`: its first step links, its second evaluates.
 * Fixed imports become variables, as fast as a module's own; others are read where they are used.
 * @param sources one for each of the module's imports
 */
export function moduleCode(module: TransformedModule, url: string, sources: readonly ImportSource[]): string {
	const fixed = module.imports.flatMap(([, , local], index) => (sources[index]?.isFixed ? [{ local, index }] : []));
	const variables = fixed.length ? `var ${fixed.map(({ local }) => local).join(',')};` : '';
	const reads = fixed.map(({ local, index }) => `${local}=${readOf(index, sources)};`).join('');
	const getters = module.localExports.map(([exported, local]) => `${JSON.stringify(exported)}:()=>${local}`).join(',');
	const kind = module.hasTopLevelAwait ? 'async function*' : 'function*';
	const body = fixed.length === sources.length ? module.body : withReads(module, sources);
	return `(${kind}(__es_imports,__es_exports,__es_meta,__es_import){'use strict';${variables}__es_exports({${getters}});${module.prologue}yield;${reads}${body}\n})\n//# sourceURL=${url}`;
}

function withReads({ body, references }: TransformedModule, sources: readonly ImportSource[]): string {
	let result = '';
	let position = 0;
	for (let at = 0; at < references.length; at += REFERENCE_LENGTH) {
		const [offset = 0, length = 0, index = 0, form = 0] = references.slice(at, at + REFERENCE_LENGTH);
		if (sources[index]?.isFixed) continue;
		const name = body.slice(offset, offset + length);
		result += body.slice(position, offset) + inForm(form, name, readOf(index, sources));
		position = offset + length;
	}
	return result + body.slice(position);
}

function inForm(form: number, name: string, read: string): string {
	switch (form) {
		case ReferenceForm.Callee:
			return `(0,${read})`;
		case ReferenceForm.StatementCallee:
			return `;(0,${read})`;
		case ReferenceForm.Shorthand:
			return `${name}:${read}`;
		default:
			return read;
	}
}

function readOf(index: number, sources: readonly ImportSource[]): string {
	const key = sources[index]?.key ?? '';
	return `__es_imports[${index}]${/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`}`;
}

import { parse } from 'acorn';
import type { AnyNode } from './ast';
import { ReferenceRewriter, type ImportedNames } from './rewrite-references';
import { eachBoundName, Scope } from './scope';
import { SourceEdits } from './source-edits';
import type { TransformedModule } from './transformed-module';

/**
 * Takes an ES module apart: its statements without imports and exports, and lists of both. Function declarations hoist above the
 * first `yield` of the generator that they become the body of, and so are there for cycles.
 * @throws SyntaxError of acorn, with `pos` and `loc`
 */
export function transformModule(source: string): TransformedModule {
	return new ModuleTransformer(source.startsWith('#!') ? `//${source.slice(2)}` : source).run();
}

class ModuleTransformer {
	readonly #source: string;
	readonly #edits: SourceEdits;
	readonly #body: AnyNode[];
	readonly #requests: TransformedModule['requests'] = [];
	readonly #requestIndex = new Map<string, number>();
	readonly #imports: TransformedModule['imports'] = [];
	readonly #importIndex: ImportedNames = new Map();
	readonly #localExports: [string, string][] = [];
	readonly #indirectExports: [string, number, string][] = [];
	readonly #starExports: number[] = [];
	#prologue = '';

	constructor(source: string) {
		this.#source = source;
		this.#edits = new SourceEdits(source);
		const program = parse(source, {
			ecmaVersion: 'latest',
			sourceType: 'module',
			allowHashBang: true,
			locations: false
		}) as unknown as AnyNode;
		this.#body = program.body as AnyNode[];
	}

	run(): TransformedModule {
		this.#collectRequests();
		const top = new Scope(null);
		top.addVars(this.#body);
		top.addLexical(this.#body);
		const rewriter = new ReferenceRewriter(this.#edits, this.#importIndex);
		rewriter.noteStatements(this.#body);
		for (const node of this.#body) this.#statement(node, top, rewriter);
		const { text, marks } = this.#edits.applyMarked();
		return {
			body: text,
			references: marks,
			prologue: this.#prologue,
			requests: this.#requests,
			imports: this.#imports,
			localExports: this.#localExports.map(([exported, local]) => [exported, local, !rewriter.assignedLater.has(local)]),
			indirectExports: this.#indirectExports,
			starExports: this.#starExports,
			hasTopLevelAwait: rewriter.hasTopLevelAwait,
			usesImportMeta: rewriter.usesImportMeta
		};
	}

	#collectRequests(): void {
		for (const node of this.#body) {
			if (node.type === 'ImportDeclaration') {
				const request = this.#request(node);
				for (const specifier of node.specifiers) {
					const local = specifier.local.name as string;
					this.#importIndex.set(local, this.#imports.length);
					this.#imports.push([request, importedName(specifier), local]);
				}
				this.#edits.blank(node.start, node.end);
			} else if (node.source && /^Export(Named|All)Declaration$/.test(node.type)) this.#request(node);
		}
	}

	#request(node: AnyNode): number {
		const attributes = Object.fromEntries(
			((node.attributes ?? []) as AnyNode[]).map(({ key, value }) => [key.name ?? key.value, value.value as string])
		);
		const specifier = node.source.value as string;
		const key = `${specifier}\0${JSON.stringify(attributes)}`;
		const known = this.#requestIndex.get(key);
		if (known !== undefined) return known;
		this.#requestIndex.set(key, this.#requests.length);
		return this.#requests.push({ specifier, attributes }) - 1;
	}

	#statement(node: AnyNode, top: Scope, rewriter: ReferenceRewriter): void {
		switch (node.type) {
			case 'ImportDeclaration':
				return;
			case 'ExportNamedDeclaration':
				return this.#exportNamed(node, top, rewriter);
			case 'ExportDefaultDeclaration':
				return this.#exportDefault(node, top, rewriter);
			case 'ExportAllDeclaration': {
				const request = this.#request(node);
				if (node.exported) this.#indirectExports.push([nameOf(node.exported), request, '*']);
				else this.#starExports.push(request);
				return this.#edits.blank(node.start, node.end);
			}
			default:
				rewriter.visit(node, top);
		}
	}

	#exportNamed(node: AnyNode, top: Scope, rewriter: ReferenceRewriter): void {
		if (node.source) {
			const request = this.#request(node);
			for (const specifier of node.specifiers)
				this.#indirectExports.push([nameOf(specifier.exported), request, nameOf(specifier.local)]);
			return this.#edits.blank(node.start, node.end);
		}
		if (!node.declaration) {
			for (const specifier of node.specifiers) this.#exportSpecifier(nameOf(specifier.exported), nameOf(specifier.local), top);
			return this.#edits.blank(node.start, node.end);
		}
		const declaration = node.declaration as AnyNode;
		this.#edits.replace(node.start, declaration.start, '');
		if (declaration.type === 'VariableDeclaration') {
			for (const declarator of declaration.declarations)
				eachBoundName(declarator.id, (name) => this.#localExports.push([name, name]));
		} else this.#localExports.push([declaration.id.name, declaration.id.name]);
		rewriter.visit(declaration, top);
	}

	/** `import { a } from './b'; export { a }` re-exports b's binding. */
	#exportSpecifier(exported: string, local: string, top: Scope): void {
		const imported = top.names.has(local) ? undefined : this.#imports[this.#importIndex.get(local) ?? -1];
		if (imported) this.#indirectExports.push([exported, imported[0], imported[1]]);
		else this.#localExports.push([exported, local]);
	}

	#exportDefault(node: AnyNode, top: Scope, rewriter: ReferenceRewriter): void {
		const edits = this.#edits;
		const declaration = node.declaration as AnyNode;
		const isDeclaration = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
		if (isDeclaration && declaration.id) {
			edits.replace(node.start, declaration.start, '');
			this.#localExports.push(['default', declaration.id.name]);
			return rewriter.visit(declaration, top);
		}
		this.#localExports.push(['default', '__default']);
		if (declaration.type === 'FunctionDeclaration') {
			// Stays a declaration, so that it hoists; its name must read 'default'.
			const parenthesis = this.#source.indexOf('(', declaration.start);
			edits.replace(node.start, declaration.start, '');
			edits.insert(parenthesis, ' __default');
			this.#prologue += "Object.defineProperty(__default,'name',{value:'default',configurable:true});";
			return rewriter.visit(declaration, top);
		}
		// Anonymous functions and classes take the name of the property they are assigned to.
		const isNamed = /^(Arrow|Function|Class)/.test(declaration.type);
		edits.replace(node.start, declaration.start, isNamed ? 'const __default={"default":(' : 'const __default=(');
		rewriter.visit(declaration, top);
		edits.replace(declaration.end, node.end, isNamed ? ')}.default;' : ');');
	}
}

function nameOf(node: AnyNode): string {
	return (node.type === 'Literal' ? node.value : node.name) as string;
}

function importedName(specifier: AnyNode): string {
	if (specifier.type === 'ImportDefaultSpecifier') return 'default';
	return specifier.type === 'ImportNamespaceSpecifier' ? '*' : nameOf(specifier.imported);
}

import type { AnyNode } from './ast';

/** Names declared in one block, and its parent: enough to tell an import from a local that hides it. */
export class Scope {
	readonly names = new Set<string>();
	readonly #parent: Scope | null;

	constructor(parent: Scope | null) {
		this.#parent = parent;
	}

	declares(name: string): boolean {
		return this.names.has(name) || (this.#parent?.declares(name) ?? false);
	}

	/** Adds the names that a pattern binds. */
	addPattern(pattern: AnyNode | null | undefined): void {
		eachBoundName(pattern, (name) => this.names.add(name));
	}

	/** Adds the `var`s of a function body, also those in nested blocks. */
	addVars(node: unknown): void {
		if (Array.isArray(node)) {
			for (const item of node) this.addVars(item);
			return;
		}
		if (!node || typeof node !== 'object' || typeof (node as AnyNode).type !== 'string') return;
		const current = node as AnyNode;
		if (/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ClassBody)$/.test(current.type)) return;
		if (current.type === 'VariableDeclaration' && current.kind === 'var')
			for (const declarator of current.declarations) this.addPattern(declarator.id);
		for (const key in current) {
			const value: unknown = current[key];
			if (value && typeof value === 'object') this.addVars(value);
		}
	}

	/** Adds the lexical declarations that stand directly in a statement list. */
	addLexical(statements: AnyNode[]): void {
		for (const statement of statements) {
			const isExport = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
			const declaration: AnyNode | null = isExport ? statement.declaration : statement;
			if (!declaration) continue;
			if (declaration.type === 'VariableDeclaration' && declaration.kind !== 'var')
				for (const declarator of declaration.declarations) this.addPattern(declarator.id);
			else if ((declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') && declaration.id)
				this.names.add(declaration.id.name);
		}
	}
}

/** Calls `visit` for each name that a pattern binds. */
export function eachBoundName(pattern: AnyNode | null | undefined, visit: (name: string) => void): void {
	switch (pattern?.type) {
		case 'Identifier':
			return visit(pattern.name);
		case 'ObjectPattern':
			for (const property of pattern.properties)
				eachBoundName(property.type === 'RestElement' ? property.argument : property.value, visit);
			return;
		case 'ArrayPattern':
			for (const element of pattern.elements) eachBoundName(element, visit);
			return;
		case 'AssignmentPattern':
			return eachBoundName(pattern.left, visit);
		case 'RestElement':
			return eachBoundName(pattern.argument, visit);
	}
}

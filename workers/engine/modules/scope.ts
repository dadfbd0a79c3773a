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

	/** Adds the `var`s of a function body, also those in nested blocks. Only statements hold any: expressions are not looked through. */
	addVars(statements: readonly (AnyNode | null | undefined)[]): void {
		for (const statement of statements) if (statement) this.#addVarsOf(statement);
	}

	#addVarsOf(node: AnyNode): void {
		switch (node.type) {
			case 'VariableDeclaration':
				if (node.kind === 'var') for (const declarator of node.declarations) this.addPattern(declarator.id);
				return;
			case 'ExportNamedDeclaration':
				return this.addVars([node.declaration]);
			case 'BlockStatement':
			case 'SwitchCase':
				return this.addVars(node.body ?? node.consequent);
			case 'SwitchStatement':
				return this.addVars(node.cases);
			case 'IfStatement':
				return this.addVars([node.consequent, node.alternate]);
			case 'TryStatement':
				return this.addVars([node.block, node.handler?.body, node.finalizer]);
			case 'ForStatement':
				return this.addVars([node.init, node.body]);
			case 'ForInStatement':
			case 'ForOfStatement':
				return this.addVars([node.left, node.body]);
			case 'WhileStatement':
			case 'DoWhileStatement':
			case 'WithStatement':
			case 'LabeledStatement':
				return this.addVars([node.body]);
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

import type { AnyNode } from './ast';
import { AwaitEdits } from './await-edits';
import { eachBoundName, Scope } from './scope';
import type { SourceEdits } from './source-edits';
import { ReferenceForm } from './transformed-module';

/** Local name -> index of the import. */
export type ImportedNames = Map<string, number>;

/**
 * Walks one module: marks where imported names are used, and puts helpers in for `import.meta`, `import()` and `await`.
 */
export class ReferenceRewriter {
	hasTopLevelAwait = false;
	usesImportMeta = false;
	/** Names that some function assigns to, whatever they mean there: such an export may change after the module was evaluated. */
	readonly assignedLater = new Set<string>();
	readonly #edits: SourceEdits;
	readonly #awaits: AwaitEdits;
	readonly #imports: ImportedNames;
	/** Where statements of a list start: `(0, f)()` there needs a semicolon before it. */
	readonly #statementStarts = new Set<number>();
	#functionDepth = 0;

	constructor(edits: SourceEdits, imports: ImportedNames) {
		this.#edits = edits;
		this.#awaits = new AwaitEdits(edits);
		this.#imports = imports;
	}

	noteStatements(statements: AnyNode[]): void {
		for (const statement of statements) if (statement.type === 'ExpressionStatement') this.#statementStarts.add(statement.start);
	}

	visit(node: AnyNode | null | undefined, scope: Scope, parent?: AnyNode, key?: string): void {
		if (!node) return;
		switch (node.type) {
			case 'Identifier':
				return this.#identifier(
					node,
					scope,
					(parent?.type === 'CallExpression' && key === 'callee') ||
						(parent?.type === 'TaggedTemplateExpression' && key === 'tag')
				);
			case 'Property':
				return this.#property(node, scope);
			case 'MemberExpression':
				this.visit(node.object, scope, node, 'object');
				if (node.computed) this.visit(node.property, scope);
				return;
			case 'MethodDefinition':
				if (node.computed) this.visit(node.key, scope);
				return this.visit(node.value, scope);
			case 'PropertyDefinition':
				if (node.computed) this.visit(node.key, scope);
				return this.#inFunction(() => this.visit(node.value, scope));
			case 'StaticBlock':
				return this.#inFunction(() => this.#block(node.body, scope, true));
			case 'LabeledStatement':
				return this.visit(node.body, scope);
			case 'BreakStatement':
			case 'ContinueStatement':
				return;
			case 'MetaProperty':
				if (node.meta.name === 'import') {
					this.usesImportMeta = true;
					this.#edits.replace(node.start, node.end, '__es_meta');
				}
				return;
			case 'ImportExpression':
				this.#edits.replace(node.start, node.start + 'import'.length, '__es_import');
				this.visit(node.source, scope);
				return this.visit(node.options, scope);
			case 'AwaitExpression':
				if (this.#functionDepth === 0) this.hasTopLevelAwait = true;
				return this.#awaits.await(node, () => this.visit(node.argument, scope));
			case 'TryStatement':
				return this.#awaits.try(node, (part) => this.visit(part, scope));
			case 'FunctionDeclaration':
			case 'FunctionExpression':
			case 'ArrowFunctionExpression':
				return this.#inFunction(() => this.#function(node, scope));
			case 'ClassDeclaration':
			case 'ClassExpression': {
				const inner = new Scope(scope);
				if (node.id) inner.names.add(node.id.name);
				this.visit(node.superClass, inner);
				for (const member of node.body.body) this.visit(member, inner);
				return;
			}
			case 'BlockStatement':
				return this.#block(node.body, scope, false);
			case 'SwitchStatement':
				return this.#switch(node, scope);
			case 'CatchClause': {
				const inner = new Scope(scope);
				inner.addPattern(node.param);
				this.#pattern(node.param, inner);
				return this.#block(node.body.body, inner, false);
			}
			case 'AssignmentExpression':
				this.#noteAssignment(node.left);
				return this.#children(node, scope);
			case 'UpdateExpression':
				this.#noteAssignment(node.argument);
				return this.#children(node, scope);
			case 'VariableDeclaration':
				for (const declarator of node.declarations) {
					this.#pattern(declarator.id, scope);
					this.visit(declarator.init, scope);
				}
				return;
			case 'ForStatement':
			case 'ForInStatement':
			case 'ForOfStatement':
				return this.#loop(node, scope);
			default:
				return this.#children(node, scope);
		}
	}

	#children(node: AnyNode, scope: Scope): void {
		for (const key in node) {
			if (key === 'type' || key === 'start' || key === 'end') continue;
			const value: unknown = node[key];
			if (!value || typeof value !== 'object') continue;
			if (Array.isArray(value)) {
				for (const item of value as (AnyNode | null)[])
					if (item && typeof item.type === 'string') this.visit(item, scope, node, key);
			} else if (typeof (value as AnyNode).type === 'string') this.visit(value as AnyNode, scope, node, key);
		}
	}

	#identifier(node: AnyNode, scope: Scope, isCallee: boolean): void {
		if (!isCallee) return this.#mark(node, scope, ReferenceForm.Plain);
		this.#mark(node, scope, this.#statementStarts.has(node.start) ? ReferenceForm.StatementCallee : ReferenceForm.Callee);
	}

	#mark(node: AnyNode, scope: Scope, form: number): void {
		const name = node.name as string;
		const imported = this.#imports.get(name);
		if (imported === undefined || scope.declares(name)) return;
		this.#edits.mark(node.start, node.end, [imported, form]);
	}

	#property(node: AnyNode, scope: Scope): void {
		if (node.computed) this.visit(node.key, scope);
		if (!node.shorthand) return this.visit(node.value, scope);
		if (node.value.type === 'AssignmentPattern') return this.visit(node.value.right, scope);
		this.#mark(node.value as AnyNode, scope, ReferenceForm.Shorthand);
	}

	#noteAssignment(target: AnyNode): void {
		if (this.#functionDepth > 0) eachBoundName(target, (name) => this.assignedLater.add(name));
	}

	#inFunction(task: () => void): void {
		this.#functionDepth++;
		this.#awaits.inFunction(task);
		this.#functionDepth--;
	}

	#function(node: AnyNode, scope: Scope): void {
		const inner = new Scope(scope);
		if (node.type === 'FunctionExpression' && node.id) inner.names.add(node.id.name);
		for (const parameter of node.params) inner.addPattern(parameter);
		if (node.type !== 'ArrowFunctionExpression') inner.names.add('arguments');
		for (const parameter of node.params) this.#pattern(parameter, inner);
		if (node.body.type === 'BlockStatement') this.#block(node.body.body, inner, true);
		else this.visit(node.body, inner);
	}

	#block(statements: AnyNode[], scope: Scope, isFunctionBody: boolean): void {
		const inner = new Scope(scope);
		if (isFunctionBody) inner.addVars(statements);
		inner.addLexical(statements);
		this.noteStatements(statements);
		for (const statement of statements) {
			this.visit(statement, inner);
			this.#awaits.afterStatement(statement);
		}
	}

	#switch(node: AnyNode, scope: Scope): void {
		this.visit(node.discriminant, scope);
		const inner = new Scope(scope);
		for (const { consequent } of node.cases as AnyNode[]) {
			inner.addLexical(consequent);
			this.noteStatements(consequent);
		}
		for (const { test, consequent } of node.cases as AnyNode[]) {
			this.visit(test, inner);
			for (const statement of consequent) this.visit(statement, inner);
		}
	}

	#loop(node: AnyNode, scope: Scope): void {
		if (node.await && this.#functionDepth === 0) this.hasTopLevelAwait = true;
		const inner = new Scope(scope);
		const head = (node.init ?? node.left) as AnyNode | null;
		if (node.left && node.left.type !== 'VariableDeclaration') this.#noteAssignment(node.left);
		if (head?.type === 'VariableDeclaration' && head.kind !== 'var')
			for (const declarator of head.declarations) inner.addPattern(declarator.id);
		if (node.await) this.#awaits.forAwait(node, () => this.#children(node, inner));
		else this.#children(node, inner);
	}

	/** Visits what a binding pattern evaluates (defaults, computed keys), not the names it binds. */
	#pattern(node: AnyNode | null | undefined, scope: Scope): void {
		switch (node?.type) {
			case undefined:
			case 'Identifier':
				return;
			case 'ObjectPattern':
				for (const property of node.properties) {
					if (property.type === 'RestElement') this.#pattern(property.argument, scope);
					else {
						if (property.computed) this.visit(property.key, scope);
						this.#pattern(property.value, scope);
					}
				}
				return;
			case 'ArrayPattern':
				for (const element of node.elements) this.#pattern(element, scope);
				return;
			case 'AssignmentPattern':
				this.#pattern(node.left, scope);
				return this.visit(node.right, scope);
			case 'RestElement':
				return this.#pattern(node.argument, scope);
			default:
				this.visit(node, scope);
		}
	}
}

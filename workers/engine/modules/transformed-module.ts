/** How an imported name is used, which decides what may stand in its place. */
export const ReferenceForm = {
	Plain: 0,
	/** A call of a plain name has no `this`; a call of a member would. */
	Callee: 1,
	/** As `Callee`, where `(` would go on the statement before. */
	StatementCallee: 2,
	/** `{ name }` */
	Shorthand: 3
} as const;

/** What module_wrap needs to know of an ES module. Indices point into `requests`; the import name `*` is the namespace. */
export interface TransformedModule {
	/** The module's statements, without imports and exports; see module-code.ts for what is put around them. */
	body: string;
	/** Where imported names are used in `body`, flat: offset, length, index into `imports`, form. */
	references: number[];
	/** Statements that run while linking, after the exports' getters are there. */
	prologue: string;
	requests: { specifier: string; attributes: Record<string, string> }[];
	/** Every binding that an `import` statement names. */
	imports: [request: number, name: string, local: string][];
	/** `isFixed`: the value stays what it is once the module was evaluated. */
	localExports: [exported: string, local: string, isFixed: boolean][];
	indirectExports: [exported: string, request: number, name: string][];
	starExports: number[];
	hasTopLevelAwait: boolean;
	usesImportMeta: boolean;
}

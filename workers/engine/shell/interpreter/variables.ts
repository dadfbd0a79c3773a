import { ShellFault } from './leave';

/** Text, or an array: by index in ascending order, or by key. */
export type Value = string | Map<string, string>;

export interface Variable {
	/** Undefined: declared only. */
	value: Value | undefined;
	isExported?: boolean;
	isReadonly?: boolean;
	isInteger?: boolean;
	/** Keys of its array are text. */
	isAssociative?: boolean;
}

/** A shell's variables with the scopes of the functions that run. Scopes are dynamic, as in bash. */
export class Variables {
	#variables = new Map<string, Variable>();
	/** What `local` has hidden, per running function. */
	readonly #hidden: Map<string, Variable | undefined>[] = [];

	static from(env: NodeJS.ProcessEnv): Variables {
		const variables = new Variables();
		for (const [name, value] of Object.entries(env))
			if (value !== undefined) variables.#variables.set(name, { value, isExported: true });
		return variables;
	}

	copy(): Variables {
		const copy = new Variables();
		for (const [name, variable] of this.#variables) copy.#variables.set(name, { ...variable, value: copyOf(variable.value) });
		for (const hidden of this.#hidden) copy.#hidden.push(new Map(hidden));
		return copy;
	}

	get(name: string): Variable | undefined {
		return this.#variables.get(name);
	}

	/** The text of a variable; of an array its first element. */
	text(name: string): string | undefined {
		const value = this.#variables.get(name)?.value;
		return value instanceof Map ? value.get('0') : value;
	}

	/** @throws ShellFault for one that is read-only */
	set(name: string, value: Value): void {
		const variable = this.#writable(name);
		// Text given to an array is its first element.
		if (typeof value === 'string' && variable.value instanceof Map) variable.value.set('0', value);
		else variable.value = value;
	}

	setElement(name: string, key: string, text: string): void {
		const variable = this.#writable(name);
		if (!(variable.value instanceof Map)) variable.value = new Map(variable.value === undefined ? [] : [['0', variable.value]]);
		const isLast =
			variable.value.has(key) || variable.isAssociative || Number(key) > Number([...variable.value.keys()].at(-1) ?? -1);
		variable.value.set(key, text);
		if (!isLast) variable.value = new Map([...variable.value].sort(([a], [b]) => Number(a) - Number(b)));
	}

	/** Changes what a variable is, making it where there is none. */
	declare(name: string, attributes: Partial<Omit<Variable, 'value'>>): void {
		const variable = this.#variables.get(name) ?? { value: undefined };
		this.#variables.set(name, { ...variable, ...attributes });
		if (attributes.isAssociative && variable.value === undefined) this.set(name, new Map());
	}

	unset(name: string): void {
		if (this.#variables.get(name)?.isReadonly) throw new ShellFault(`unset: ${name}: cannot unset: readonly variable`);
		this.#variables.delete(name);
	}

	unsetElement(name: string, key: string): void {
		const value = this.#writable(name).value;
		if (value instanceof Map) value.delete(key);
	}

	names(): string[] {
		return [...this.#variables.keys()].sort();
	}

	/** What children get. */
	environment(): Record<string, string> {
		const env: Record<string, string> = {};
		for (const [name, { value, isExported }] of this.#variables) if (isExported && typeof value === 'string') env[name] = value;
		return env;
	}

	/** Runs `body` in a scope: variables that it makes local are gone afterwards. */
	async scoped<T>(body: () => Promise<T>): Promise<T> {
		const hidden = new Map<string, Variable | undefined>();
		this.#hidden.push(hidden);
		try {
			return await body();
		} finally {
			this.#hidden.splice(this.#hidden.indexOf(hidden), 1);
			for (const [name, variable] of hidden) this.#restore(name, variable);
		}
	}

	/** Hides a variable until the innermost scope ends. @returns false outside of every scope */
	makeLocal(name: string): boolean {
		const hidden = this.#hidden.at(-1);
		if (!hidden) return false;
		if (hidden.has(name)) return true;
		const outer = this.#variables.get(name);
		hidden.set(name, outer);
		this.#variables.set(name, { value: undefined, ...(outer?.isExported ? { isExported: true } : {}) });
		return true;
	}

	#restore(name: string, variable: Variable | undefined): void {
		if (variable) this.#variables.set(name, variable);
		else this.#variables.delete(name);
	}

	#writable(name: string): Variable {
		const variable = this.#variables.get(name);
		if (variable?.isReadonly) throw new ShellFault(`${name}: readonly variable`, 1, true);
		if (variable) return variable;
		const made: Variable = { value: undefined };
		this.#variables.set(name, made);
		return made;
	}
}

const copyOf = (value: Value | undefined): Value | undefined => (value instanceof Map ? new Map(value) : value);

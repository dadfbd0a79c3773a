/** What a wish can ask for, one shape for each kind. */
import type { Blueprint, Chart, Field } from '../../../src/lib/domain/blueprint';

export type Verb = 'read' | 'create' | 'update' | 'delete';

/** What a role may do with some entities; those that nobody names are all. */
export interface Grant {
	entities: string[] | 'all';
	verbs: Verb[];
	/** Nothing else than this. */
	isOnly: boolean;
	isDenied: boolean;
}

export type Intent =
	| { do: 'add-fields'; entity: string; fields: Field[]; note?: string }
	| { do: 'rename-field'; entity: string; field: string; to: string }
	| { do: 'remove-field'; entity: string; field: string }
	| { do: 'set-options'; entity: string; field: string; options: string[]; mode: 'all' | 'more' | 'less' }
	| { do: 'rename-option'; entity: string; field: string; option: string; to: string }
	| { do: 'set-required'; entity: string; field: string; required: boolean }
	| { do: 'set-unique'; entity: string; field: string }
	| { do: 'add-entity'; plural: string; fields: Field[] }
	| { do: 'rename-entity'; entity: string; plural: string }
	| { do: 'remove-entities'; entities: string[] }
	| { do: 'add-role'; label: string; grants: Grant[] }
	| { do: 'rename-role'; role: string; label: string }
	| { do: 'remove-role'; role: string }
	| { do: 'set-rights'; roles: string[]; grants: Grant[] }
	| { do: 'add-chart'; chart: Chart }
	| { do: 'remove-chart'; titles: string[] }
	| { do: 'set-title'; title: string }
	| { do: 'set-currency'; currency: string }
	| { do: 'set-looks'; ground: string; part: string; mode: '' | 'light' | 'dark' | 'system' }
	/** Understood, and not possible: why. */
	| { do: 'refuse'; quote: string; why: string }
	/** Understood, and so already. */
	| { do: 'met'; why: string };

/** Reads a clause; undefined where it is about something else. */
export type Reader = (clause: string, context: ReadContext) => Intent[] | undefined;

export interface ReadContext {
	/** As it is by now: what the wish has asked for so far is in it. */
	blueprint: Blueprint;
	/** The entity that was spoken of last. */
	last: string | undefined;
}

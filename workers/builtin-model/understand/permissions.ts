/** Who may read, make, change and delete what was found, from what the text says of each role. */
import type { FoundThing } from './entities';
import type { Roles } from './roles';

/** Sets the permissions of every entity. */
export function givePermissions(things: FoundThing[], roles: Roles, text: string): void {
	const all = roles.roles.map((role) => role.name);
	const writers = all.filter((name) => !roles.readOnly.includes(name));
	for (const { thing, entity } of things) {
		const makers = roles.roles.filter((role) => makesIt(role.name, role.label, thing.words, text)).map((role) => role.name);
		const create =
			thing.name === 'application' && all.includes('candidate')
				? ['candidate']
				: thing.name.startsWith('candidate') || thing.name === 'saved-job'
					? all.filter((name) => name === 'candidate')
					: makers.length
						? makers
						: writers;
		const owned = roles.isOpen && thing.name !== 'application';
		entity.permissions = {
			read: thing.isPrivate
				? ['owner']
				: thing.name === 'application' && all.includes('company')
					? ['owner', 'company']
					: roles.isPublic
						? ['public']
						: all,
			create,
			update:
				owned || thing.isPrivate
					? ['owner', ...create]
					: thing.name === 'application'
						? ['company'].filter((name) => all.includes(name))
						: writers,
			delete:
				owned || thing.isPrivate
					? ['owner', ...create]
					: thing.name === 'application'
						? ['company'].filter((name) => all.includes(name))
						: writers
		};
	}
}

function makesIt(name: string, label: string, words: RegExp, text: string): boolean {
	const plural = label.toLowerCase().endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`;
	const match = new RegExp(
		`\\b(?:${plural}|${name}s?)\\s+(?:can\\s+|may\\s+)?(?:post|create|add|write|publish|offer)\\s+([^.]{0,30})`,
		'i'
	).exec(text);
	return match?.[1] !== undefined && words.test(match[1]);
}

/** Who uses the app: roles named in the requirement, and what each may do. */
import type { AppRole } from '../../../src/lib/domain/blueprint';

const NAMED: [RegExp, string, string][] = [
	[/\bviewers?\b/i, 'viewer', 'Viewer'],
	[/\bsales managers?\b|\bmanagers?\b/i, 'manager', 'Manager'],
	[/\bcompan(y|ies)\b (post|see|move|publish)|\bcompanies\b|\bemployers?\b/i, 'company', 'Company'],
	[/\bcandidates?\b|job seekers?/i, 'candidate', 'Candidate'],
	[/\breceptionists?\b|front desk/i, 'reception', 'Reception'],
	[/\bdoctors? (can|see|log|sign|manage)/i, 'doctor', 'Doctor'],
	[/\bteachers?\b/i, 'teacher', 'Teacher'],
	[/\bstudents?\b/i, 'student', 'Student'],
	[/\beditors?\b/i, 'editor', 'Editor'],
	[/\bwarehouse (staff|workers?)|\bworkers?\b|\bstaff\b/i, 'staff', 'Staff'],
	[/\bmoderators?\b/i, 'moderator', 'Moderator']
];
const COMMUNITY = /\bregister\b|\bsign up\b|people (can )?share|everybody can|anyone can|community|visitors/i;

export interface Roles {
	roles: AppRole[];
	/** Roles that may look but not change. */
	readOnly: string[];
	/** Anybody may register. */
	isOpen: boolean;
	/** Signed-out visitors may read. */
	isPublic: boolean;
	/** Somebody asked for managing users. */
	managesUsers: boolean;
	assumptions: string[];
}

export function findRoles(text: string): Roles {
	const found = NAMED.filter(([words]) => words.test(text)).map(([, name, label]) => ({ name, label }));
	for (const noun of readersOf(text)) {
		if (!found.some((role) => role.name === noun || role.label.toLowerCase() === noun))
			found.push({ name: noun, label: noun.charAt(0).toUpperCase() + noun.slice(1) });
	}
	const market = found.some((role) => role.name === 'company') && found.some((role) => role.name === 'candidate');
	const isOpen = COMMUNITY.test(text) || market;
	const assumptions: string[] = [];
	if (found.length === 0 && isOpen) found.push({ name: 'member', label: 'Member' });
	if (found.length === 0 && /\b(we|our|team|salon|clinic|shop|staff|company|here)\b/i.test(text)) {
		found.push({ name: 'staff', label: 'Team member' });
		assumptions.push('The owner and team members sign in; the owner invites the team.');
	}
	if (found.length === 0) assumptions.push('One person uses the app, behind a sign-in, since it is on the web.');
	const readers = readersOf(text);
	const readOnly = found
		.filter((role) => role.name === 'viewer' || readers.some((noun) => [role.name, role.label.toLowerCase()].includes(noun)))
		.map((role) => role.name);
	const open = found
		.filter((role) => isOpen && !['moderator', 'editor', 'manager', 'staff'].includes(role.name))
		.map((role) => role.name);
	const roles: AppRole[] = found.map((role) => ({
		...role,
		description: readOnly.includes(role.name) ? 'Looks, changes nothing' : '',
		permissions: [
			...(readOnly.includes(role.name) ? ['*:read'] : ['*:read', '*:write']),
			...(open.includes(role.name) ? ['session:create'] : [])
		]
	}));
	// Powerless roles come first, so that the least powerful one is the first.
	roles.sort((a, b) => Number(readOnly.includes(b.name)) - Number(readOnly.includes(a.name)));
	roles.push({
		name: 'admin',
		label: found.length === 0 || found[0]?.name === 'staff' ? 'Owner' : 'Administrator',
		description: 'Everything, and who may sign in',
		permissions: ['*:manage']
	});
	return {
		roles,
		readOnly,
		isOpen,
		isPublic: isOpen && !market,
		managesUsers: /\binvite|user management|manage (the )?users|deactivate/i.test(text),
		assumptions
	};
}

/** Who 'may only read' or 'can look but not change', in the singular. */
function readersOf(text: string): string[] {
	const may = '(?:may|can|should|shall|must)';
	const only = new RegExp(
		`\\b([a-z]{3,20}s) ${may} (?:only (?:read|look|see|view)|(?:read|look|see|view)\\w* only|(?:read|look|see|view)[^.;]{0,25} not (?:change|edit|write|add))|\\b([a-z]{3,20}s) (?:have|get) read.only`,
		'gi'
	);
	return [...text.matchAll(only)]
		.map((match) => (match[1] ?? match[2] ?? '').toLowerCase())
		.filter((plural) => !/^(visitors|others|users|admins|administrators|guests|owners|theirs|ours)$/.test(plural))
		.map((plural) => plural.replace(/ies$/, 'y').replace(/s$/, ''));
}

/** How people call a role. */
export const roleWords = (name: string): RegExp =>
	NAMED.find(([, known]) => known === name)?.[0] ?? new RegExp(`\\b${name}s?\\b`, 'i');

/** Roles: added with their rights, called something else, removed, allowed more or less. */
import type { AppRole, Entity } from '../../../src/lib/domain/blueprint';
import { criterionKind, wording } from '../generate/criteria';
import { entityNamed, isPrivate, namesOf, rolesOf } from '../generate/names';
import { rightsText } from '../generate/rights';
import type { Draft } from './draft';
import type { Grant, Intent, Verb } from './intents';
import { roleName } from './read-roles';

type Of<K extends Intent['do']> = Extract<Intent, { do: K }>;
const VERBS: Verb[] = ['read', 'create', 'update', 'delete'];
/** Beyond this the rights of a role are proved for the first kinds of records only. */
const MOST_PROVED = 8;

export function addRole(draft: Draft, { label: said, grants }: Of<'add-role'>): void {
	const label = capital(said);
	const name = roleName(said);
	if (
		!/^[a-z][a-z0-9-]*$/.test(name) ||
		rolesOf(draft.after).some((role) => role.name === name) ||
		['user', 'public', 'owner', 'member', 'visitor'].includes(name)
	)
		return draft.refuse(`role ${said}`, 'there is a role of this name already, or it means something else');
	const isReader = grants.length > 0 && grants.every((grant) => grant.isDenied || grant.verbs.every((verb) => verb === 'read'));
	const isAll = grants.length === 0 || grants.some((grant) => grant.entities === 'all' && !grant.isDenied);
	const role: AppRole = {
		name,
		label,
		description: isReader ? 'Looks, changes nothing' : '',
		permissions: isAll ? (isReader ? ['*:read'] : ['*:read', '*:write']) : grants.flatMap((grant) => permissionsOf(grant))
	};
	const admin = draft.after.roles.filter((known) => known.name === 'admin');
	// What was promised when it went away does not hold any more.
	draft.dropCriteria(
		draft.after.features.flatMap(({ criteria }) => criteria.filter((id) => draft.criterion(id)?.text === wording.noRole(label)))
	);
	draft.after = { ...draft.after, roles: [...draft.after.roles.filter((known) => known.name !== 'admin'), role, ...admin] };
	// Who says nothing of rights means somebody who works with all of it.
	const given: Grant[] = grants.length ? grants : [{ entities: 'all', verbs: VERBS, isOnly: false, isDenied: false }];
	for (const grant of given) allow(draft, name, grant);
	const shown = showWhatIsNeeded(draft, name);
	withUsers(draft);
	draft.done(
		`There is a role “${label}”: ${rightsInWords(draft, role)}${shown.length ? ` It reads ${shown.join(' and ')} as well, since those pages show what it may read.` : ''} Example account of a new database: ${name}@example.com.`
	);
	proveRights(draft, role);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const permissionsOf = ({ entities, verbs, isDenied }: Grant): string[] =>
	entities === 'all' || isDenied ? [] : entities.flatMap((entity) => verbs.map((verb) => `${entity}:${verb}`));

/** Adds a role to what it may do, or takes it away; 'owner' and 'public' stay as they are. */
function allow(draft: Draft, role: string, { entities, verbs, isDenied, isOnly }: Grant): void {
	for (const entity of draft.after.entities.filter((candidate) => !isPrivate(candidate))) {
		const isMeant = entities === 'all' || entities.includes(entity.name);
		const permissions = { ...entity.permissions };
		for (const verb of VERBS) {
			// An empty list stands for everybody.
			const listed = permissions[verb].length
				? permissions[verb]
				: rolesOf(draft.after)
						.map(({ name }) => name)
						.filter((name) => name !== role);
			const has = isMeant && verbs.includes(verb) ? !isDenied : isOnly ? false : listed.includes(role);
			const isSame = has === listed.includes(role);
			permissions[verb] = isSame ? listed : has ? withRole(listed, role) : listed.filter((name) => name !== role);
			if (permissions[verb].filter((name) => name !== 'owner').length === 0) permissions[verb] = [...permissions[verb], 'admin'];
		}
		const last = draft.last;
		draft.setEntity({ ...entity, permissions });
		draft.last = last;
	}
}

const withRole = (listed: readonly string[], role: string) => {
	const admin = listed.indexOf('admin');
	return admin < 0 ? [...listed, role] : [...listed.slice(0, admin), role, ...listed.slice(admin)];
};

const mayRead = (entity: Entity, role: string) =>
	entity.permissions.read.some((name) => name === role || name === 'public' || name === 'owner');

/** Records are shown on the page of what they live in, with what they point to: who reads them reads that. */
function showWhatIsNeeded(draft: Draft, role: string): string[] {
	const shown = new Set<string>();
	const visit = (entity: Entity) => {
		for (const name of [entity.ownedBy, ...entity.fields.map((field) => field.reference)]) {
			const target = entityNamed(draft.after, name);
			if (!target || mayRead(target, role)) continue;
			allow(draft, role, { entities: [target.name], verbs: ['read'], isOnly: false, isDenied: false });
			shown.add(namesOf(target).all);
			visit(target);
		}
	};
	for (const entity of draft.after.entities.filter((candidate) => mayRead(candidate, role))) visit(entity);
	return [...shown];
}

/** More than one role needs somebody who says who has which. */
function withUsers(draft: Draft): void {
	if (draft.after.features.some((feature) => feature.kind === 'users')) return;
	draft.after = {
		...draft.after,
		features: [
			...draft.after.features,
			{
				...{ name: 'users', kind: 'users', needs: ['session'], charts: [], criteria: [] },
				pages: [{ route: '/users', title: 'Users', kind: 'list', description: '', audience: 'everybody', blocks: [] }]
			}
		]
	};
	for (const text of [wording.invite(), wording.role(), wording.deactivate(), wording.usersRefuse()]) draft.prove('users', text);
}

function rightsInWords(draft: Draft, role: AppRole): string {
	const texts = draft.after.entities
		.filter((entity) => !isPrivate(entity))
		.map((entity) => ({
			all: namesOf(entity).all,
			verbs: VERBS.filter((verb) => entity.permissions[verb].some((name) => name === role.name || name === 'public'))
		}));
	const groups = new Map<string, string[]>();
	for (const { all, verbs } of texts) {
		const key =
			verbs.map((verb) => ({ read: 'reads', create: 'adds', update: 'changes', delete: 'deletes' })[verb]).join(', ') ||
			'does not see';
		groups.set(key, [...(groups.get(key) ?? []), all]);
	}
	return `${[...groups].map(([verbs, all]) => `${verbs} ${all.join(', ')}`).join('; ')}.`;
}

function proveRights(draft: Draft, role: AppRole): void {
	for (const feature of draft.after.features.slice()) {
		const entity = entityNamed(draft.after, feature.entity);
		const count =
			draft.asks.length &&
			draft.after.features
				.flatMap(({ criteria }) => criteria)
				.filter((id) => draft.criterion(id)?.text.includes(`While ${role.label.toLowerCase()}`)).length;
		if (entity && !isPrivate(entity) && count < MOST_PROVED) draft.prove(feature.name, rightsText(draft.after, entity, role));
	}
}

export function setRights(draft: Draft, { roles, grants }: Of<'set-rights'>): void {
	for (const name of roles) {
		const role = rolesOf(draft.after).find((candidate) => candidate.name === name);
		if (!role) continue;
		const before = draft.after.entities;
		for (const grant of grants) allow(draft, name, grant);
		const shown = showWhatIsNeeded(draft, name);
		const changed = draft.after.entities.filter(
			(entity) =>
				JSON.stringify(entity.permissions) !== JSON.stringify(before.find((known) => known.name === entity.name)?.permissions)
		);
		if (changed.length === 0) {
			draft.met(`what “${role.label}” may do is so already`);
			continue;
		}
		draft.done(`“${role.label}” ${rightsInWords(draft, role)}${shown.length ? ` It reads ${shown.join(' and ')} as well.` : ''}`);
		for (const entity of changed) {
			const feature = draft.featureOf(entity.name);
			if (feature) draft.prove(feature.name, rightsText(draft.after, entity, role));
		}
	}
}

export function renameRole(draft: Draft, { role: name, label: said }: Of<'rename-role'>): void {
	const role = rolesOf(draft.after).find((candidate) => candidate.name === name);
	const label = capital(said);
	if (!role) return;
	const old = wording.roleName(role.label);
	draft.dropCriteria(draft.after.features.flatMap(({ criteria }) => criteria.filter((id) => draft.criterion(id)?.text === old)));
	const roles = draft.after.roles.some((known) => known.name === name) ? draft.after.roles : [...draft.after.roles, role];
	draft.after = { ...draft.after, roles: roles.map((known) => (known.name === name ? { ...known, label } : known)) };
	draft.done(`The role “${role.label}” is called “${label}”; who has it keeps it.`);
	draft.prove(accessFeature(draft), wording.roleName(label));
}

const accessFeature = (draft: Draft) =>
	draft.after.features.find((feature) => feature.kind === 'session' || feature.kind === 'users')?.name ?? 'session';

export function removeRole(draft: Draft, { role: name }: Of<'remove-role'>): void {
	const role = draft.after.roles.find((candidate) => candidate.name === name);
	if (!role) return;
	const drop = (list: readonly string[]) => {
		const left = list.filter((other) => other !== name);
		return list.length && left.filter((other) => other !== 'owner').length === 0 ? [...left, 'admin'] : left;
	};
	draft.after = {
		...draft.after,
		roles: draft.after.roles.filter((other) => other.name !== name),
		entities: draft.after.entities.map((entity) => {
			const { read, create, update, delete: remove } = entity.permissions;
			return { ...entity, permissions: { read: drop(read), create: drop(create), update: drop(update), delete: drop(remove) } };
		}),
		journeys: draft.after.journeys.map((journey) => ({
			...journey,
			steps: journey.steps.map((step) =>
				step.role === name ? { ...step, role: draft.after.roles.find((other) => other.name !== name)?.name ?? 'admin' } : step
			)
		}))
	};
	// Who manages users has nobody left to manage by role, but may still invite.
	const gone = draft.after.features.flatMap(({ criteria }) =>
		criteria.filter((id) => isOfRole(draft.criterion(id)?.text ?? '', role.label))
	);
	draft.dropCriteria(gone);
	const least = rolesOf(draft.after).length;
	if (least < 2)
		draft.dropCriteria(draft.after.features.filter((feature) => feature.kind === 'users').flatMap(({ criteria }) => criteria));
	if (least < 2)
		draft.after = {
			...draft.after,
			features: draft.after.features
				.filter((feature) => feature.kind !== 'users')
				.map((feature) => ({ ...feature, needs: feature.needs.filter((need) => need !== 'users') }))
		};
	draft.done(
		`There is no role “${role.label}” any more; its users are deactivated until an administrator gives them another one.`
	);
	draft.prove('session', wording.noRole(role.label));
}

const isOfRole = (text: string, label: string) => {
	const kind = criterionKind(text);
	return (kind === 'rights' || kind === 'role-name') && text.toLowerCase().includes(label.toLowerCase());
};

/** README, traceability, roles and colours of a generated app. */
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { section } from '../../../src/lib/frames/requirements-doc';
import { shades } from './palette';
import { entityNamed, namesOf, quote, rolesOf, sentence } from './names';

export function traceabilityDoc(blueprint: Blueprint): string {
	const rows = blueprint.features.flatMap((feature) => {
		const entity = entityNamed(blueprint, feature.entity);
		const folder = entity
			? namesOf(entity).folder
			: feature.kind === 'dashboard'
				? 'dashboard'
				: feature.kind === 'users'
					? 'users'
					: 'session';
		return feature.criteria.map(
			(id) => `| ${id} | ${feature.name} | \`src/features/${folder}/\` | \`src/features/${folder}/*.test.*\` |`
		);
	});
	return `# Traceability

From criterion to code and tests. \`npm test\` fails when a criterion has no test.

| Criterion | Feature | Code | Tests |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

export function readme(blueprint: Blueprint): string {
	const roles = rolesOf(blueprint);
	return `# ${blueprint.title}

${blueprint.summary}

## Start

\`\`\`sh
npm install
npm run dev        # http://localhost:3000, with example data
\`\`\`

Sign in as ${roles.map((role) => `\`${role.name}@example.com\``).join(', ')}, password \`demo-password\`.
The data lie in \`.data/\`; delete that folder to start anew.

| Command | Does |
| --- | --- |
| \`npm run dev\` | pages and API in one process, reloads on change |
| \`npm test\` | all tests, no network, in-memory PostgreSQL |
| \`npm run typecheck\` | TypeScript, no output |
| \`npm run build\` | \`dist/client\` and \`dist/server\` |
| \`npm start\` | runs the build |

Settings are in [.env.example](.env.example). \`docker compose up --build\` runs it with PostgreSQL; set \`ADMIN_EMAIL\` and \`ADMIN_PASSWORD\` first.

## What it holds

${blueprint.entities.map((entity) => `- **${sentence(namesOf(entity).all)}**: ${entity.fields.map((field) => field.label.toLowerCase()).join(', ')}`).join('\n')}

${section(
	'Roles',
	roles.map((role) => `**${role.label}**${role.description ? `: ${role.description}` : ''}`)
)}${section(
		'Not built',
		blueprint.notUnderstood.map((wish) => `“${wish}”`)
	)}## Find your way

- [docs/requirements.md](docs/requirements.md): what it must do, numbered; [docs/traceability.md](docs/traceability.md): where each point is tested
- \`/openapi.json\`: the API
- \`src/features/<entity>/\`: one folder per entity, always the same files, found by name
- \`src/server\`, \`src/web\`, \`src/core\`: what all entities share
`;
}

export function decisionsDoc(blueprint: Blueprint): string {
	return `# Decisions

- Built by Tabsmith's built-in model: rule-based, no AI. It took the requirement literally where it could and wrote down what it assumed.
- Stack: ${blueprint.stack.join(', ')}.
- One contract object per endpoint gives validation, types, forms and \`/openapi.json\`.
- Roles are enforced on the server; pages only leave out what would be refused.
${blueprint.assumptions.map((assumption) => `- Assumed: ${assumption}`).join('\n')}
`;
}

export function appFile(blueprint: Blueprint): string {
	const { locale, currency } = blueprint.design;
	return `/** What this app is called and how it writes numbers. */
export const APP = { title: ${quote(blueprint.title)}, summary: ${quote(blueprint.summary)}, locale: '${locale === 'en' ? 'en-GB' : locale}', currency: '${currency}' };
`;
}

export function rolesFile(blueprint: Blueprint): string {
	const roles = rolesOf(blueprint);
	const open = roles.filter((role) => role.permissions.includes('session:create'));
	return `/** Who may sign in, most powerful last. */
export const ROLES = [${roles.map((role) => quote(role.name)).join(', ')}] as const;
/** Roles that anybody may give themselves by registering; empty: by invitation only. */
export const SIGN_UP_ROLES: readonly (typeof ROLES)[number][] = [${open.map((role) => quote(role.name)).join(', ')}];
export const ROLE_LABELS: Record<(typeof ROLES)[number], string> = {
${roles.map((role) => `  ${quote(role.name)}: ${quote(role.label)},`).join('\n')}
};
`;
}

export const paletteFile = (blueprint: Blueprint) => shades(blueprint.design);

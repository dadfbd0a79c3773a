import { blocks } from '../../blocks/registry';
import type { Blueprint } from '../../domain/blueprint';
import { section } from '../requirements-doc';
import { pagesOf } from './pages';

const hasServerOf = ({ frame }: Blueprint) => frame === 'site';

export function readme(blueprint: Blueprint): string {
	const pages = pagesOf(blueprint);
	const hasServer = hasServerOf(blueprint);
	const used = [...new Set(pages.flatMap(({ page }) => page.blocks.map(({ block }) => block)))];
	return `# ${blueprint.title}

${blueprint.summary}

## Start

\`\`\`sh
npm ci
npm run dev        # http://localhost:3000, reloads on change
\`\`\`

${hasServer ? SITE_START : 'There is no server to run: what the app keeps, it keeps on the device of whoever uses it.'}

| Command | Does |
| --- | --- |
| \`npm test\` | all tests, no network |
| \`npm run typecheck\` | TypeScript, no output |
| \`npm run build\` | \`${hasServer ? 'dist/client' : 'dist'}\`: a file for each page, \`404.html\` for what is not there${hasServer ? '; `dist/server`' : ''} |
| \`npm start\` | ${hasServer ? 'runs the build' : 'shows `dist`'} at http://localhost:3000 |

## Put it online

${hasServer ? SITE_ONLINE : onlineOf(blueprint.slug)}

${section(
	'Pages',
	pages.map(({ page, name, isLaid }) => `**${page.title}** (\`${page.route}\`): \`src/pages/${name}.${isLaid ? 'ts' : 'tsx'}\``)
)}${section(
		'Blocks',
		used.map((name) => `\`src/blocks/${name}\`: ${blocks.get(name)?.line ?? ''}`)
	)}${section(
		'Not built',
		blueprint.notUnderstood.map((wish) => `“${wish}”`)
	)}## Find your way

- [docs/requirements.md](docs/requirements.md): what it must do, numbered; [docs/traceability.md](docs/traceability.md): where each point is tested
- \`src/pages\`: what each page says, as data; \`src/app.ts\`: the app's name, language and menu; \`src/web/theme.css\`: its colours
- \`src/blocks\`: the parts that pages are made of; \`src/web\` and \`src/core\`: what all of them share
`;
}

const onlineOf = (
	slug: string
) => `- **Static host**: \`SITE_URL=https://example.com npm run build\`, then upload \`dist\` to the root of a domain. GitHub Pages, Netlify,
  Cloudflare Pages and most others serve \`about.html\` for \`/about\` and \`404.html\` for what is not there by themselves.
- **Node host**: \`npm ci && npm run build && PORT=8080 npm start\`.
- **Container**: \`docker build -t ${slug} . && docker run -p 8080:8080 ${slug}\`.`;

const SITE_START = `In development, \`admin@example.com\` with the password \`demo-password\` manages what the site shows. Of a new installation, whoever
registers first at \`/register\` is the owner. The data lie in \`.data/\`; delete that folder to start anew.`;

const SITE_ONLINE = `- **Node host**: \`npm ci && npm run build && npm start\`, with the settings of [.env.example](.env.example); keep \`DATA_DIR\`, or name a PostgreSQL
  server in \`DATABASE_URL\`.
- **Container**: \`docker compose up --build\` runs it with PostgreSQL.`;

export function traceabilityDoc(blueprint: Blueprint): string {
	const rows = pagesOf(blueprint).flatMap(({ name, isLaid, criteria, page }) =>
		criteria.map(({ id, check }) => {
			const part = check?.block ? `\`src/blocks/${check.block}\`` : `\`src/pages/${name}.${isLaid ? 'ts' : 'tsx'}\``;
			return `| ${id} | ${page.title} | ${part} | \`src/pages/${name}.test.tsx\` |`;
		})
	);
	return `# Traceability

From criterion to code and tests.

| Criterion | Page | Code | Test |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

export function decisionsDoc(blueprint: Blueprint): string {
	return `# Decisions

${hasServerOf(blueprint) ? '- A server: people share what they write, or somebody manages it behind a sign-in. Who may do what is said per collection, in the blocks, and enforced on the server.' : '- No server: nothing here is shared between people or managed behind a sign-in.'}
- Pages are data, made of tested blocks; each block is given its words, fields and rules.
- Each page is a file of its own once built, so that any static host can serve it.
${blueprint.assumptions.map((assumption) => `- Assumed: ${assumption}`).join('\n')}
`;
}

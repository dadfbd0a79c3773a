/** `npm view` and `npm outdated`: questions to the registry, answered as text. */
import semver from 'semver';
import { NpmError } from './errors';
import type { Lockfile } from './lockfile';
import { noMatchingVersion, packagePath, readPackument, type Packument } from './manifests';
import type { PackageJson } from './package-json';
import type { Registry } from './registry';
import type { InstallTarget } from './target';

export interface QueryAnswer {
	text: string;
	exitCode: number;
}

const LOOSE = { loose: true };

/** `npm view <spec> [field ...] [--json]`. @throws E404 | ETARGET | EUSAGE */
export async function view(registry: Registry, [spec, ...fields]: readonly string[], isJson: boolean): Promise<QueryAnswer> {
	const match = /^(@[^/@]+\/[^@]+|[^@/:]+)(?:@(.*))?$/.exec(spec ?? '');
	if (!match?.[1]) throw new NpmError('EUSAGE', 'Name a package of the registry: npm view <package>[@version] [field ...].');
	const [, name, wanted = 'latest'] = match;
	const packument = (await registry.document(packagePath(name))) as Packument & Record<string, unknown>;
	const versions = versionsFor(packument, wanted);
	if (versions.length === 0) throw noMatchingVersion(name, wanted);
	const rows = versions.map((version) => {
		const document: Record<string, unknown> = {
			...packument,
			...packument.versions[version],
			versions: Object.keys(packument.versions)
		};
		const shown =
			fields.length > 0 ? fields : ['name', 'version', 'description', 'license', 'homepage', 'dependencies', 'dist-tags'];
		return {
			version,
			values: shown.map((field) => [field, valueAt(document, field)] as const).filter(([, value]) => value !== undefined)
		};
	});
	return { text: isJson ? asJson(rows, fields) : asText(name, rows, fields), exitCode: 0 };
}

type Row = { version: string; values: (readonly [string, unknown])[] };

function asJson(rows: Row[], fields: readonly string[]): string {
	const values = rows.map(({ values }) => (fields.length === 1 ? values[0]?.[1] : Object.fromEntries(values)));
	const answer = values.length === 1 ? values[0] : values;
	return answer === undefined ? '' : `${JSON.stringify(answer, null, 2)}\n`;
}

function asText(name: string, rows: Row[], fields: readonly string[]): string {
	const isBare = rows.length === 1 && fields.length === 1;
	const lines = rows.flatMap(({ version, values }) =>
		values.map(([field, value]) => {
			const text = typeof value === 'string' ? (isBare ? value : `'${value}'`) : JSON.stringify(value, null, 2);
			if (isBare) return text;
			return `${rows.length > 1 ? `${name}@${version} ` : ''}${fields.length > 1 || rows.length === 1 ? `${field} = ` : ''}${text}`;
		})
	);
	return lines.map((line) => `${line}\n`).join('');
}

function versionsFor(packument: Packument, wanted: string): string[] {
	const tagged = packument['dist-tags'][wanted];
	if (tagged) return [tagged];
	return Object.keys(packument.versions).filter((version) => semver.satisfies(version, wanted, LOOSE));
}

function valueAt(document: unknown, path: string): unknown {
	if (typeof document !== 'object' || document === null) return undefined;
	const fields = document as Record<string, unknown>;
	if (path in fields) return fields[path];
	const dot = path.indexOf('.');
	return dot < 0 ? undefined : valueAt(fields[path.slice(0, dot)], path.slice(dot + 1));
}

/** `npm outdated`: exit code 1 when a direct dependency is not the latest, as npm has it. */
export async function outdated(registry: Registry, target: InstallTarget, cwd: string): Promise<QueryAnswer> {
	const read = async <T>(path: string): Promise<T | null> => {
		const bytes = await target.readFile(`${cwd}/${path}`);
		return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as T) : null;
	};
	const pkg = (await read<PackageJson>('package.json')) ?? {};
	const installed = (await read<Lockfile>('node_modules/.package-lock.json'))?.packages ?? {};
	const wanted = Object.entries({ ...(pkg['dependencies'] as object), ...(pkg['devDependencies'] as object) } as Record<
		string,
		string
	>);
	const rows = await Promise.all(
		wanted.sort().map(async ([name, range]) => {
			if (semver.validRange(range, LOOSE) === null) return null;
			const packument = await readPackument(registry, name);
			const current = installed[`node_modules/${name}`]?.version;
			const latest = packument['dist-tags']['latest'] ?? '';
			const best = semver.satisfies(latest, range, LOOSE)
				? latest
				: (semver.maxSatisfying(Object.keys(packument.versions), range, LOOSE) ?? latest);
			if (current === latest && current === best) return null;
			const dependent = cwd.slice(cwd.lastIndexOf('/') + 1);
			return [name, current ?? 'MISSING', best, latest, current ? `node_modules/${name}` : '-', dependent];
		})
	);
	const found = rows.filter((row) => row !== null);
	if (found.length === 0) return { text: '', exitCode: 0 };
	return { text: table([['Package', 'Current', 'Wanted', 'Latest', 'Location', 'Depended by'], ...found]), exitCode: 1 };
}

/** The first column and the last two to the left, versions to the right. */
function table(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const cell = (text: string, column: number): string =>
		column === 0 || column > 3 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0);
	return rows.map((row) => `${row.map(cell).join('  ').trimEnd()}\n`).join('');
}

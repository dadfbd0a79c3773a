import { z } from '../../domain/zod';
import { AppError, messageOf } from '../../domain/app-error';
import { REGISTRY_UNREACHABLE, type Advisory, type PackageRegistry } from './gate';

const ADVISORIES_PATH = '/-/npm/v1/security/advisories/bulk';
const ADVISORIES_TIMEOUT_MS = 20_000;

/** @source npm's bulk advisories, as `npm audit` reads them */
const advisoriesSchema = z.record(
	z.string(),
	z.array(
		z.object({
			url: z.string().default(''),
			title: z.string(),
			severity: z.string(),
			vulnerable_versions: z.string().default('*')
		})
	)
);

/** Asks an npm registry. A range other than an exact version only needs the name to exist. */
export function npmRegistry(
	baseUrl = 'https://registry.npmjs.org',
	fetcher: typeof fetch = (input, init) => fetch(input, init)
): PackageRegistry {
	/** The same packages are asked about once: each round of the gates has them. */
	let known: { question: string; advisories: Advisory[] } | undefined;
	return {
		/** @throws AppError REGISTRY_UNREACHABLE when it cannot be asked; what it refuses to tell counts as there. */
		async has(name, range, signal) {
			const exact = /^[~^]?(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1];
			const path = name.startsWith('@') ? name.replace('/', '%2f') : name;
			const headers = { accept: 'application/vnd.npm.install-v1+json' };
			const response = await fetcher(`${baseUrl}/${path}`, { signal, headers }).catch((cause: unknown) => {
				signal.throwIfAborted();
				throw new AppError(
					REGISTRY_UNREACHABLE,
					`The package registry cannot be reached (${messageOf(cause)}). Check the network, then resume.`,
					{ cause }
				);
			});
			if (response.status === 404) return false;
			if (!response.ok) return true;
			const { versions } = (await response.json()) as { versions?: Record<string, unknown> };
			return !exact || range !== exact || !!versions?.[exact];
		},
		async advisories(packages, signal) {
			const question = JSON.stringify(Object.fromEntries([...packages].map(([name, versions]) => [name, [...versions]])));
			if (known?.question === question) return known.advisories;
			const response = await fetcher(baseUrl + ADVISORIES_PATH, {
				method: 'POST',
				body: question,
				headers: { 'content-type': 'application/json', accept: 'application/json' },
				signal: AbortSignal.any([signal, AbortSignal.timeout(ADVISORIES_TIMEOUT_MS)])
			});
			if (!response.ok) throw new AppError(REGISTRY_UNREACHABLE, `The registry answered ${response.status}.`);
			const answer = advisoriesSchema.parse(await response.json());
			const advisories = Object.entries(answer).flatMap(([name, list]) =>
				list.map(({ vulnerable_versions: versions, ...rest }) => ({ name, versions, ...rest }))
			);
			known = { question, advisories };
			return advisories;
		}
	};
}

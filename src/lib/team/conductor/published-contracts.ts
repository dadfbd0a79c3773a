import { Serial } from '../../async/serial';
import type { ContractVersion } from '../../domain/contract-surface';
import type { EventDraft } from '../../domain/events';
import { sha256 } from '../../domain/sha256';
import type { RunState } from '../../log/state';
import { contractChanges, contractProblems, surfaceOf } from '../planning/contract-surface';

/** Contracts that were published, each version with what changed against the one before: whoever builds on one is told. */

export interface ContractPlaces {
	runId: string;
	workspace: { read(path: string): string | undefined; list(under?: string): string[] };
	state(): RunState;
	append(draft: EventDraft): Promise<unknown>;
}

/** A contract whose file changed after it was published. */
export interface ChangedContract {
	/** As in 'contract:books'. */
	name: string;
	version: ContractVersion;
}

/** The file of a contract; undefined for artifacts that are none. */
export function contractFile(name: string): string | undefined {
	const feature = /^contract:([\w-]+)$/.exec(name)?.[1];
	return feature && `src/features/${feature}/contract.ts`;
}

interface Publisher {
	/** An agent's id. */
	from: string;
	taskId: string;
}

export class PublishedContracts {
	/** One after the other: two who publish at once must not make the same version. */
	readonly #queue = new Serial();

	constructor(private readonly places: ContractPlaces) {}

	/** Why a contract cannot be published as it is, in words; empty for what is none. */
	problems(name: string): string[] {
		const path = contractFile(name);
		if (!path) return [];
		const { workspace } = this.places;
		const source = workspace.read(path);
		if (source === undefined) return [`${path} is not written yet`];
		const others = workspace
			.list('src/features')
			.filter((other) => other !== path && other.endsWith('/contract.ts'))
			.flatMap((other) => surfaceOf(workspace.read(other) ?? '').endpoints);
		return contractProblems(surfaceOf(source), others);
	}

	/** Publishes a contract as it is. @returns what is new in it; undefined for the first version and where nothing is */
	publish(name: string, by: Publisher): Promise<ChangedContract | undefined> {
		return this.#queue.run(() => this.#publish(name, by));
	}

	/** New versions of all contracts that were changed since, whoever did so, unless their author is still at work on them. */
	async publishChanges(by: Publisher): Promise<ChangedContract[]> {
		const { contracts, tasks } = this.places.state();
		const isOpen = (name: string) => tasks.some(({ status, publishes }) => status === 'running' && publishes.includes(name));
		const changed: ChangedContract[] = [];
		for (const name of Object.keys(contracts).filter((key) => !isOpen(key))) {
			const change = await this.publish(name, by);
			if (change) changed.push(change);
		}
		return changed;
	}

	async #publish(name: string, { from, taskId }: Publisher): Promise<ChangedContract | undefined> {
		const { workspace, runId, state, append } = this.places;
		const source = workspace.read(contractFile(name) ?? '');
		const known = state().contracts[name];
		const hash = await sha256(source ?? '');
		if (known?.sha256 === hash || (known && source === undefined)) return undefined;
		const surface = surfaceOf(source ?? '');
		const { changes, isBreaking } = known ? contractChanges(known.surface, surface) : { changes: [], isBreaking: false };
		// Comments and layout are no new version.
		if (known && changes.length === 0) return undefined;
		const version = { version: (known?.version ?? 0) + 1, changes, isBreaking, surface };
		await append({
			...{ topic: 'artifact.published', runId, from, taskId },
			artifactRefs: [{ id: name, sha256: hash }],
			payload: { name, kind: 'contract', contract: version }
		});
		return known ? { name, version } : undefined;
	}
}

/** What is said of a new version to who builds on it. */
export function contractNews({ name, version: { version, changes } }: ChangedContract): string {
	return `${name} has changed since you were shown it (version ${version}): ${changes.join('; ')}. ${contractFile(name) ?? name} has it as it is now: go by that.`;
}

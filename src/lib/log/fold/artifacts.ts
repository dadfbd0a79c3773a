import type { EventOf } from '../../domain/events';
import type { FileState, RunState } from '../state';
import { patchAgent } from './agents';
import type { Steps } from './steps';

export const artifactSteps: Steps<'artifact.published' | 'artifact.superseded'> = {
	'artifact.published': (state, event) => {
		const { name, path, contract } = event.payload;
		const artifacts = { ...state.artifacts, [name]: artifactOf(event) };
		const contracts = contract ? { ...state.contracts, [name]: { ...contract, sha256: hashOf(event) } } : state.contracts;
		if (!path) return { ...state, artifacts, contracts };
		const counted = patchAgent(state, event.from, { filesWritten: (state.agents[event.from]?.filesWritten ?? 0) + 1 });
		return { ...counted, artifacts, files: { ...state.files, [path]: fileOf(state.files[path], path, event) } };
	},
	'artifact.superseded': (state, { payload }) => {
		const artifacts = { ...state.artifacts };
		delete artifacts[payload.name];
		const files = { ...state.files };
		if (payload.path && payload.deleted) delete files[payload.path];
		return { ...state, artifacts, files };
	}
};

export function artifactOf(event: EventOf<'artifact.published'>): RunState['artifacts'][string] {
	return { by: event.from, sha256: hashOf(event), time: event.time };
}

export function fileOf(before: FileState | undefined, path: string, event: EventOf<'artifact.published'>): FileState {
	const { sizeBytes = 0, added, removed } = event.payload;
	return {
		path,
		sha256: hashOf(event),
		sizeBytes,
		by: event.from,
		taskId: event.taskId ?? null,
		added,
		removed,
		version: (before?.version ?? 0) + 1,
		time: event.time
	};
}

function hashOf({ artifactRefs }: EventOf<'artifact.published'>): string {
	return artifactRefs[0]?.sha256 ?? '';
}

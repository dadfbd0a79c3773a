import { expect } from 'vitest';
import type { AgentJob } from '../../../src/lib/bus/contracts/agent';
import type { AgentHost } from '../../../src/lib/bus/contracts/agent-host';
import { changePlanSchema, type ChangePlanInput } from '../../../src/lib/domain/change-plan';
import type { Blueprint } from '../../../src/lib/domain/blueprint';
import { frameNamed } from '../../../src/lib/frames';
import type { Workspace } from '../../../src/lib/project/workspace';
import type { ConductorOptions } from '../../../src/lib/team/conductor/conductor-options';
import type { MemoryEventStore } from './memory-event-store';
import { passingGates, teamRun } from './team-run';

/** An engine that takes files and runs nothing: the gates here look at none. */
const noContainer = { writeFile: async () => undefined, rm: async () => undefined } as never;

/** A team that submits `blueprint` and then, for each wish, what `plans` says; whoever has a step writes what `write` says. */
export function team(
	blueprint: Blueprint,
	{ plans = [], write = {} }: { plans?: ChangePlanInput[]; write?: Record<string, Record<string, string>> } = {}
) {
	const jobs: AgentJob[] = [];
	const options: Partial<ConductorOptions> = {
		model: 'some-model',
		frame: (made) => frameNamed(made.frame).files(made),
		gates: passingGates,
		isReviewed: false,
		isBuiltin: () => false,
		container: async () => noContainer,
		runner: {
			run: async (job: AgentJob, host: AgentHost) => {
				jobs.push(job);
				const { task } = job;
				if (task.id === 'blueprint') await host.submitBlueprint(blueprint);
				else if (task.kind === 'plan') await host.submitChange(changePlanSchema.parse(plans.shift()));
				for (const [path, text] of Object.entries(write[task.id] ?? {})) await host.writeFile(path, text);
				return { summary: `Did ${task.id}.`, steps: 1 };
			}
		}
	};
	return { options, jobs };
}

export const filesOf = (workspace: Workspace) => Object.fromEntries(workspace.entries());

/** A run that ends well. */
export async function firstRun(options: Partial<ConductorOptions>) {
	const first = teamRun(options);
	const state = await first.conductor.run();
	expect(state.phase).toBe('done');
	return first;
}
/** The same project, asked for something more. */
export const wish = (
	options: Partial<ConductorOptions>,
	first: { workspace: Workspace; store: MemoryEventStore },
	text: string
) => teamRun({ ...options, workspace: first.workspace, wish: { text } }, first.store);

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NativeContainer } from '../support/native-container';
import { readSlips, replayedMind } from '../support/replayed-mind';
import { CUSTOMER_DASHBOARD } from '../../fixtures/requirements.mjs';
import { LocalAgents } from '../../../src/lib/team/agents/local-agents';
import { teamRun } from '../support/team-run';

/**
 * Minutes long, and it needs the npm registry: only when asked for by NATIVE_RUN=1. NATIVE_FAULTS=a,b adds faults, NATIVE_REQUIREMENT
 * another wish; NATIVE_MIND=FOLDER answers with the replies of a job that was recorded, and NATIVE_SLIP=FILE.json with those first,
 * each after NATIVE_LATENCY_MS.
 */
test.skipIf(!process.env.NATIVE_RUN)(
	'an app is built, installed, type-checked, tested, started and opened',
	async () => {
		const container = await NativeContainer.create();
		const faults = (process.env.NATIVE_FAULTS ?? '').split(',').filter(Boolean);
		const mind = process.env.NATIVE_MIND;
		const latencyMs = Number(process.env.NATIVE_LATENCY_MS ?? 0);
		const requirement = mind
			? readFileSync(join(mind, 'requirement.md'), 'utf8')
			: (process.env.NATIVE_REQUIREMENT ?? CUSTOMER_DASHBOARD);
		const { conductor, log } = teamRun({
			requirement,
			faults,
			container: async () => container,
			...(mind
				? { model: 'replay', runner: new LocalAgents(() => replayedMind(mind, readSlips(process.env.NATIVE_SLIP), latencyMs)) }
				: {})
		});
		log.subscribe((event) => {
			if (event.topic === 'check.reported') {
				console.log(
					`${event.payload.gate}${event.payload.scope ? ` of ${event.payload.scope}` : ''}: ${event.payload.summary} (${event.payload.durationMs} ms)`
				);
				for (const failure of event.payload.failures) console.log(JSON.stringify(failure, null, 1));
			}
			if (event.topic === 'fault.injected') console.log(`fault: ${event.payload.fault} ${event.payload.detail}`);
			if (event.topic === 'task.result') console.log(`done: ${event.taskId ?? ''}`);
			if (event.topic === 'fix.requested') console.log(`fix: ${event.payload.owner} ${event.payload.files.join(' ')}`);
		});
		const state = await conductor.run();
		const folder = mkdtempSync('/tmp/native-run-');
		writeFileSync(`${folder}/run.json`, JSON.stringify(await log.read('run-1'), null, 1));
		if (process.env.NATIVE_KEEP) console.log(`kept: ${container.root}`);
		else await container.dispose();
		console.log(state.phase, state.summary);
		expect(state.failures).toEqual([]);
		expect(state.phase).toBe('done');
	},
	600_000
);

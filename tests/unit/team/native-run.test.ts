import { mkdtempSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NativeContainer } from '../support/native-container';
import { CUSTOMER_DASHBOARD } from '../../fixtures/requirements.mjs';
import { teamRun } from '../support/team-run';

/** Minutes long, and it needs the npm registry: only when asked for by NATIVE_RUN=1 (NATIVE_FAULTS=a,b adds faults, NATIVE_REQUIREMENT another wish). */
test.skipIf(!process.env.NATIVE_RUN)(
	'an app is built, installed, type-checked, tested, started and opened',
	async () => {
		const container = await NativeContainer.create();
		const requirement = process.env.NATIVE_REQUIREMENT ?? CUSTOMER_DASHBOARD;
		const faults = (process.env.NATIVE_FAULTS ?? '').split(',').filter(Boolean);
		const { conductor, log } = teamRun({ requirement, faults, container: async () => container });
		log.subscribe((event) => {
			if (event.topic === 'check.reported')
				console.log(`${event.payload.gate}: ${event.payload.summary} (${event.payload.durationMs} ms)`);
			if (event.topic === 'fault.injected') console.log(`fault: ${event.payload.fault} ${event.payload.detail}`);
			if (event.topic === 'fix.requested') console.log(`fix: ${event.payload.owner} ${event.payload.files.join(' ')}`);
		});
		const state = await conductor.run();
		writeFileSync(`${mkdtempSync('/tmp/native-run-')}/run.json`, JSON.stringify(await log.read('run-1'), null, 1));
		await container.dispose();
		console.log(state.phase, state.summary);
		expect(state.failures).toEqual([]);
		expect(state.phase).toBe('done');
	},
	600_000
);

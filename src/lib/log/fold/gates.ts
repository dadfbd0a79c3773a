import type { GateName } from '../../domain/check';
import type { GateState, RunState } from '../state';
import { judgeCriteria } from './criteria';
import { withRepair } from './repairs';
import type { Steps } from './steps';

export const gateSteps: Steps<
	'gate.opened' | 'gate.progress' | 'gate.closed' | 'check.reported' | 'fix.requested' | 'preview.ready'
> = {
	'gate.opened': (state, { payload: { gate, round } }) => {
		// Packages install while agents still write: that is building, not checking.
		const phase = isBuilding(state) ? 'building' : 'checking';
		const testsBegunOn = gate === 'tests' ? state.files : state.testsBegunOn;
		return patchGate({ ...state, phase, testsBegunOn }, gate, { status: 'running', round, summary: '' });
	},
	'gate.progress': (state, { payload: { gate, text } }) => patchGate(state, gate, { summary: text }),
	'gate.closed': (state, { payload: { gate, ok, summary, isAbsent } }) =>
		patchGate(state, gate, { status: isAbsent ? 'absent' : ok ? 'passed' : 'failed', summary }),
	'check.reported': (state, { payload: report }) => {
		// One feature's checks say nothing of the whole app.
		if (report.scope) return { ...state, checks: [...state.checks, report] };
		const failures = [...state.failures.filter(({ gate }) => gate !== report.gate), ...report.failures];
		const testedFiles = report.gate === 'tests' ? (state.testsBegunOn ?? state.files) : state.testedFiles;
		return judgeCriteria({
			...patchGate(state, report.gate, { report }),
			checks: [...state.checks, report],
			failures,
			testedFiles
		});
	},
	'fix.requested': (state, { payload }) => {
		const asked = Object.fromEntries(payload.failures.map(({ fingerprint }) => [fingerprint, payload.attempt]));
		const phase = isBuilding(state) ? 'building' : 'fixing';
		return withRepair({ ...state, phase, fixAttempts: { ...state.fixAttempts, ...asked } }, payload);
	},
	'preview.ready': (state, { payload: { port, url } }) => ({ ...state, preview: { port, url } })
};

function patchGate(state: RunState, name: GateName, patch: Partial<GateState>): RunState {
	return { ...state, gates: { ...state.gates, [name]: { ...state.gates[name], ...patch } } };
}

function isBuilding(state: RunState): boolean {
	return state.phase === 'building' && state.tasks.some(({ status }) => status === 'waiting' || status === 'running');
}

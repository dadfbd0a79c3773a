import type { GateName } from '../../domain/check';
import type { GateState, RunState } from '../../log/state';
import { BUILTIN_MODEL } from '../../models/providers';
import type { GateView, Word } from './run-view';

/** The gates as the screen names them. */
export const GATE_LABELS: Readonly<Record<GateName, string>> = {
	package: 'Packages',
	install: 'Install',
	review: 'Review',
	types: 'Types',
	tests: 'Tests',
	boot: 'Boot',
	smoke: 'Smoke',
	build: 'Production build'
};

/** The gates of a run, in their order; those that it does not need are left out. */
export function gatesOf({ gates, model, phase }: Pick<RunState, 'gates' | 'model' | 'phase'>): GateState[] {
	const isNeeded = ({ name }: GateState) => phase !== 'done' && !(name === 'build' && model === BUILTIN_MODEL);
	return Object.values(gates).filter((gate) => gate.status !== 'pending' || isNeeded(gate));
}

/** A gate and what it found last. */
export function gateOf(gate: GateState): GateView {
	const words: Record<GateState['status'], Word> = {
		pending: { text: 'ahead', tone: '' },
		running: { text: 'running', tone: 'busy' },
		passed: { text: 'passed', tone: 'ok' },
		failed: { text: 'failing', tone: 'bad' },
		absent: { text: 'not there', tone: '' }
	};
	return {
		id: gate.name,
		label: GATE_LABELS[gate.name],
		word: words[gate.status],
		summary: gate.summary || gate.report?.summary || '',
		passed: gate.report?.passed ?? 0,
		failed: gate.report?.failed ?? 0,
		durationMs: gate.report?.durationMs,
		log: gate.report?.log ?? ''
	};
}

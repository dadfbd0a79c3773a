import type { CheckReport, Failure, GateName } from '../../domain/check';
import { codeOf } from '../../domain/app-error';
import type { RunState, TaskState } from '../../log/state';
import { frameNamed } from '../../frames';
import { suspectTasks } from '../planning/failure-routing';
import { blockedTasks } from '../planning/scheduler';
import type { GateContext } from './gate';
import type { GateRunner } from './gate-runner';
import type { RepairDesk } from './repair-desk';

export interface EarlyChecksParts {
	runner: GateRunner;
	desk: RepairDesk;
	state(): RunState;
	/** Resolves with the next event of the run. */
	changed(): Promise<void>;
	/** Aborted when the run is over or was stopped. */
	signal: AbortSignal;
	report(report: CheckReport): Promise<void>;
}

/** Checks of one feature after repairs; more are left to the gates at the end. */
const CHECKS_PER_FEATURE = 3;
const CODE = new Set(['schema', 'api', 'ui']);
/** Failures of programs that were not run to their end, or that say nothing of one feature. */
const NOT_OF_A_FEATURE = new Set(['TSC', 'NO_REPORT', 'VITEST', 'GATE_ERROR']);

/**
 * Checks each feature as soon as it is written, while others still are: its types once its code is there, its tests once QA has written
 * them. Whoever is to blame hears of it at once. What may come from a feature that is not finished is left out.
 */
export class EarlyChecks {
	readonly #checked = new Map<string, number>();
	readonly #open = new Set<string>();
	readonly #repairs = new Set<Promise<void>>();

	constructor(private readonly parts: EarlyChecksParts) {}

	/** Returns once all is written and the repairs that were asked for have ended. Nothing that goes wrong here ends the run: the gates come again. */
	async run(): Promise<void> {
		const stop = new AbortController();
		const signal = AbortSignal.any([this.parts.signal, stop.signal]);
		const watching = this.#watch(stop);
		try {
			while (isWriting(this.parts.state()) && !signal.aborted) {
				const features = this.#due('types');
				const tested = this.#due('tests');
				if (!this.parts.runner.isInstalled || features.length + tested.length === 0) await this.parts.changed();
				else if (features.length) await this.#check('types', features, signal);
				else await this.#check('tests', tested, signal);
			}
		} catch (error) {
			// Writing has ended, or the engine has died: the gates at the end see to both.
			if (!signal.aborted && codeOf(error) !== 'ENGINE_DIED') throw error;
		} finally {
			stop.abort();
			await watching;
			await Promise.allSettled(this.#repairs);
		}
	}

	/** A check under way is of no use any more once all is written: all of it is checked then. */
	async #watch(stop: AbortController): Promise<void> {
		while (!stop.signal.aborted && !this.parts.signal.aborted) {
			if (!isWriting(this.parts.state())) stop.abort();
			else await Promise.race([this.parts.changed(), aborted(stop.signal)]);
		}
	}

	/** Features whose part is written and was not looked at since. */
	#due(gate: 'types' | 'tests'): string[] {
		const { tasks } = this.parts.state();
		return [...new Set(tasks.flatMap(({ feature }) => feature ?? []))].filter((feature) => {
			const own = tasks.filter((task) => task.feature === feature && task.kind !== 'fix');
			const part = own.filter(({ kind }) => (gate === 'types' ? CODE.has(kind) : true));
			const isWritten = part.length > 0 && part.every(({ status }) => status === 'done');
			const hasTests = gate === 'types' || own.some(({ kind }) => kind === 'tests');
			const times = this.#checked.get(`${gate}:${feature}`) ?? 0;
			// Also one that was taken up again after a reload, of which nobody here knows.
			const isRepaired = tasks.some(
				(task) => task.feature === feature && task.kind === 'fix' && (task.status === 'waiting' || task.status === 'running')
			);
			return isWritten && hasTests && !isRepaired && !this.#open.has(feature) && times < 1;
		});
	}

	async #check(gate: 'types' | 'tests', features: readonly string[], signal: AbortSignal): Promise<void> {
		for (const feature of features) this.#checked.set(`${gate}:${feature}`, 1);
		const shared = await this.parts.runner.prepare();
		const context: GateContext = {
			...shared,
			signal,
			criteria: shared.criteria.filter(({ id }) => this.#isCovered(id)),
			...(gate === 'tests' ? { only: features.flatMap((name) => this.#placesOf(name)) } : {})
		};
		const report = await this.parts.runner.look(gate, context);
		const failures = report.failures.filter((failure) => this.#isCertain(failure, features));
		await this.parts.report({
			...report,
			failures,
			failed: failures.length,
			ok: failures.length === 0,
			scope: features.join(', '),
			...(failures.length ? {} : { summary: `${features.join(', ')}: ${summaryOf(gate)}` })
		});
		if (failures.length) this.#repair(gate, failures);
	}

	/** Beginnings of the paths that a feature's files have. */
	#placesOf(name: string): string[] {
		const { blueprint } = this.parts.state();
		const feature = blueprint?.features.find((candidate) => candidate.name === name);
		return frameNamed(blueprint?.frame).placesOf(feature ?? { name, pages: [] });
	}

	/** Repairs go on beside other checks; the features concerned are looked at again afterwards. */
	#repair(gate: GateName, failures: readonly Failure[]): void {
		const { tasks } = this.parts.state();
		const features = [...new Set(failures.flatMap((failure) => suspectTasks(failure, tasks)[0]?.feature ?? []))];
		for (const feature of features) this.#open.add(feature);
		const repair = this.parts.desk.repair(failures).then((isChanged) => {
			for (const feature of features) {
				this.#open.delete(feature);
				const rounds = (this.#checked.get(`rounds:${feature}`) ?? 0) + 1;
				this.#checked.set(`rounds:${feature}`, rounds);
				if (isChanged && rounds < CHECKS_PER_FEATURE) this.#checked.delete(`${gate}:${feature}`);
			}
		});
		const settled = repair.catch(() => undefined).finally(() => this.#repairs.delete(settled));
		this.#repairs.add(settled);
	}

	/** All who may be to blame have finished, and it is about a feature that was to be looked at. */
	#isCertain(failure: Failure, features: readonly string[]): boolean {
		if (NOT_OF_A_FEATURE.has(failure.code)) return false;
		const suspects = suspectTasks(failure, this.parts.state().tasks) as TaskState[];
		const isAbout = suspects.some(({ feature }) => feature && features.includes(feature));
		return isAbout && suspects.every(({ status }) => status === 'done');
	}

	/** Everybody who writes tests for the criterion has written them. */
	#isCovered(criterion: string): boolean {
		const tests = this.parts.state().tasks.filter(({ kind, criteria }) => kind === 'tests' && criteria.includes(criterion));
		return (
			tests.length > 0 && tests.every(({ status, feature }) => status === 'done' && this.#checked.has(`tests:${feature ?? ''}`))
		);
	}
}

/** Whether agents still write what was planned; repairs do not count, nor what can never start. */
function isWriting(state: RunState): boolean {
	const blocked = new Set(blockedTasks(state));
	return state.tasks.some(
		(task) => task.kind !== 'fix' && !blocked.has(task) && (task.status === 'waiting' || task.status === 'running')
	);
}

function summaryOf(gate: 'types' | 'tests'): string {
	return gate === 'types' ? 'types are sound so far.' : 'its tests pass.';
}

function aborted(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return Promise.resolve();
	return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}

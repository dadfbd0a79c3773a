import { gateNames, type CheckReport, type Failure, type GateName } from '../../domain/check';
import { codeOf, messageOf } from '../../domain/app-error';
import type { GateState } from '../../log/state';
import { isWritable } from '../../domain/write-set';
import type { Repair } from '../conductor/task-runner';
import { writeTracked } from '../conductor/tracked-files';
import { OUTAGES } from './gate';
import { GateRunner, type GateRunnerParts } from './gate-runner';
import { reportsBefore, withoutKnown } from './known-failures';
import { lookBefore } from './look-before';
import { RepairDesk } from './repair-desk';
import { reviewOf, reviewTask } from './review-findings';

const ROUNDS_WITHOUT_PROGRESS = 2;
const MAX_ROUNDS = 12;

export interface GateRoundsParts extends GateRunnerParts {
	/** Adds repair tasks to the plan and works through them. */
	repair(fixes: Repair[]): Promise<void>;
	/** Whether somebody reads it, once all gates pass. */
	isReviewed: boolean;
	/** Has somebody read what was written; what they found and somebody can mend. */
	review(): Promise<Failure[]>;
}

export interface RoundsOutcome {
	outcome: 'done' | 'incomplete';
	summary: string;
}

/** Runs the gates, has what fails repaired by whoever owns it, and knows when to give up. */
export class GateRounds {
	readonly runner: GateRunner;
	readonly desk: RepairDesk;
	#installing: Promise<void> = Promise.resolve();
	#best: { gate: number; failures: number; files: [string, string][] } | undefined;
	/** The version that passed all gates before it was reviewed, and what was said of it. */
	#passed: { files: [string, string][]; praise: string } | undefined;

	constructor(private readonly parts: GateRoundsParts) {
		this.runner = new GateRunner(parts);
		this.desk = new RepairDesk({
			state: () => parts.services.state(),
			files: parts.options.workspace,
			frame: parts.frame,
			routing: this.runner.set.routing(parts.options.workspace),
			emit: (topic, payload) => parts.emit(topic, payload),
			repair: (repairs) => parts.repair(repairs)
		});
	}

	/** The engine has died, and with it all that was installed or ran there. */
	forgetEngine(): void {
		this.runner.forgetEngine();
	}

	/** What a check of a project's own says now, without a word in the log; undefined where it is none of its own. */
	async lookAtOwn(gate: 'types' | 'tests'): Promise<CheckReport | undefined> {
		if (!this.runner.set.isLookedAtBefore) return undefined;
		const report = await this.runner.look(gate, await this.runner.prepare());
		return withoutKnown(report, reportsBefore(this.parts.services.state()));
	}

	/** Installs the frame's packages while agents still write. Failures are left to the rounds. */
	async installEarly(): Promise<void> {
		try {
			const context = await this.runner.prepare();
			if ((await this.runner.check('package', 1, context)).ok) await this.runner.check('install', 1, context);
		} catch {
			// The rounds run both gates again and report.
		}
	}

	/** Settles once the packages are there that agents may want to run something of, or could not be installed. */
	get installed(): Promise<void> {
		return this.#installing;
	}

	/** Before a request changes the project: how it stands is found out where somebody else may have left failures, and packages are installed. */
	async lookBefore(requestId: string): Promise<void> {
		if (this.runner.set.isLookedAtBefore) await this.#withEngine(() => lookBefore(this.runner, this.parts, requestId));
		else this.#installing = this.installEarly();
	}

	/** @throws what keeps the gates from running; an engine that died is waited for while a person may restart it */
	run(): Promise<RoundsOutcome> {
		return this.#withEngine(() => this.#rounds());
	}

	/** Runs the gates once and says what they found; nobody is asked for repairs. */
	look(): Promise<RoundsOutcome> {
		return this.#withEngine(async () => {
			const [failed] = await this.runner.checkAll(1);
			return failed
				? { outcome: 'incomplete', summary: `${failed.gate}: ${failed.summary}` }
				: { outcome: 'done', summary: this.#praise() };
		});
	}

	async #withEngine<T>(work: () => Promise<T>): Promise<T> {
		for (;;) {
			try {
				return await work();
			} catch (error) {
				if (codeOf(error) !== 'ENGINE_DIED' || !(await this.parts.waitForPerson(messageOf(error), 'ENGINE_DIED'))) throw error;
				this.forgetEngine();
			}
		}
	}

	async #rounds(): Promise<RoundsOutcome> {
		let stale = 0;
		for (let round = 1; round <= MAX_ROUNDS; round++) {
			const reports = await this.runner.checkAll(round);
			// What a program found first, and beside it what a reading of the code found.
			const failed = reports.find(({ gate }) => gate !== 'review') ?? reports[0];
			if (!failed) {
				if (!(await this.#review())) return { outcome: 'done', summary: this.#praise() };
				continue;
			}
			const read = reports.find((report) => report.gate === 'review' && report !== failed);
			const failures = [...failed.failures, ...(read?.failures ?? [])];
			stale = this.#isProgress(failed.gate, failures.length) ? 0 : stale + 1;
			const summary = `${failed.gate}: ${failed.summary}`;
			if (stale >= ROUNDS_WITHOUT_PROGRESS && !this.desk.hasFreshSuspect(failures))
				return this.#giveUp(`No progress in ${stale} rounds. ${summary}`, round);
			if (!(await this.#repair(failures))) return this.#giveUp(`Could not be repaired. ${summary}`, round);
		}
		return this.#giveUp('Too many rounds of repair.', MAX_ROUNDS);
	}

	/** Once a run, when all gates pass. @returns whether something was changed, so that the gates come again */
	async #review(): Promise<boolean> {
		if (this.#passed) return false;
		this.#passed = { files: this.parts.options.workspace.entries(), praise: this.#praise() };
		const findings = await this.parts.review();
		return findings.length > 0 && (await this.desk.askOnce(findings));
	}

	/** Whether the run got to a later gate than before, or fewer failures are left at the same one. */
	#isProgress(failedGate: GateName, failures: number): boolean {
		const gate = failedGate === 'review' ? gateNames.length : gateNames.indexOf(failedGate);
		const best = this.#best;
		if (best && (gate < best.gate || (gate === best.gate && failures >= best.failures))) return false;
		this.#best = { gate, failures, files: this.parts.options.workspace.entries() };
		return true;
	}

	/** True when something was done about it. */
	async #repair(failures: readonly Failure[]): Promise<boolean> {
		const restored = await this.#restoreFrame(failures);
		const open = failures.filter(({ file, code }) => !OUTAGES.has(code) && (!file || !restored.has(file)));
		return (open.length > 0 && (await this.desk.repair(open))) || restored.size > 0;
	}

	/** Frozen files that were changed and fail go back to what the frame brought. */
	async #restoreFrame(failures: readonly Failure[]): Promise<Set<string>> {
		const restored = new Set<string>();
		for (const path of new Set(failures.flatMap(({ file }) => file ?? []))) {
			const content = this.parts.frame.get(path);
			const isOwned = this.parts.services.state().tasks.some(({ kind, writes }) => kind !== 'fix' && isWritable(writes, path));
			if (content === undefined || isOwned || this.parts.options.workspace.read(path) === content) continue;
			await this.parts.emit('fix.requested', {
				failures: failures.filter(({ file }) => file === path),
				owner: 'conductor',
				files: [path],
				attempt: 1
			});
			await writeTracked(this.parts.services, { path, content, by: 'conductor' });
			restored.add(path);
		}
		return restored;
	}

	/** Goes back to the best version so far and says what is wrong with it, who was asked what, and which criteria hold all the same. */
	async #giveUp(why: string, round: number): Promise<RoundsOutcome> {
		const { workspace } = this.parts.options;
		const changed = ((this.#passed ?? this.#best)?.files ?? []).filter(([path, content]) => workspace.read(path) !== content);
		for (const [path, content] of changed) await writeTracked(this.parts.services, { path, content, by: 'conductor' });
		// What passed before stands, without what the review led to: if it passes again.
		if (this.#passed && !(await this.runner.checkAll(round)).length)
			return { outcome: 'done', summary: `${this.#passed.praise} What the review led to was undone. ${why}` };
		if (!this.#passed && this.runner.isInstalled && (changed.length > 0 || this.runner.wasCutOff('tests')))
			await this.runner.check('tests', round, await this.runner.prepare());
		const asked = this.desk.summary();
		return { outcome: 'incomplete', summary: asked ? `${why} Asked: ${asked}` : why };
	}

	#reviewed(): string[] {
		const { tasks, checks } = this.parts.services.state();
		const review = reviewOf({ checks });
		const task = tasks.find(({ id }) => id === reviewTask.id);
		if (!this.parts.isReviewed || !task || !this.#passed) return [];
		if (!review) return [task.status === 'skipped' ? task.note : 'The reviewer reported nothing.'];
		return [review.summary, ...(review.log ? [`Noted: ${review.log.replaceAll('\n', ' ')}`] : [])];
	}

	#praise(): string {
		const { gates, requirements } = this.parts.services.state();
		const criteria = requirements.flatMap((requirement) => Object.values(requirement.criteriaStatus));
		const proven = criteria.filter((status) => status === 'proven').length;
		const inPart = requirements.filter(({ unbuilt }) => unbuilt.length > 0).length;
		const asked = this.desk.summary();
		return [
			gates.tests.summary,
			...(criteria.length ? [`${proven} of ${criteria.length} criteria are proven by a test.`] : []),
			gates.smoke.summary,
			...leftOver(Object.values(gates)),
			...(inPart ? [`Built in part: ${inPart === 1 ? '1 sentence' : `${inPart} sentences`} of the requirement.`] : []),
			...(asked ? [`Repaired: ${asked}`] : []),
			...this.#reviewed()
		].join(' ');
	}
}

/** What gates say that neither passed nor failed: of tests and the live app it is told anyway. */
function leftOver(gates: readonly GateState[]): string[] {
	const others = gates.filter(({ name }) => name !== 'tests' && name !== 'smoke');
	const known = others.filter(({ report }) => report?.known?.length);
	const absent = others.filter(({ name, status }) => status === 'absent' && name in OWN_WORDS);
	return [
		...known.map(({ name, summary }) => `${OWN_WORDS[name] ?? name}: ${summary}`),
		...(absent.length ? [`Not there: ${absent.map(({ name }) => OWN_WORDS[name]).join(', ')}.`] : [])
	];
}

/** As a person calls what a project brings itself. */
const OWN_WORDS: Partial<Record<GateName, string>> = {
	...{ install: 'packages', types: 'types', review: 'linter', boot: 'an app that starts', build: 'build' }
};

import type { Container } from '../../container/container';
import { gateNames, type CheckReport, type Failure, type GateName } from '../../domain/check';
import type { PayloadInput, Topic } from '../../domain/events';
import type { PlannedTask } from '../../domain/task';
import { CodedError, codeOf, messageOf } from '../../domain/app-error';
import type { Feature } from '../../domain/blueprint';
import type { ConductorOptions } from '../conductor/conductor-options';
import { routeFailures } from '../planning/failure-routing';
import { standardGates } from './all';
import { failureOf, REGISTRY_UNREACHABLE, reportOf, type GateContext } from './gate';
import type { HostServices } from '../conductor/task-host';
import { writeTracked } from '../conductor/tracked-files';

const TRIES_PER_FINGERPRINT = 3;
const ROUNDS_WITHOUT_PROGRESS = 2;
const MAX_ROUNDS = 12;

export interface GateRoundsParts {
	options: ConductorOptions;
	services: HostServices;
	/** The engine, with all of a project's programs; asked for again after one has died. */
	container(): Promise<Container>;
	frame: ReadonlyMap<string, string>;
	signal: AbortSignal;
	emit<T extends Topic>(topic: T, payload: PayloadInput<T>): Promise<void>;
	/** Pauses the run until somebody resumes it; false when nobody watches. */
	waitForPerson(reason: string, code: string): Promise<boolean>;
	/** Adds repair tasks to the plan and works through them. */
	repair(fixes: { task: PlannedTask; failures: Failure[] }[]): Promise<void>;
}

export interface RoundsOutcome {
	outcome: 'done' | 'incomplete';
	summary: string;
}

/** Runs the gates in order, has what fails repaired by whoever owns it, and knows when to give up. */
export class GateRounds {
	#container: Promise<Container> | undefined;
	#context: GateContext | undefined;
	#installed: string | undefined;
	#fixes = 0;
	#best: { gate: number; failures: number; files: [string, string][] } | undefined;

	constructor(private readonly parts: GateRoundsParts) {
		this.#boot().catch(() => undefined);
	}

	/** The engine has died, and with it all that was installed or ran there. */
	forgetEngine(): void {
		this.#container = undefined;
		this.#context = undefined;
		this.#installed = undefined;
	}

	/** Installs the frame's packages while agents still write. Failures are left to the rounds. */
	async installEarly(): Promise<void> {
		try {
			const context = await this.#prepare();
			if ((await this.#check('package', 1, context)).ok) await this.#check('install', 1, context);
		} catch {
			// The rounds run both gates again and report.
		}
	}

	/** @throws what keeps the gates from running; an engine that died is waited for while a person may restart it */
	async run(): Promise<RoundsOutcome> {
		for (;;) {
			try {
				return await this.#rounds();
			} catch (error) {
				if (codeOf(error) !== 'ENGINE_DIED' || !(await this.parts.waitForPerson(messageOf(error), 'ENGINE_DIED'))) throw error;
				this.forgetEngine();
			}
		}
	}

	async #rounds(): Promise<RoundsOutcome> {
		const context = await this.#prepare();
		let stale = 0;
		for (let round = 1; round <= MAX_ROUNDS; round++) {
			const failed = await this.#firstFailure(round, context);
			if (!failed) return { outcome: 'done', summary: this.#praise() };
			stale = this.#isProgress(failed) ? 0 : stale + 1;
			const summary = `${failed.gate}: ${failed.summary}`;
			if (stale >= ROUNDS_WITHOUT_PROGRESS) return this.#giveUp(`No progress in ${stale} rounds. ${summary}`);
			if (!(await this.#repair(failed))) return this.#giveUp(`Could not be repaired. ${summary}`);
		}
		return this.#giveUp('Too many rounds of repair.');
	}

	#boot(): Promise<Container> {
		this.#container ??= this.parts.container();
		return this.#container;
	}

	async #prepare(): Promise<GateContext> {
		if (this.#context) return this.#context;
		const { options, signal, frame } = this.parts;
		const container = await this.#boot();
		await options.workspace.attach({
			isEngine: true,
			write: (path, content) => container.writeFile(path, content),
			remove: (path) => container.rm(path)
		});
		const manifest = JSON.parse(frame.get('package.json') ?? '{}') as {
			dependencies?: Record<string, string>;
			devDependencies?: Record<string, string>;
		};
		this.#context = {
			container,
			probe: options.probe,
			registry: options.registry,
			knownPackages: { ...manifest.dependencies, ...manifest.devDependencies },
			pages: pagesOf(this.parts.services.state().blueprint?.features ?? []),
			files: options.workspace,
			signal,
			progress: () => undefined,
			app: options.carry ?? {}
		};
		return this.#context;
	}

	/** The first gate, in their order, that does not pass. What needs no other gate's outcome runs at the same time. */
	async #firstFailure(round: number, context: GateContext): Promise<CheckReport | undefined> {
		for (const gate of ['package', 'install'] as const) {
			if (this.#isInstalled(gate)) continue;
			const report = await this.#check(gate, round, context);
			if (!report.ok) return report;
		}
		const stop = new AbortController();
		const both = { ...context, signal: AbortSignal.any([context.signal, stop.signal]) };
		const check = async (gate: GateName) => {
			const report = await this.#check(gate, round, both);
			// What the others would find is likely to come from the same fault.
			if (!report.ok) stop.abort();
			return report;
		};
		const live = async () => {
			const booted = await check('boot');
			return booted.ok ? check('smoke') : booted;
		};
		const ends = await Promise.allSettled([check('types'), check('tests'), live()]);
		this.parts.signal.throwIfAborted();
		const failed = ends.flatMap((end) => (end.status === 'fulfilled' && !end.value.ok ? [end.value] : []));
		const thrown = ends.find((end) => end.status === 'rejected');
		if (!failed.length && thrown) throw thrown.reason;
		return failed.sort((a, b) => gateNames.indexOf(a.gate) - gateNames.indexOf(b.gate))[0];
	}

	/** Runs one gate, again after an outage that somebody has mended. @throws when the run, or this round of gates, was stopped */
	async #check(name: GateName, round: number, shared: GateContext): Promise<CheckReport> {
		for (;;) {
			const report = await this.#checkOnce(name, round, shared);
			const outage = report.failures.find(({ code }) => code === REGISTRY_UNREACHABLE);
			if (!outage || !(await this.parts.waitForPerson(outage.message, outage.code))) return report;
		}
	}

	async #checkOnce(name: GateName, round: number, shared: GateContext): Promise<CheckReport> {
		const { emit, options } = this.parts;
		await emit('gate.opened', { gate: name, round });
		let said = 0;
		const progress = (text: string) => {
			// A few words a second are enough for a person.
			if (!text || performance.now() - said < 500) return;
			said = performance.now();
			void emit('gate.progress', { gate: name, text: text.slice(0, 200) }).catch(() => undefined);
		};
		const context = { ...shared, progress };
		const gate = options.gates?.[name] ?? standardGates[name];
		const started = performance.now();
		const report = await gate(context).catch(async (error: unknown) => {
			this.parts.signal.throwIfAborted();
			if (shared.signal.aborted) await emit('gate.closed', { gate: name, ok: false, summary: 'Stopped: another gate failed.' });
			shared.signal.throwIfAborted();
			if (codeOf(error) === 'ENGINE_DIED') {
				await emit('gate.closed', { gate: name, ok: false, summary: 'Stopped: the engine has died.' });
				throw error;
			}
			// A program that cannot even start is a finding, not the end of the run.
			const failure = failureOf(name, error instanceof CodedError ? error.code : 'GATE_ERROR', messageOf(error));
			return reportOf(name, started, { summary: failure.message, failures: [failure] });
		});
		await emit('check.reported', report);
		await emit('gate.closed', { gate: name, ok: report.ok, summary: report.summary });
		if (name === 'install' && report.ok) this.#installed = this.#installKey();
		const { server } = context.app;
		if (name === 'boot' && server) await emit('preview.ready', { port: server.port, url: server.url });
		return report;
	}

	/** Whether this gate has passed with the very packages named now. */
	#isInstalled(gate: GateName): boolean {
		return this.#installed === this.#installKey() && this.parts.services.state().gates[gate].status === 'passed';
	}

	#installKey(): string {
		const { workspace } = this.parts.options;
		return `${workspace.read('package.json') ?? ''}\n${workspace.read('package-lock.json') ?? ''}`;
	}

	#isProgress(failed: CheckReport): boolean {
		const gate = gateNames.indexOf(failed.gate);
		const best = this.#best;
		if (best && (gate < best.gate || (gate === best.gate && failed.failures.length >= best.failures))) return false;
		this.#best = { gate, failures: failed.failures.length, files: this.parts.options.workspace.entries() };
		return true;
	}

	/** True when something was done about it. */
	async #repair(failed: CheckReport): Promise<boolean> {
		const { emit, services } = this.parts;
		const { tasks, fixAttempts } = services.state();
		const open = failed.failures.filter((failure) => (fixAttempts[failure.fingerprint] ?? 0) < TRIES_PER_FINGERPRINT);
		const { routes, unowned } = routeFailures(open, tasks, fixAttempts);
		const isRestored = await this.#restoreFrame(unowned);
		const fixes = routes.map(({ task, failures }) => ({
			failures,
			task: {
				id: `fix-${this.#nextFix()}`,
				title: `Repair ${failed.gate}: ${task.title}`,
				role: task.role,
				kind: 'fix' as const,
				...(task.feature ? { feature: task.feature } : {}),
				needs: [],
				publishes: [],
				writes: task.writes,
				criteria: [],
				estimate: 1
			}
		}));
		for (const { task, failures } of fixes) {
			const attempt = Math.max(...failures.map((failure) => fixAttempts[failure.fingerprint] ?? 0)) + 1;
			await emit('fix.requested', {
				failures,
				owner: task.role,
				files: [...new Set(failures.flatMap((one) => one.file ?? []))],
				attempt
			});
		}
		if (fixes.length) await this.parts.repair(fixes);
		return isRestored || fixes.length > 0;
	}

	#nextFix(): number {
		const used = this.parts.services.state().tasks.filter((task) => task.kind === 'fix').length;
		this.#fixes = Math.max(this.#fixes, used) + 1;
		return this.#fixes;
	}

	/** Frozen files that were changed and fail go back to what the frame brought. */
	async #restoreFrame(failures: readonly Failure[]): Promise<boolean> {
		let isRestored = false;
		for (const path of new Set(failures.flatMap((failure) => failure.file ?? []))) {
			const content = this.parts.frame.get(path);
			if (content === undefined || this.parts.options.workspace.read(path) === content) continue;
			await this.parts.emit('fix.requested', {
				failures: failures.filter((one) => one.file === path),
				owner: 'conductor',
				files: [path],
				attempt: 1
			});
			await writeTracked(this.parts.services, { path, content, by: 'conductor' });
			isRestored = true;
		}
		return isRestored;
	}

	/** Goes back to the best version so far and says what is wrong with it. */
	async #giveUp(summary: string): Promise<RoundsOutcome> {
		const { workspace } = this.parts.options;
		for (const [path, content] of this.#best?.files ?? [])
			if (workspace.read(path) !== content) await writeTracked(this.parts.services, { path, content, by: 'conductor' });
		return { outcome: 'incomplete', summary };
	}

	#praise(): string {
		const { gates, requirements } = this.parts.services.state();
		const criteria = requirements.flatMap((one) => Object.values(one.criteriaStatus));
		const proven = criteria.filter((status) => status === 'proven').length;
		return `${gates.tests.summary} ${proven} of ${criteria.length} criteria are proven by a test. ${gates.smoke.summary}`;
	}
}

/** The pages that can be opened as they are, the start page first. */
function pagesOf(features: readonly Feature[]): { route: string; feature?: string }[] {
	const pages = new Map<string, { route: string; feature?: string }>([['/', { route: '/' }]]);
	for (const { name, pages: own } of features)
		for (const { route } of own) if (!/[:{[]/.test(route)) pages.set(route, { route, feature: name });
	return [...pages.values()];
}

import { codeOf } from '../../domain/app-error';
import type { PreviewStatus } from '../../app/ports';
import type { PhaseView, RunView, Word } from './run-view';

/** What is said of an app that may run in this tab: it is live only while a server answers. */
export interface LiveApp {
	status: PreviewStatus;
	/** What its dev server cannot build; empty when it can. */
	buildError: string;
	/** What went wrong in the page that is shown. */
	errors: readonly unknown[];
}
export type Origin = 'files' | 'run' | undefined;

/** The state of things in words, for the status line. */
export function liveWord(view: Pick<RunView, 'status' | 'word'>, app: LiveApp, origin: Origin): Word {
	if (origin === 'run') return { text: 'recorded run', tone: '' };
	if (app.status.state === 'failed' && codeOf(app.status.error) === 'ENGINE_DIED') return { text: 'engine died', tone: 'bad' };
	if (view.status !== 'finished') return view.word;
	switch (app.status.state) {
		case 'up':
			if (app.buildError) return { text: 'app broken', tone: 'bad' };
			if (app.errors.length > 0) return { text: 'live, with errors', tone: 'warn' };
			return origin === 'files' ? { text: 'live, not checked', tone: '' } : { text: 'live', tone: 'ok' };
		case 'starting':
			return { text: 'starting the app', tone: 'busy' };
		case 'failed':
			return { text: 'app not started', tone: 'bad' };
		case 'off':
			return origin === 'files' ? { text: 'imported, not checked', tone: '' } : { text: 'finished, not running', tone: '' };
	}
}

/** The phases with the last one told by the app rather than by the log. */
export function phasesWith(phases: readonly PhaseView[], isFinished: boolean, app: LiveApp): PhaseView[] {
	if (!isFinished) return [...phases];
	const live: Record<PreviewStatus['state'], Pick<PhaseView, 'label' | 'state'>> = {
		up: app.buildError ? { label: 'Broken', state: 'ahead' } : { label: 'Live', state: 'done' },
		starting: { label: 'Starting', state: 'now' },
		failed: { label: 'Not started', state: 'ahead' },
		off: { label: 'Not running', state: 'ahead' }
	};
	return phases.map((phase) => (phase.id === 'live' ? { ...phase, ...live[app.status.state] } : phase));
}

import { AppError } from '../../domain/app-error';

/** How long a page that is being left may keep its project, in milliseconds: a reload asks for it before the old page has let go. */
const PATIENCE_MS = 2000;
/** Tells the tabs which project is about to be deleted: its id. */
const REMOVALS = 'tabsmith:removals';

export interface ProjectLock {
	release(): void;
	/** Aborted when another tab took the project over, or deletes it. */
	readonly lost: AbortSignal;
}

/**
 * One tab works on a project at a time: two would write one log.
 * @throws AppError PROJECT_OPEN_ELSEWHERE, unless `takeOver`
 */
export async function lockProject(id: string, { takeOver = false } = {}): Promise<ProjectLock> {
	const lost = new AbortController();
	const removals = new BroadcastChannel(REMOVALS);
	removals.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (data === id) lost.abort(new AppError('PROJECT_REMOVED', 'This project was deleted in another tab.'));
	};
	const asking = takeOver ? { steal: true } : { signal: AbortSignal.timeout(PATIENCE_MS) };
	let isOurs = false;
	return new Promise((resolve, reject) => {
		const hold = () =>
			new Promise<void>((free) => {
				isOurs = true;
				const release = () => {
					removals.close();
					free();
				};
				resolve({ release, lost: lost.signal });
			});
		navigator.locks.request(nameOf(id), asking, hold).catch((cause: unknown) => {
			removals.close();
			if (isOurs) return lost.abort(new AppError('PROJECT_TAKEN_OVER', 'This project goes on in another tab.'));
			reject(
				new AppError(
					'PROJECT_OPEN_ELSEWHERE',
					'This project is open in another tab or window. Go there, or open it here: the other tab then lets it go.',
					{ cause }
				)
			);
		});
	});
}

/** Has whoever holds the project let it go, or takes it from a tab that does not answer. */
export async function lockForRemoval(id: string): Promise<ProjectLock> {
	const removals = new BroadcastChannel(REMOVALS);
	removals.postMessage(id);
	removals.close();
	return lockProject(id).catch(() => lockProject(id, { takeOver: true }));
}

/** Whether some tab has the project open. */
export async function isProjectOpen(id: string): Promise<boolean> {
	const { held } = await navigator.locks.query();
	return held?.some(({ name }) => name === nameOf(id)) ?? false;
}

const nameOf = (id: string): string => `project:${id}`;

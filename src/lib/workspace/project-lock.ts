import { AppError } from '../run/app-error';

/** How long a page that is being left may keep its project, in milliseconds: a reload asks for it before the old page has let go. */
const PATIENCE_MS = 2000;

export interface ProjectLock {
	release(): void;
	/** Aborted when another tab took the project over. */
	readonly lost: AbortSignal;
}

/**
 * One tab works on a project at a time: two would write one log.
 * @throws AppError PROJECT_OPEN_ELSEWHERE, unless `takeOver`
 */
export async function lockProject(id: string, { takeOver = false } = {}): Promise<ProjectLock> {
	const lost = new AbortController();
	const asking = takeOver ? { steal: true } : { signal: AbortSignal.timeout(PATIENCE_MS) };
	let isOurs = false;
	return new Promise((resolve, reject) => {
		const hold = () =>
			new Promise<void>((release) => {
				isOurs = true;
				resolve({ release, lost: lost.signal });
			});
		navigator.locks.request(`project:${id}`, asking, hold).catch((cause: unknown) => {
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

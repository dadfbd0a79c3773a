import type { Topic } from '../core/contract';
import type { Db } from './db';

export interface Events {
	subscribe(hear: (topic: Topic) => void): () => void;
}

/** Passes on what the database announces, so several server processes stay in step. */
export async function createEvents(db: Db): Promise<Events> {
	const heard = new Set<(topic: Topic) => void>();
	await db.listen('changes', (topic) => heard.forEach((hear) => hear(topic as Topic)));
	return {
		subscribe(hear) {
			heard.add(hear);
			return () => heard.delete(hear);
		}
	};
}

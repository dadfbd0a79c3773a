/** What server and pages say to each other. */

/** Names of collections, announced by the database when their records change; 'users' and 'sessions' as well. */
export type Topic = string;

/** Body of every error answer. */
export interface ErrorBody {
	error: { code: string; message: string; fields?: Record<string, string> };
}

export interface User {
	id: string;
	name: string;
	email: string;
	/** The owner manages what the app shows; members have what is theirs. */
	kind: 'member' | 'owner';
}

/** Answer of GET /api/session. */
export interface SessionState {
	user: User | null;
	/** Nobody has registered yet: who does so first becomes the owner. */
	isNew: boolean;
	/** Whether others may register. */
	isOpen: boolean;
}

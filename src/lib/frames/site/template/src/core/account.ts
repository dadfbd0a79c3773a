import { useSyncExternalStore } from 'react';
import { call } from './api';
import type { SessionState, User } from './contract';
import { announce } from './live';
import type { Audience } from './rules';

/** Who looks at the page. */
export interface Account {
	kind: 'visitor' | 'member' | 'owner';
	name: string;
}

const VISITOR: Account = { kind: 'visitor', name: '' };
/** Tests of blocks are about what they can do for somebody who may do all. */
const TESTER: Account = { kind: 'owner', name: '' };
let account = import.meta.env.MODE === 'test' ? TESTER : VISITOR;
let state: SessionState = { user: null, isNew: false, isOpen: false };
let asked: Promise<void> | undefined;
const watchers = new Set<() => void>();

export const accountNow = (): Account => account;

/** Takes somebody as who looks at the page; for tests of blocks. */
export function setAccount(to: Account = import.meta.env.MODE === 'test' ? TESTER : VISITOR): void {
	account = to;
	watchers.forEach((watch) => watch());
}

function take(next: SessionState): void {
	state = next;
	setAccount(next.user ? { kind: next.user.kind, name: next.user.name } : VISITOR);
	// What is shown depends on who looks.
	announce('session');
}

const load = () => (asked ??= call<SessionState>('GET', '/api/session').then(take, () => void (asked = undefined)));

const watch = (hear: () => void) => {
	watchers.add(hear);
	if (import.meta.env.MODE !== 'test') void load();
	return () => void watchers.delete(hear);
};

export const useAccount = (): Account => useSyncExternalStore(watch, accountNow);
/** Whether anybody has registered yet, and whether others may. */
export const useSessionState = (): SessionState => useSyncExternalStore(watch, () => state);

/** @throws ApiError */
export async function signIn(email: string, password: string): Promise<void> {
	take({ ...state, user: await call<User>('POST', '/api/session', { email, password }) });
}
/** @throws ApiError */
export async function register(name: string, email: string, password: string): Promise<void> {
	const user = await call<User>('POST', '/api/session/register', { name, email, password });
	take({ ...state, user, isNew: false });
}
export async function signOut(): Promise<void> {
	await call('DELETE', '/api/session').catch(() => undefined);
	// A fresh document: nothing of the last user stays in memory.
	location.assign('/');
}

/** Whether somebody is among those whom something is for. */
export const isAmong = ({ kind }: Account, audience: Audience): boolean =>
	audience === 'everybody' || kind === 'owner' || (audience === 'members' && kind === 'member');

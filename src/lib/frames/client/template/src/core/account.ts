import { useSyncExternalStore } from 'react';
import type { Audience } from './rules';

/** Who looks at the page. An app without a server belongs to whoever holds the device: its owner. */
export interface Account {
	kind: 'visitor' | 'member' | 'owner';
	name: string;
}

const OWNER: Account = { kind: 'owner', name: '' };
let account = OWNER;
const watchers = new Set<() => void>();

export const accountNow = (): Account => account;

/** Signs somebody in or out. @param to the device's owner unless given */
export function setAccount(to: Account = OWNER): void {
	account = to;
	watchers.forEach((watch) => watch());
}

const watch = (hear: () => void) => {
	watchers.add(hear);
	return () => void watchers.delete(hear);
};

export const useAccount = (): Account => useSyncExternalStore(watch, accountNow);

/** Whether somebody is among those whom something is for. */
export const isAmong = ({ kind }: Account, audience: Audience): boolean =>
	audience === 'everybody' || kind === 'owner' || (audience === 'members' && kind === 'member');

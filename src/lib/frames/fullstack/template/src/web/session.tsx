import { createContext, useContext } from 'react';
import { allows, type Access } from '../core/contract';
import type { User } from '../features/users/contract';

export const SessionContext = createContext<User | undefined>(undefined);

export const useMaybeUser = () => useContext(SessionContext);

export function useUser(): User {
	const user = useContext(SessionContext);
	if (!user) throw new Error('Only for pages behind the sign-in');
	return user;
}

/** Whether to offer an action; the server decides again. */
export function useMay(spec: { access: Access }): boolean {
	return allows(useContext(SessionContext)?.role, spec.access);
}

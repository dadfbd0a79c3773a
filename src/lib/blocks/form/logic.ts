import type { FormParameters } from './parameters';

export interface FormState {
	kind: 'open' | 'full' | 'closed';
	/** Places that are left; undefined where they are not counted. */
	left?: number;
}

/** Whether a form takes entries. @param today `YYYY-MM-DD` */
export function stateOf({ places, closesOn }: FormParameters, { count, today }: { count: number; today: string }): FormState {
	const left = places ? { left: Math.max(0, places.total - count) } : {};
	if (closesOn && today > closesOn) return { kind: 'closed', ...left };
	return { kind: left.left === 0 ? 'full' : 'open', ...left };
}

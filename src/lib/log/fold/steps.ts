import type { EventOf, Topic } from '../../domain/events';
import type { RunState } from '../state';

/** How the state changes with an event, by topic. A step never changes the state that it is given. */
export type Steps<T extends Topic> = { readonly [K in T]: (state: RunState, event: EventOf<K>) => RunState };

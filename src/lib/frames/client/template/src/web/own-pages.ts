import type { PageDefinition } from '../core/app';

/** Pages that the frame itself brings; without a server there is nothing to sign in to. */
export const ownPages: readonly PageDefinition[] = [];

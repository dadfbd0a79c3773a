/** Every endpoint of the app, found by file name: src/features/<name>/contract.ts exports `api`. */
import type { Endpoint } from '../core/contract';

const modules = import.meta.glob<{ api: Record<string, Endpoint> }>('./*/contract.ts', { eager: true });
export const contracts: readonly Endpoint[] = Object.values(modules).flatMap((module) => Object.values(module.api));

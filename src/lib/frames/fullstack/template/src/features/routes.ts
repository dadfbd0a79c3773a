/** Every handler of the app, found by file name: src/features/<name>/routes.ts exports `routes`. */
import type { Context } from '../server/context';
import type { App } from '../server/mount';

const modules = import.meta.glob<{ routes: (app: App, ctx: Context) => void }>('./*/routes.ts', { eager: true });
export const routes = Object.values(modules).map((module) => module.routes);

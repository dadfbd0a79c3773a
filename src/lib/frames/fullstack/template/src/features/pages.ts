/** Every page of the app, found by file name: src/features/<name>/pages.tsx exports `pages`. */
import type { Page } from '../web/page';

const modules = import.meta.glob<{ pages: readonly Page[] }>('./*/pages.tsx', { eager: true });
export const pages: readonly Page[] = Object.values(modules)
	.flatMap((module) => module.pages)
	.sort((a, b) => (a.nav?.order ?? 99) - (b.nav?.order ?? 99));

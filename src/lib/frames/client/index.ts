/** The client frame: pages made of blocks, without a server; everything it keeps, it keeps on the device. */
import { fillIn } from '../fill-in';
import type { AppNames } from '../frame';

const sources = import.meta.glob<string>(['./template/**/*'], {
	query: '?raw',
	import: 'default',
	eager: true,
	exhaustive: true
});
/** What tests of pages need in every frame. */
const shared = import.meta.glob<string>('../fullstack/template/src/testing/{dom,idle}.ts', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** The frame's files by path relative to the app, names filled in. Pages, blocks and colours come on top: {@link layClient}. */
export function clientFrame(app: AppNames): Map<string, string> {
	const files = [...Object.entries(sources), ...Object.entries(shared)].map(([path, text]) => {
		const name = path.replace(/^.*?\/template\//, '');
		return [name, fillIn(name, text, app)] as const;
	});
	return new Map(files);
}

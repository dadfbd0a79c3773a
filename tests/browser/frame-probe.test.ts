import { afterEach, expect, it } from 'vitest';
import { FrameProbe } from '../../src/lib/container/frame-probe';
import { previewScript } from '../../src/lib/container/preview-script';
import type { TabContainer } from '../../src/lib/container/web-container';

/** The probe and its agent in a page, without an engine: the page comes from an address of its own making. */

const urls: string[] = [];
afterEach(() => urls.splice(0).forEach((url) => URL.revokeObjectURL(url)));

const silent = { inner: { on: () => () => undefined } } as unknown as TabContainer;
const probe = new FrameProbe(async () => silent);

function pageOf(body: string, script = ''): string {
	const html = `<!doctype html><html lang="en"><head><title>Tips</title><script>${previewScript(location.origin)};${script}</script></head><body style="margin:0">${body}</body></html>`;
	const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
	urls.push(url);
	return url;
}

it('brings a picture of the page at the width that was asked for, beside its tree', async () => {
	const url = pageOf('<h1>Tips</h1><div style="height:100px;background:rgb(255,0,0)"></div>');
	const page = await probe.open(url, '', AbortSignal.timeout(20_000), { widthPx: 375, tree: true, picture: true });
	expect(page).toMatchObject({ title: 'Tips', tree: expect.stringContaining('heading 1 "Tips"'), failures: [] });
	const image = new Image();
	image.src = page.picture ?? '';
	await image.decode();
	expect(image.width).toBe(375);
});

it('takes nothing but a JPEG for a picture', async () => {
	const lie = (url: string) => `HTMLCanvasElement.prototype.toDataURL = () => ${JSON.stringify(url)}`;
	for (const url of ['data:text/html;base64,AAAA', 'data:image/jpeg;base64,"><script>', 'https://elsewhere.example/'])
		expect(await probe.open(pageOf('<h1>Tips</h1>', lie(url)), '', AbortSignal.timeout(20_000), { picture: true })).toMatchObject(
			{
				pictureProblem: 'the page sent none.'
			}
		);
});

it('has no picture where none was asked for', async () => {
	const page = await probe.open(pageOf('<h1>Tips</h1>'), '', AbortSignal.timeout(20_000), { tree: true });
	expect([page.picture, page.pictureProblem]).toEqual([undefined, undefined]);
});

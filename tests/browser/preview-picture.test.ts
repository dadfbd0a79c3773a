import { afterEach, describe, expect, it } from 'vitest';
import { drawPage, type PagePicture } from '../../src/lib/container/preview-picture';

const LIMITS = { widthPx: 1280, heightPx: 1600, sizeBytes: 200_000 };

let frame: HTMLIFrameElement | undefined;
afterEach(() => frame?.remove());

/** Draws a page of its own in a frame of a width, from the text of the script, as the probe does. */
async function drawn(
	body: string,
	{ head = '', limits = LIMITS, widthPx = 800 } = {}
): Promise<PagePicture & { blocked: string[] }> {
	frame = document.createElement('iframe');
	frame.style.cssText = `inline-size:${widthPx}px;block-size:400px;border:0`;
	frame.srcdoc = `<!doctype html><html><head>${head}</head><body style="margin:0">${body}</body></html>`;
	document.body.append(frame);
	await new Promise((done) => frame?.addEventListener('load', done, { once: true }));
	const page = frame.contentWindow as Window & typeof globalThis;
	const blocked: string[] = [];
	page.document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => void blocked.push(effectiveDirective));
	const draw = page.Function(`return ${drawPage.toString()}`)() as typeof drawPage;
	return { ...(await draw(limits)), blocked };
}

/** The colour of a picture at a place: red, green and blue. */
async function pixels(
	picture: string | undefined
): Promise<{ width: number; height: number; at(x: number, y: number): number[] }> {
	const image = new Image();
	image.src = picture ?? '';
	await image.decode();
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [image.width, image.height];
	const context = canvas.getContext('2d')!;
	context.drawImage(image, 0, 0);
	return { width: image.width, height: image.height, at: (x, y) => [...context.getImageData(x, y, 1, 1).data.slice(0, 3)] };
}
/** JPEG is near, not exact. */
const isNear = (colour: number[], ...wanted: number[]) =>
	colour.every((channel, index) => Math.abs(channel - (wanted[index] ?? 0)) < 24);

describe('a picture of a page', () => {
	it('shows what a person sees where they see it: layout, colours, pseudo elements, drawings', async () => {
		const { picture, pictureProblem } = await drawn(
			`<div class="row"><div class="a"></div><div class="b"></div><svg width="100" height="100"><rect width="100" height="100" style="fill:#0000ff"/></svg></div>`,
			{
				head: `<style>.row { display: flex; gap: 100px } .a { width: 100px; height: 100px; background: #ff0000 }
					.b::before { content: ''; display: block; width: 100px; height: 100px; background: #00ff00 } html { background: #ffff00 }</style>`
			}
		);
		expect(pictureProblem).toBeUndefined();
		const { at, width, height } = await pixels(picture);
		expect([width, height]).toEqual([800, 400]);
		expect(isNear(at(50, 50), 255, 0, 0)).toBe(true);
		expect(isNear(at(250, 50), 0, 255, 0)).toBe(true);
		expect(isNear(at(450, 50), 0, 0, 255)).toBe(true);
		expect(isNear(at(150, 50), 255, 255, 0)).toBe(true);
		expect(isNear(at(50, 300), 255, 255, 0)).toBe(true);
	});

	it('shows text, what is in fields, and no password', async () => {
		const page = (value: string, type = 'text') =>
			drawn(`<input type="${type}" value="${value}" style="font:40px monospace;width:600px;border:0">`);
		const dark = async (picture: PagePicture) => {
			const { at } = await pixels(picture.picture);
			return Array.from({ length: 600 * 50 }, (_, index) => at(index % 600, Math.floor(index / 600))).filter(
				([red = 255]) => red < 128
			).length;
		};
		const [empty, filled] = [await dark(await page('')), await dark(await page('WWWWWW'))];
		expect(empty).toBeLessThan(50);
		expect(filled).toBeGreaterThan(500);
		const [one, other] = [await page('secret', 'password'), await page('terces', 'password')];
		expect(one.picture).toBe(other.picture);
	});

	it('shows pictures of the page’s own, and says which it cannot', async () => {
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [10, 10];
		const context = canvas.getContext('2d')!;
		context.fillStyle = '#ff00ff';
		context.fillRect(0, 0, 10, 10);
		const own = await drawn(`<img src="${canvas.toDataURL()}" width="100" height="100">`);
		expect(isNear((await pixels(own.picture)).at(50, 50), 255, 0, 255)).toBe(true);
		const video = await drawn('<video width="100" height="100"></video><p>Text</p>');
		expect(video).toMatchObject({ picture: expect.any(String), pictureProblem: 'it lacks what is in video elements.' });
	});

	it('is scaled and cut to the size that was asked for, or says that it does not fit', async () => {
		const wide = await drawn('<div style="height:9000px;background:#00ff00"></div>', { widthPx: 1600 });
		const { width, height } = await pixels(wide.picture);
		expect([width, height]).toEqual([1280, 1600]);
		const noise = `<canvas width="800" height="400"></canvas>`;
		const small = { ...LIMITS, sizeBytes: 4_000 };
		frame = undefined;
		const busy = await drawn(`${noise}<p>${'Many words. '.repeat(800)}</p>`, { limits: small });
		expect(busy).toMatchObject({ pictureProblem: 'it would be larger than 4 kB.' });
		const fits = await drawn('<p>Few words.</p>', { limits: { ...LIMITS, sizeBytes: 6_000 } });
		expect((fits.picture?.length ?? Infinity) * 0.75).toBeLessThan(6_100);
	});

	it('needs nothing that a strict policy of the page would block, but pictures of its own making', async () => {
		const policy = (images: string) =>
			`<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'unsafe-eval' 'self'; style-src 'self'; img-src ${images}; object-src 'none'; base-uri 'none'">`;
		const fine = await drawn('<p>Text</p>', { head: policy("'self' data: https:") });
		// The frame's own body has a style attribute, which its policy has blocked before.
		expect(fine).toMatchObject({ picture: expect.any(String), blocked: [] });
		const strict = await drawn('<p>Text</p>', { head: policy("'self'") });
		expect(strict.picture).toBeUndefined();
		expect(strict.pictureProblem).toMatch(/^it could not be drawn/);
	});
});

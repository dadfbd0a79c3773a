/** The small hospital: three wards, twelve beds each, and who may see what. */
import { asksColours } from './support/colours.mjs';
import { count, mainText, sayYes, seen } from './support/find.mjs';
import { field, fillAll, formWith, send } from './support/forms.mjs';
import { entry, press } from './support/moves.mjs';
import { CART, neverControls, SIGN_UP } from './support/pages.mjs';
import { poll, reads, settle, textOf } from './support/screen.mjs';
import { make, openEntry, staff, toPage } from './support/staff.mjs';

const RECEPTION = { name: 'Rita Reception', role: /reception/i };
const SURGEON = { name: 'Sam Surgeon', role: /doctor|physician/i, more: [] };
const PAEDIATRICIAN = { name: 'Clara Children', role: /doctor|physician/i, more: [] };
const PATIENT = 'Petra Patient';
const PATIENTS = /patients/i;
const BED = /bed/i;

const doctor = (app, who, ward) => staff(app, { ...who, more: [[/ward/i, ward]] });

/** A patient in a bed, as reception enters her; the bed by ward and number, in one choice or two. */
async function admit(app, page, { name = PATIENT, ward = 'Surgery', bed = 3 } = {}) {
	await app.open('/', page);
	await toPage(page, PATIENTS);
	if (!(await field(page, /name/i, 200))) await (await entry(page, /^\W*(new|add|register|admit)\b/i))?.click();
	await settle(page);
	const form = await formWith(page, /name/i);
	const wardField = await field(form, /ward/i, 200);
	const bedField = await field(form, BED, 300);
	if (wardField)
		await fillAll(form, [
			[/name/i, name],
			[/ward/i, new RegExp(ward, 'i')]
		]);
	else await fillAll(form, [[/name/i, name]]);
	if (bedField) await chooseBed(form, ward, bed);
	await send(form);
	if (bedField) return;
	await openEntry(page, name);
	if (!(await field(page, BED, 300))) await (await entry(page, /assign|bed/i, 800))?.click();
	await settle(page);
	const assigning = await formWith(page, BED);
	if (await field(assigning, /ward/i, 200)) await fillAll(assigning, [[/ward/i, new RegExp(ward, 'i')]]);
	await chooseBed(assigning, ward, bed);
	await send(assigning);
}

async function chooseBed(form, ward, bed) {
	const box = await field(form, BED);
	if (!(await box.evaluate((node) => node.tagName === 'SELECT'))) return box.fill(String(bed));
	const options = await box.locator('option').allInnerTexts();
	const fits = options.find(
		(text) =>
			new RegExp(`\\b0?${bed}\\b`).test(text) &&
			(text.includes(ward) || !options.some((option) => /surgery|internal|children/i.test(option)))
	);
	if (!fits) throw new Error(`bed ${bed} in ${ward} is not offered`);
	await box.selectOption({ label: fits.trim() });
}

/** Rows of a page that tell about bed 3 in Surgery. */
const bedRows = async (page) =>
	(await seen(page.locator('tr, li, article, [role=listitem]')).allInnerTexts()).filter(
		(text) => /(bed\W*0?3\b|\b0?3\b)/i.test(text) && /surgery/i.test(text)
	);

export default {
	checks: [
		async (app) => {
			app.must(await count(app.page.locator('input[type=password]')), 'there is no sign-in');
			for (const path of ['/patients', '/beds', '/wards', '/examinations', '/admin']) {
				await app.open(path);
				const asks = await poll(async () => (await count(app.page.locator('input[type=password]'))) > 0, 800);
				app.must(asks || /not found/i.test(await textOf(app.page)), `${path} is open to everybody`);
			}
		},
		async (app) => {
			const page = await staff(app, RECEPTION);
			await admit(app, page);
			await app.open('/', page);
			await toPage(page, PATIENTS);
			const row = (await seen(page.locator('tr, li, article').filter({ hasText: PATIENT })).allInnerTexts()).join(' ');
			app.must(row && /\b0?3\b/.test(row) && /surgery/i.test(row), `the list does not tell her bed: ${row}`);
			await (await entry(page, /beds|wards|occupancy|overview/i, 500))?.click();
			await settle(page);
			const beds = (await bedRows(page)).join(' ');
			app.must(/taken|occupied|in use|Petra/i.test(beds), 'bed 3 is not shown as taken');
		},
		async (app) => {
			const page = await staff(app, RECEPTION);
			await admit(app, page, { name: 'Paul First', bed: 5 });
			await app.open('/', page);
			const before = await textOf(page);
			const refused = await admit(app, page, { name: 'Paula Second', bed: 5 }).then(
				async () => (await textOf(page)).replace(before, ''),
				(error) => String(error.message)
			);
			app.must(/not offered|taken|occupied|free|in use|already|another patient/i.test(refused), 'bed 5 is given twice');
		},
		async (app) => {
			const page = await staff(app, RECEPTION);
			await admit(app, page, { name: 'Nora Note', bed: 7 });
			const surgeon = await doctor(app, SURGEON, /surgery/i);
			await toPage(surgeon, PATIENTS);
			const isSeen = app.must(await reads(surgeon, /Nora Note/), 'the doctor of Surgery does not see the patient');
			if (isSeen) {
				await openEntry(surgeon, /Nora Note/);
				if (!(await field(surgeon, /note/i, 300))) await (await entry(surgeon, /note/i, 800))?.click();
				const form = await formWith(surgeon, /note|text/i);
				await fillAll(form, [[/note|text/i, 'Wound is dry']]);
				await send(form);
				app.must(await reads(surgeon, /Wound is dry/), 'a note cannot be written');
			}
			const other = await doctor(app, PAEDIATRICIAN, /children/i);
			await toPage(other, PATIENTS);
			app.must(isSeen && !(await reads(other, /Nora Note/, 800)), 'the doctor of Children sees the patient');
		},
		async (app) => {
			const page = await staff(app, RECEPTION);
			await admit(app, page, { name: 'Xaver Ray', bed: 8 });
			const surgeon = await doctor(app, SURGEON, /surgery/i);
			await toPage(surgeon, PATIENTS);
			await openEntry(surgeon, /Xaver Ray/);
			await make(app, surgeon, {
				button: /order|examination/i,
				first: /examination|kind|type|order/i,
				pairs: [[/examination|kind|type|order/i, /x-?ray/i]]
			});
			const line = seen(surgeon.locator('tr, li, article, section').filter({ hasText: /x-?ray/i })).last();
			app.must(
				(await line.count()) && /open|ordered|pending|waiting|requested/i.test(await textOf(line)),
				'it is not listed as open'
			);
			if (!(await field(surgeon, /result|findings/i, 300))) await press(surgeon, /result|edit|enter/i);
			const form = await formWith(surgeon, /result|findings/i);
			await fillAll(form, [[/result|findings/i, 'No fracture']]);
			await send(form);
			app.must(await reads(surgeon, /No fracture/), 'its result is not shown');
			app.must((await line.count()) && /20\d\d|today|\d{1,2}[ /.]/i.test(await textOf(line)), 'its date is not shown');
		},
		async (app) => {
			const page = await staff(app, RECEPTION);
			await admit(app, page, { name: 'Doris Charge', bed: 9 });
			await app.open('/', page);
			await toPage(page, PATIENTS);
			await openEntry(page, /Doris Charge/);
			await sayYes(page, () => press(page, /discharge/i));
			await app.open('/', page);
			await toPage(page, PATIENTS);
			const search = await field(page, /search|find|name/i, 600);
			await search?.fill('Doris');
			await settle(page);
			const row = (await seen(page.locator('tr, li, article').filter({ hasText: 'Doris Charge' })).allInnerTexts()).join(' ');
			app.must(search && row, 'she is not found by search');
			app.must(/discharged/i.test(row), 'she is not marked as discharged');
			await admit(app, page, { name: 'Next One', bed: 9 });
			app.must(await reads(page, /Next One/), 'bed 9 is not free');
		},
		async (app) => {
			const owner = await app.owner();
			await (await entry(owner, /overview|occupancy|dashboard|home/i, 800))?.click();
			await settle(owner);
			const text = (await mainText(owner)).replace(/\n/g, ' ');
			for (const ward of ['Surgery', 'Internal', 'Children'])
				app.must(
					new RegExp(`${ward}[^.]{0,60}\\d+\\s*(?:of|/|out of)\\s*12\\b`, 'i').test(text),
					`no occupancy of ${ward} out of 12`
				);
			const added = await staff(app, { name: 'Dora Doctor', role: /doctor/i, more: [[/ward/i, /internal/i]], boss: owner });
			app.must(await entry(added, PATIENTS, 800), 'the new doctor cannot sign in');
			const reception = await staff(app, RECEPTION);
			app.must(!(await entry(reception, /staff|users|accounts|occupancy/i, 600)), 'reception has such a page as well');
		},
		async (app) => {
			app.page = await app.owner();
			await asksColours(app, { ground: '#b0e0e6', part: '#2f4f4f', paths: ['/', '/patients'] });
		}
	],
	not: [
		async (app) => neverControls(app, CART),
		async (app) => neverControls(app, SIGN_UP, /book an appointment/i),
		async (app) => {
			const owner = await app.owner();
			const links = await seen(owner.getByRole('link')).allInnerTexts();
			const billing = links.find((name) => /bill|invoice|payment/i.test(name));
			app.never(billing, billing);
		}
	]
};

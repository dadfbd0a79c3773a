/** Filling in forms by what their fields are called, and reading what they complain about. */
import { pageOf } from './moves.mjs';
import { firstVisible, gains, poll, settle, textOf } from './screen.mjs';

const CONTROLS = 'input:not([type=hidden]), select, textarea';
const SEND =
	/send|submit|sign ?up|join|register|save|order|request|reserve|book|continue|confirm|place|add|ok|senden|absenden|speichern|buchen|reservieren|enviar|guardar|提交|下单|发送|保存|确认/i;

/** That something was received, in four languages. */
export const THANKS =
	/thank|received|has been sent|was sent|we will|we'll|got your|is in|confirmed|saved|danke|erhalten|gesendet|bestätigt|gracias|recibido|谢谢|感谢|成功|收到/i;

/** A form's field by its label. @returns the field, or undefined */
export async function field(scope, name, waitMs = 1200) {
	return firstVisible(
		[
			scope.getByLabel(name).and(pageOf(scope).locator(CONTROLS)),
			scope.getByRole('textbox', { name }),
			scope.getByRole('combobox', { name }),
			scope.getByRole('radiogroup', { name }),
			scope.getByRole('group', { name }),
			scope.getByPlaceholder(name)
		],
		waitMs
	);
}

/** The form that has a field of this name. @throws Error where there is none */
export async function formWith(page, name) {
	const found = await field(page, name);
	if (!found) throw new Error(`no form with a field ${name}`);
	const form = found.locator('xpath=ancestor::form[1]');
	return (await form.count()) ? form : page.locator('body');
}

/** Fills in one field with whatever it is for. @throws Error where it is not there */
export async function fill(scope, name, value) {
	const target = await field(scope, name);
	if (!target) throw new Error(`no field ${name}`);
	await setValue(target, value);
}

/** Puts a value into a text field, a choice (by the option's words) or a check box. */
export async function setValue(target, value) {
	const { tag, type, role } = await target.evaluate((element) => ({
		tag: element.tagName,
		type: element.getAttribute('type') ?? '',
		role: element.getAttribute('role') ?? ''
	}));
	if (tag === 'SELECT') return choose(target, value);
	if (type === 'checkbox') return target.setChecked(!!value);
	if (type === 'radio') return target.check();
	if (tag === 'FIELDSET' || role === 'radiogroup' || role === 'group') {
		const option = await firstVisible([
			target.getByRole('radio', { name: value }),
			target.getByRole('button', { name: value }),
			target.getByRole('checkbox', { name: value }),
			target.getByText(value)
		]);
		if (!option) throw new Error(`no choice ${value}`);
		return option.click({ force: true });
	}
	if (type === 'number' && !/^-?[\d.]*$/.test(String(value))) return target.pressSequentially(String(value));
	return target.fill(String(value));
}

async function choose(select, wanted) {
	const options = await select.locator('option').allInnerTexts();
	const label = options.find((option) => (wanted instanceof RegExp ? wanted.test(option) : option.trim() === String(wanted)));
	if (label === undefined) throw new Error(`no choice ${wanted} among ${options.join(', ')}`);
	await select.selectOption({ label: label.trim() });
}

/** Fills in what is told, by pairs of name and value, and gives every other field that still is empty something sensible. */
export async function fillAll(form, pairs) {
	const skipped = [];
	for (const [name, value] of pairs) {
		const target = await field(form, name);
		if (!target) throw new Error(`no field ${name}`);
		await setValue(target, value);
		skipped.push(await target.evaluate((element) => element.id || element.getAttribute('name') || ''));
	}
	for (const target of await form.locator(CONTROLS).filter({ visible: true }).all()) {
		const about = await target.evaluate((element) => ({
			id: element.id || element.getAttribute('name') || '',
			tag: element.tagName,
			type: element.type,
			value: element.type === 'checkbox' ? String(element.checked || !element.required || '') : element.value,
			isRadioChosen: element.type === 'radio' && !!element.form?.elements[element.name]?.value,
			name: `${element.labels?.[0]?.innerText ?? ''} ${element.name} ${element.getAttribute('aria-label') ?? ''}`
		}));
		if (about.value && about.type !== 'radio') continue;
		if (skipped.includes(about.id) && about.id) continue;
		if (about.type === 'radio' ? about.isRadioChosen : ['range', 'color', 'file', 'submit', 'button'].includes(about.type))
			continue;
		if (about.tag === 'SELECT') await target.selectOption({ index: 1 }).catch(() => {});
		else if (about.type === 'checkbox' || about.type === 'radio') await target.check({ force: true });
		else await target.fill(sensible(about));
	}
}

function sensible({ type, name }) {
	if (type === 'email' || /mail/i.test(name)) return 'ann.guest@example.com';
	if (type === 'tel' || /phone|telefon|teléfono|电话|手机/i.test(name)) return '+44 20 7946 0958';
	if (type === 'number') return '2';
	if (type === 'date') return isoDay(7);
	if (type === 'datetime-local') return `${isoDay(7)}T12:00`;
	if (type === 'time') return '12:00';
	if (type === 'month') return isoDay(30).slice(0, 7);
	if (type === 'url') return 'https://example.com';
	if (type === 'password') return 'Quiet-Ford-1911!';
	if (/post ?code|zip|plz|postal|邮编/i.test(name)) return '10115';
	return 'Ann Guest of Mill Lane 4';
}

/** A day from today in local time, as YYYY-MM-DD. */
export function isoDay(days, from = new Date()) {
	const day = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
	return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

/** The button that sends a form. */
export async function sender(form, name = SEND) {
	return firstVisible([
		form.locator('button[type=submit], input[type=submit]'),
		form.getByRole('button', { name }),
		form.locator('button:not([type])')
	]);
}

/** Sends a form. @returns {Promise<string>} 'disabled' where its button cannot be pressed @throws Error where it has none */
export async function send(form, name) {
	const button = await sender(form, name);
	if (!button) throw new Error('no button that sends the form');
	if (await button.isDisabled()) return 'disabled';
	await button.click();
	await settle(pageOf(form));
	return 'sent';
}

/** Sends a form and answers whether something new that fits can then be read. */
export async function sendAndRead(page, form, pattern = THANKS) {
	const before = await textOf(page);
	if ((await send(form)) === 'disabled') return false;
	return gains(page, before, pattern);
}

/**
 * What is said at a field after sending: its message, the browser's own where the browser shows it, '' where nothing is.
 * A browser shows its own message at one field only, the one that it puts the cursor into.
 */
export async function problemAt(scope, name) {
	const target = typeof name === 'object' && !(name instanceof RegExp) ? name : await field(scope, name);
	if (!target) return '';
	return (await poll(() => target.evaluate(readProblem), 800)) || '';
}

/** Runs in the page. */
function readProblem(element) {
	const root = element.getRootNode();
	const ids = `${element.getAttribute('aria-errormessage') ?? ''} ${element.getAttribute('aria-describedby') ?? ''}`.split(/\s+/);
	const described = ids
		.flatMap((id) => (id ? [root.getElementById(id)?.innerText ?? ''] : []))
		.join(' ')
		.trim();
	const inputs = [element, ...element.querySelectorAll('input')];
	if (inputs.some((input) => input.getAttribute('aria-invalid') === 'true')) return described || 'marked';
	const control = 'validity' in element && element.tagName !== 'FIELDSET' ? element : element.querySelector('input');
	if (control && !control.validity.valid && !control.form?.noValidate && document.activeElement === control)
		return control.validationMessage;
	let around = element.parentElement;
	while (around && around.querySelectorAll('input, select, textarea').length <= 1 && around.tagName !== 'FORM') {
		const alert = around.querySelector('[role=alert], [class*=error], [class*=problem], [class*=invalid]');
		if (alert?.innerText.trim()) return alert.innerText.trim();
		around = around.parentElement;
	}
	return '';
}

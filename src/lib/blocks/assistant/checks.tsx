import { expect } from 'vitest';
import { valueOf, type FormField } from '../../core/fields';
import { t } from '../../core/words';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { AssistantParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<AssistantParameters>;

export const checks = {
	opens: async (context) => {
		const { parameters, view, user } = context;
		expect(view.queryByRole('log')).toBeNull();
		await open(context);
		expect(view.getByRole('log').textContent).toContain(parameters.greeting);
		await user.click(view.getByRole('button', { name: t('close') }));
		expect(view.queryByRole('log')).toBeNull();
	},
	'answers-fitting': async (context) => {
		await open(context);
		for (const { question, answer, asked = [] } of context.parameters.answers)
			for (const way of [question, question.toUpperCase(), ...asked]) {
				await ask(context, way);
				expect(lastLine(context).textContent, way).toContain(answer);
			}
	},
	'says-no-answer': async (context) => {
		const { parameters } = context;
		await open(context);
		await ask(context, NONSENSE);
		expect(lastLine(context).textContent).toContain(parameters.noAnswer);
		for (const { answer } of parameters.answers) expect(lastLine(context).textContent).not.toContain(answer);
		if (parameters.person) expect(context.view.getByRole('button', { name: parameters.person.action })).toBeTruthy();
	},
	'takes-message': async (context) => {
		const { person } = context.parameters;
		await toPerson(context);
		for (const field of person?.fields ?? []) await context.user.fill(fieldOf(context, field), validText(field));
		await sendMessage(context);
		expect(context.view.getByText(person?.thanks ?? '')).toBeTruthy();
		// It is not on the page for others to read.
		const log = context.view.getByRole('log').textContent ?? '';
		for (const field of person?.fields ?? [])
			if (field.kind === 'longText') expect(log).not.toContain(String(valueOf(field, validText(field))));
	},
	'refuses-phone': async (context) => {
		const { person } = context.parameters;
		await toPerson(context);
		for (const field of person?.fields ?? [])
			await context.user.fill(fieldOf(context, field), field.kind === 'phone' ? 'abc' : validText(field));
		await sendMessage(context);
		expect(context.view.getByText(t('bad-phone'))).toBeTruthy();
		expect(context.view.queryByText(person?.thanks ?? '')).toBeNull();
	},
	'marks-missing': async (context) => {
		const { person } = context.parameters;
		await toPerson(context);
		await sendMessage(context);
		const required = person?.fields.filter(({ isRequired }) => isRequired) ?? [];
		for (const field of required) expect(fieldOf(context, field).getAttribute('aria-invalid')).toBe('true');
		expect(context.view.queryByText(person?.thanks ?? '') === null).toBe(required.length > 0);
	},
	'urgent-number': async (context) => {
		const { urgent } = context.parameters;
		await open(context);
		for (const word of urgent?.words ?? []) {
			await ask(context, `${word}!`);
			const line = lastLine(context);
			expect(line.firstElementChild?.textContent).toContain(urgent?.number);
			expect(line.querySelector('a')?.getAttribute('href')).toBe(`tel:${urgent?.number.replace(/[^\d+]/g, '')}`);
		}
		await ask(context, NONSENSE);
		expect(lastLine(context).textContent).not.toContain(urgent?.number);
	},
	'empty-line-nothing': async (context) => {
		await open(context);
		const before = context.view.getByRole('log').textContent;
		await ask(context, '');
		await ask(context, '   ');
		expect(context.view.getByRole('log').textContent).toBe(before);
	}
} satisfies Checks<AssistantParameters>;

/** Words of no language. */
const NONSENSE = 'Zzqxv wvutq pplmk?';

async function open({ parameters, view, user }: Context): Promise<void> {
	if (parameters.place === 'corner')
		await user.click(view.getByRole('button', { name: words('open', { name: parameters.name }) }));
}

async function ask({ view, user }: Context, text: string): Promise<void> {
	const field = view.getByRole('textbox', { name: words('yours') });
	await user.fill(field, text);
	await user.submit(field);
}

function lastLine({ view }: Context): Element {
	const line = [...view.getByRole('log').querySelectorAll('[data-by="program"]')].at(-1);
	if (!line) throw new Error('Nothing was said.');
	return line;
}

/** To the form of a message for a person, by a question that has no answer. */
async function toPerson(context: Context): Promise<void> {
	await open(context);
	await ask(context, NONSENSE);
	await context.user.click(context.view.getByRole('button', { name: context.parameters.person?.action ?? '' }));
}

function fieldOf({ view }: Context, { name }: FormField): Element {
	const field = view.getByRole('log').querySelector(`[name="${name}"]`);
	if (!field) throw new Error(`The message has no field '${name}'.`);
	return field;
}
const sendMessage = ({ view, user }: Context) => user.submit(view.getByRole('button', { name: t('send') }));

function validText({ kind, options, min }: FormField): string {
	switch (kind) {
		case 'email':
			return 'mira@example.com';
		case 'phone':
			return '+44 20 7946 0000';
		case 'url':
			return 'https://example.com';
		case 'number':
		case 'money':
			return String(min ?? 1);
		case 'date':
			return '2031-09-12';
		case 'time':
			return '09:30';
		case 'choice':
			return options?.[0] ?? '';
		case 'check':
			return 'true';
		default:
			return 'Qwortz Veln';
	}
}

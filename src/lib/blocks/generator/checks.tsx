import { expect, vi } from 'vitest';
import type { CheckContext, Checks } from '../../testing/check-page';
import type { GeneratorParameters } from './parameters';
import { words } from './words';

type Context = CheckContext<GeneratorParameters>;

const KINDS = { small: /[a-z]/, large: /[A-Z]/, digits: /\d/, signs: /[^A-Za-z0-9]/ } as const;

export const checks = {
	generates: async (context) => {
		const seen = new Set([results(context).join('|')]);
		for (let turn = 0; turn < 12; turn++) {
			await context.user.click(context.view.getByRole('button', { name: words('make') }));
			expect(results(context)).toHaveLength(context.parameters.count);
			seen.add(results(context).join('|'));
		}
		expect(seen.size).toBeGreaterThan(1);
	},
	'has-kinds': async (context) => {
		const { view, user, parameters } = context;
		for (const text of results(context)) {
			expect(text).toHaveLength(parameters.length ?? 16);
			for (const kind of Object.values(KINDS)) expect(text).toMatch(kind);
		}
		await user.fill(view.getByRole('slider'), '24');
		for (const name of ['large', 'signs'] as const) await user.click(view.getByRole('checkbox', { name: words(name) }));
		for (const text of results(context)) expect(text).toMatch(/^(?=.*[a-z])(?=.*\d)[a-z\d]{24}$/);
		await user.fill(view.getByRole('slider'), '6');
		expect(view.getByRole('status').textContent).toBe(words('weak'));
	},
	'refuses-none': async (context) => {
		const { view, user } = context;
		for (const name of ['small', 'large', 'digits', 'signs'] as const)
			await user.click(view.getByRole('checkbox', { name: words(name) }));
		expect(view.getByRole('alert').textContent).toBe(words('least'));
		expect(results(context)).toEqual([]);
	},
	'one-of-each': (context) => {
		const { lists = [], joint = ' ' } = context.parameters;
		const all = lists.reduce<string[]>(
			(made, { entries }, index) => (index ? made.flatMap((one) => entries.map((entry) => one + joint + entry)) : entries),
			[]
		);
		for (const text of results(context)) expect(all).toContain(text);
	},
	copies: async (context) => {
		const write = vi.fn(async () => {});
		vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: write } });
		try {
			const [text = ''] = results(context);
			await context.user.click(context.view.getAllByRole('button', { name: words('copy', { text }) })[0]!);
			expect(write).toHaveBeenCalledWith(text);
			expect(context.page.getByText(words('copied'))).toBeTruthy();
		} finally {
			vi.unstubAllGlobals();
		}
	}
} satisfies Checks<GeneratorParameters>;

const results = ({ view }: Context) =>
	[...view.getByRole('list', { name: words('results') }).children].map((one) => one.firstElementChild?.textContent ?? '');

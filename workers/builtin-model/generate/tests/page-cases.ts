/** Pages beyond the list: what is filtered, shown live, scaled, moved on a board or seen in a calendar. */
import { filterFields } from '../backend';
import { label as optionLabel } from '../fields';
import { childrenOf, labelField, namesOf, parentField, quote, rolesOf, sentence, someoneWho } from '../names';
import { boardLink, stateField } from '../specials';
import { none, sign, title, type Cases } from './case';
import { body, sample } from './sample';

export const pageCases: Cases = {
	filter: (blueprint, entity, criterion) => {
		const field =
			filterFields(entity).find((candidate) => criterion.text.includes(candidate.label.toLowerCase())) ?? filterFields(entity)[0];
		if (!field) return { ...none, api: [`  test.todo(${title(criterion)});`] };
		const [sent, expected] = field.type === 'boolean' ? ["'true'", 'true'] : [sample(field), sample(field)];
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    ${sign(someoneWho(blueprint, entity, 'read'))}
    const { rows } = await user.call(api.list, { query: { ${field.name}: ${sent}, size: 100 } });
    expect([...new Set(rows.map((row) => row.${field.name}))].filter((value) => value !== ${expected})).toEqual([]);
  });`
			]
		};
	},
	panel: (blueprint, entity, criterion) => {
		const child = childrenOf(blueprint, entity).find((candidate) => criterion.text.includes(`its ${namesOf(candidate).all}`));
		const parent = child && parentField(child);
		if (!child || !parent) return { ...none, api: [`  test.todo(${title(criterion)});`] };
		const name = sentence(namesOf(child).all);
		return {
			...none,
			ui: [
				`  test(${title(criterion)}, async () => {
    await openPage(${quote(`${namesOf(entity).route}/1`)}, ${quote(someoneWho(blueprint, entity, 'read'))});
    fireEvent.click(await screen.findByRole('tab', { name: ${`/^${name}/`} }));
    expect(await screen.findByRole('tab', { name: /^${name}/, selected: true })).toBeTruthy();
    expect(await screen.findByText(/^(No ${namesOf(child).all} yet|1–.*)$/)).toBeTruthy();
  });`
			]
		};
	},
	live: (blueprint, entity, criterion) => {
		const role = rolesOf(blueprint).find(({ name }) => someoneWho(blueprint, entity, 'create') === name)?.name ?? 'admin';
		const { route, table } = namesOf(entity);
		return {
			...none,
			ui: [
				`  test(${title(criterion)}, async () => {
    const { user } = await openPage(${quote(route)}, ${quote(role)});
    const total = Number((await screen.findByText(/ in total$/)).textContent.split(' ')[0]);
    await user.call(api.create, { body: ${body(entity)} });
    announce([${quote(table)}]);
    expect(await screen.findByText(\`\${total + 1} in total\`)).toBeTruthy();
  });`
			]
		};
	},
	scale: (blueprint, entity, criterion) => ({
		...none,
		ui: [
			`  test(${title(criterion)}, async () => {
    await openPage(${quote(`${namesOf(entity).route}/1`)}, ${quote(someoneWho(blueprint, entity, 'read'))});
    const servings = await screen.findByLabelText<HTMLInputElement>('Servings');
    const amounts = () => screen.getAllByRole('listitem').map((item) => Number.parseFloat(item.textContent)).filter((amount) => !Number.isNaN(amount));
    const before = amounts();
    expect(before.length).toBeGreaterThan(0);
    fireEvent.change(servings, { target: { value: String(Number(servings.value) * 2) } });
    expect(amounts()).toEqual(before.map((amount) => amount * 2));
  });`
		]
	}),
	board: (blueprint, entity, criterion) => {
		const last = stateField(entity)?.options?.at(-1) ?? '';
		const first = stateField(entity)?.options?.[0] ?? '';
		const named = labelField(entity).type !== 'longText';
		const link = boardLink(blueprint, entity)?.replace(/\$\{.*\}/, '');
		const linked = link && `/^${link.replace(/\//g, '\\/')}\\d+$/`;
		return {
			...none,
			ui: [
				`  test(${title(criterion)}, async () => {
    ${named ? 'const { user } = ' : ''}await openPage(${quote(`${namesOf(entity).route}/board`)}, ${quote(someoneWho(blueprint, entity, 'update'))});
    const column = (name: string) => within(screen.getByRole('region', { name }));
    await screen.findByRole('region', { name: ${quote(optionLabel(first))} });
    const box = column(${quote(optionLabel(first))}).getAllByRole('combobox')[0]!;
    const article = box.closest('article')!;
    const card = article.getAttribute('aria-label')!;${named ? `\n    const { rows } = await user.call(api.list, { query: { size: 100, status: ${quote(first)} } });\n    expect(rows.map((row) => row.label)).toContain(card);` : ''}${linked ? `\n    expect(within(article).getByRole('link', { name: card }).getAttribute('href')).toMatch(${linked});` : ''}
    expect(screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page').map((link) => link.getAttribute('href'))).toEqual([${quote(`${namesOf(entity).route}/board`)}]);
    const there = column(${quote(optionLabel(last))}).queryAllByRole('article', { name: card }).length;
    fireEvent.change(box, { target: { value: ${quote(last)} } });
    await waitFor(() => expect(column(${quote(optionLabel(last))}).getAllByRole('article', { name: card })).toHaveLength(there + 1));
  });`
			]
		};
	},
	calendar: (blueprint, entity, criterion) => ({
		...none,
		ui: [
			`  test(${title(criterion)}, async () => {
    await openPage(${quote(`${namesOf(entity).route}/calendar?week=2025-06-16`)}, ${quote(someoneWho(blueprint, entity, 'read'))});
    expect(await screen.findAllByRole('region')).toHaveLength(7);
    expect(screen.getByRole('region', { name: /^Wednesday/ })).toBeTruthy();
    expect(screen.getAllByRole('article').length).toBeGreaterThan(0);
  });`
		]
	})
};

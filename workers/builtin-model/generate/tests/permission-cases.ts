/** Who may do what with the records of others, and without signing in. */
import { accessOf, isPrivate, namesOf, ownerPair, quote, sentence, someoneWhoMayNot } from '../names';
import { none, sign, title, type Cases } from './case';

export const permissionCases: Cases = {
	refuse: (blueprint, entity, criterion) => {
		const role = someoneWhoMayNot(blueprint, entity, 'create');
		const { one, route } = namesOf(entity);
		const top = entity.ownedBy === null || entity.ownedBy === 'user';
		const mayRead =
			role &&
			(() => {
				const rule = accessOf(blueprint, entity, 'read');
				return typeof rule === 'string' || rule.includes(role);
			})();
		return role
			? {
					api: [
						`  test(${title(criterion)}, async () => {
    ${sign(role)}
    expect((await user.tryCall(api.create, { body: sample })).status).toBe(403);
  });`
					],
					ui:
						top && mayRead
							? [
									`  test(${title(criterion)}, async () => {
    await openPage(${quote(route)}, ${quote(role)});
    await screen.findByRole('searchbox');
    expect(screen.queryByRole('button', { name: ${quote(`Add ${one}`)} })).toBeNull();
  });`
								]
							: []
				}
			: { ...none, api: [`  test.todo(${title(criterion)});`] };
	},
	own: (blueprint, entity, criterion) => {
		const [maker, other] = ownerPair(blueprint, entity);
		if (!maker || !other) return { ...none, api: [`  test.todo(${title(criterion)});`] };
		return {
			...none,
			api: [
				`  test(${title(criterion)}, async () => {
    const made = await (await server.signIn(${quote(maker)})).call(api.create, { body: sample });
    const other = await server.signIn(${quote(other)});
    expect((await other.tryCall(api.update, { params: { id: made.id }, body: {} })).status).toBe(403);
    expect((await other.tryCall(api.remove, { params: { id: made.id } })).status).toBe(403);${isPrivate(entity) ? `\n    expect((await other.tryCall(api.get, { params: { id: made.id } })).status).toBe(403);` : ''}
  });`
			]
		};
	},
	visitor: (_blueprint, entity, criterion) => ({
		...none,
		ui: [
			`  test(${title(criterion)}, async () => {
    await openPage(${quote(namesOf(entity).route)});
    expect(await screen.findByRole('heading', { name: ${quote(sentence(namesOf(entity).all))} })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy();
  });`
		]
	})
};

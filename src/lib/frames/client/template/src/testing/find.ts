import { screen } from '@testing-library/react';
import type { View } from './check-page';
import { user } from './user';
import { findWords } from '../web/ui/find-words';

/** Chooses in a filter by what it is called: a button beside others, or an option of a list. '' chooses all. */
export async function chooseFilter(view: View, label: string, value: string): Promise<void> {
	const group = view.queryByRole('group', { name: label });
	if (!group) return user.fill(view.getByRole('combobox', { name: label }), value);
	const button = [...group.querySelectorAll('button')].find((one) => one.textContent === (value || findWords('all')));
	if (!button) throw new Error(`"${label}" does not offer "${value}"; it has: ${group.textContent}`);
	return user.click(button);
}

export const search = (view: View, text: string) => user.fill(view.getByRole('searchbox'), text);
export const sortBy = (view: View, field: string) => user.fill(view.getByRole('combobox', { name: findWords('sort') }), field);
/** The dialog that is open now, if one is. */
export const openDialog = () => screen.queryByRole('dialog');

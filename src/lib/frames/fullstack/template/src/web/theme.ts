import { useState } from 'react';

const KEY = 'theme';
const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const read = (): Theme => THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';

export function applyTheme(theme: Theme = read()): void {
	if (theme === 'system') delete document.documentElement.dataset['theme'];
	else document.documentElement.dataset['theme'] = theme;
}

export function useTheme(): [Theme, () => void] {
	const [theme, setTheme] = useState(read);
	const next = () => {
		const chosen = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
		localStorage.setItem(KEY, chosen);
		applyTheme(chosen);
		setTheme(chosen);
	};
	return [theme, next];
}

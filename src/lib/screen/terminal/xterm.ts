import { FitAddon } from '@xterm/addon-fit';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal, type ITheme } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { openLink } from './terminal-links';
import type { TerminalSession } from './terminal-session.svelte';

/** Puts a terminal for a session into an element, fitted to it and in the page's theme. Returns what removes it again. */
export function mountTerminal(element: HTMLElement, session: TerminalSession): () => void {
	const terminal = new Terminal({
		allowProposedApi: true,
		cursorBlink: true,
		fontFamily: "'JetBrains Mono Variable', ui-monospace, Menlo, Consolas, monospace",
		fontSize: 12,
		lineHeight: 1.35,
		scrollback: 5000,
		screenReaderMode: false,
		// Without a handler of ours a link that a program prints (OSC 8) may have any scheme.
		linkHandler: { activate: (_event, text) => void openLink(text) },
		theme: themeOf(element)
	});
	const fit = new FitAddon();
	terminal.loadAddon(fit);
	terminal.loadAddon(new Unicode11Addon());
	terminal.loadAddon(new WebLinksAddon((_event, text) => void openLink(text)));
	terminal.unicode.activeVersion = '11';
	terminal.open(element);
	fit.fit();
	const unlink = session.link(terminal);
	const size = new ResizeObserver(() => element.offsetHeight > 0 && fit.fit());
	size.observe(element);
	const recolour = () => (terminal.options.theme = themeOf(element));
	const attribute = new MutationObserver(recolour);
	attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	const system = matchMedia('(prefers-color-scheme: dark)');
	system.addEventListener('change', recolour);
	return () => {
		system.removeEventListener('change', recolour);
		attribute.disconnect();
		size.disconnect();
		unlink();
		terminal.dispose();
	};
}

/** xterm wants plain colours: each token is resolved through a probe, since it may be a light-dark() pair. */
function themeOf(element: HTMLElement): ITheme {
	const probe = element.appendChild(document.createElement('i'));
	const colour = (token: string): string => {
		probe.style.color = `var(${token})`;
		return getComputedStyle(probe).color;
	};
	const theme: ITheme = {
		background: colour('--bg-1'),
		foreground: colour('--fg-1'),
		cursor: colour('--accent'),
		cursorAccent: colour('--bg-1'),
		selectionBackground: colour('--accent-soft'),
		black: colour('--fg-3'),
		red: colour('--bad'),
		green: colour('--ok'),
		yellow: colour('--warn'),
		blue: colour('--busy'),
		magenta: colour('--role-devops'),
		cyan: colour('--busy'),
		white: colour('--fg-2'),
		brightBlack: colour('--fg-3'),
		brightRed: colour('--bad'),
		brightGreen: colour('--ok'),
		brightYellow: colour('--warn'),
		brightBlue: colour('--busy'),
		brightMagenta: colour('--role-architect'),
		brightCyan: colour('--role-frontend'),
		brightWhite: colour('--fg-1')
	};
	probe.remove();
	return theme;
}

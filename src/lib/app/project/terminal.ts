import type { Container } from '../../container/container';
import type { TerminalProcess } from '../ports';

/** A shell in the project's folder, with a word for the person before its own. */
export async function openTerminal(
	container: Container,
	{ size, greeting }: { size: { cols: number; rows: number }; greeting: string }
): Promise<TerminalProcess> {
	const process = await container.spawn('jsh', [], { terminal: size });
	return {
		...(greeting ? { greeting } : {}),
		output: process.output,
		write: (data) => void process.write?.(data),
		resize: (next) => process.resize?.(next),
		kill: () => process.kill(),
		exit: process.exit
	};
}

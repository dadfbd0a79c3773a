import { z } from '../../domain/zod';
import type { BlockEntry } from '../entry';
import { words } from '../schemas';
import { example } from './example';
import type { PrintButtonParameters } from './parameters';

export const entry: BlockEntry<PrintButtonParameters> = {
	name: 'print-button',
	line: 'A button that prints the page, without menu and buttons on paper',
	frames: ['client', 'site'],
	parameters: z.strictObject({ label: words.max(40).optional(), text: words.optional() }),
	needs: [],
	criteria: () => [
		{ check: 'prints', text: 'When somebody chooses to print, the page shall go to the printer, without the button itself.' }
	],
	example
};

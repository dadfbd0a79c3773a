import { expect, it } from 'vitest';
import { initialsOf } from './logic';

it('takes the initials of first and last name', () => {
	expect(['Dr. Ana María Soto', 'Tom Becker', 'Cher', '王小明', 'Prof. Élodie Durand'].map(initialsOf)).toEqual([
		'AS',
		'TB',
		'C',
		'王',
		'ÉD'
	]);
});

const TITLES = /^(dr|prof|mr|mrs|ms|herr|frau|sr|sra|don|doña)\.?$/i;

/** 'Dr. Ana María Soto' is AS, '王小明' is 王. */
export function initialsOf(name: string): string {
	const words = name.split(/[\s.]+/).filter((word) => word && !TITLES.test(word));
	const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name];
	return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}

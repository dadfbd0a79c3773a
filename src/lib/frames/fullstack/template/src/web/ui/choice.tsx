import type { SelectHTMLAttributes } from 'react';
import type { Endpoint } from '../../core/contract';
import { useQuery } from '../query';
import { Select } from './field';

/** A select box filled from the server: one record of another entity. */
export function Choice({
	spec,
	empty,
	initial,
	...rest
}: {
	spec: Endpoint;
	label: string;
	empty?: string;
	initial?: number | null | undefined;
	error?: string | undefined;
} & SelectHTMLAttributes<HTMLSelectElement>) {
	const { data } = useQuery(spec, {} as never);
	const rows = (data ?? []) as { id: number; label: string }[];
	const options = [
		...(empty === undefined ? [] : [['', empty] as const]),
		...rows.map((row) => [String(row.id), row.label] as const)
	];
	// The key makes the box take its first value once the choices are there.
	return (
		<Select
			key={data ? 'ready' : 'loading'}
			options={options}
			{...rest}
			{...(rest.value === undefined && { defaultValue: initial ?? '' })}
		/>
	);
}

import { useState } from 'react';
import { defineBlock } from '../../core/block';
import { Button, IconButton } from '../../web/ui/button';
import { CheckField } from '../../web/ui/field';
import { Heading } from '../../web/ui/heading';
import { useToast } from '../../web/ui/toast';
import './generator.css';
import { bitsOf, combination, password, strengthOf, type SetName } from './logic';
import type { GeneratorParameters } from './parameters';
import { words } from './words';

/** Makes passwords or combinations by chance, to copy. */
export const generator = defineBlock<GeneratorParameters>({ name: 'generator', Component: Generator });

const NAMES: readonly SetName[] = ['small', 'large', 'digits', 'signs'];
const LEAST = 6;
const MOST = 64;

function Generator({ parameters }: { parameters: GeneratorParameters }) {
	const { title, intro, kind, lists = [], joint = ' ', count } = parameters;
	const [length, setLength] = useState(parameters.length ?? 16);
	const [sets, setSets] = useState<readonly SetName[]>(NAMES);
	const one = (length: number, sets: readonly SetName[]) =>
		kind === 'password' ? password(length, sets) : combination(lists, joint);
	const make = (length: number, sets: readonly SetName[]) =>
		kind === 'password' && !sets.length ? [] : Array.from({ length: count }, () => one(length, sets));
	const [results, setResults] = useState(() => make(length, sets));
	const change = (next: { length?: number; sets?: readonly SetName[] }) => {
		const { length: long = length, sets: chosen = sets } = next;
		setLength(long);
		setSets(chosen);
		setResults(make(long, chosen));
	};
	return (
		<div className="generator narrow">
			<Heading title={title} text={intro} />
			<div className="stack">
				<Results results={results} isCode={kind === 'password'} />
				{kind === 'password' && <Strength bits={bitsOf(length, sets)} />}
				<div className="row">
					<Button
						look="primary"
						size="large"
						icon="refresh"
						disabled={!results.length}
						onClick={() => setResults(make(length, sets))}
					>
						{words('make')}
					</Button>
				</div>
				{kind === 'password' && (
					<div className="card generator-settings">
						<label className="generator-length">
							<span>{words('length', { n: length })}</span>
							<input
								type="range"
								aria-label={words('length-label')}
								min={LEAST}
								max={MOST}
								value={length}
								onChange={(event) => change({ length: Number(event.target.value) })}
							/>
						</label>
						<fieldset>
							<legend>{words('contains')}</legend>
							{NAMES.map((name) => (
								<CheckField
									key={name}
									label={words(name)}
									checked={sets.includes(name)}
									onChange={(event) => {
										const { checked } = event.target;
										change({ sets: NAMES.filter((one) => (one === name ? checked : sets.includes(one))) });
									}}
								/>
							))}
						</fieldset>
						{!sets.length && (
							<p className="field-error" role="alert">
								{words('least')}
							</p>
						)}
					</div>
				)}
			</div>
		</div>
	);
}

function Results({ results, isCode }: { results: readonly string[]; isCode: boolean }) {
	const toast = useToast();
	return (
		<ul className="generator-results" aria-label={words('results')} aria-live="polite">
			{results.map((text, index) => (
				<li key={index} data-code={isCode || undefined}>
					<span>{text}</span>
					<IconButton
						label={words('copy', { text })}
						icon="copy"
						onClick={async () => {
							await navigator.clipboard.writeText(text);
							toast(words('copied'));
						}}
					/>
				</li>
			))}
		</ul>
	);
}

/** Bits of a password that nobody will ever guess. */
const FULL_BITS = 110;

function Strength({ bits }: { bits: number }) {
	const strength = strengthOf(bits);
	return (
		<div className="generator-strength" data-strength={strength}>
			<strong role="status">{words(strength)}</strong>
			<div className="bar" aria-hidden="true">
				<span style={{ width: `${Math.min(100, (bits / FULL_BITS) * 100)}%` }} />
			</div>
		</div>
	);
}

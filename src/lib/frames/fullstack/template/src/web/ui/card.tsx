import { useId, type ReactNode } from 'react';

export function Card({
	title,
	hint,
	actions,
	flush = false,
	children
}: {
	title?: string;
	hint?: string;
	actions?: ReactNode;
	flush?: boolean;
	children: ReactNode;
}) {
	const id = useId();
	return (
		<section className="card" data-flush={flush || undefined} aria-labelledby={title ? id : undefined}>
			{title && (
				<header className="card-head">
					<div>
						<h2 id={id}>{title}</h2>
						{hint && <p>{hint}</p>}
					</div>
					{actions}
				</header>
			)}
			<div className="card-body">{children}</div>
		</section>
	);
}

export function PageHead({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
	return (
		<header className="page-head">
			<div>
				<h1>{title}</h1>
				{hint && <p>{hint}</p>}
			</div>
			{children && <div className="page-actions">{children}</div>}
		</header>
	);
}

export function Figure({
	label,
	value,
	change,
	hint
}: {
	label: string;
	value: string;
	change?: number | undefined;
	hint?: string;
}) {
	return (
		<div className="card figure">
			<span className="figure-label">{label}</span>
			<strong key={value} className="figure-value">
				{value}
			</strong>
			<span className="figure-hint">
				{change !== undefined && (
					<b data-up={change >= 0}>
						{change >= 0 ? '+' : '−'}
						{Math.abs(change)} %
					</b>
				)}{' '}
				{hint}
			</span>
		</div>
	);
}

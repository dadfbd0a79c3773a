import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';

export function Tabs({
	label,
	tabs
}: {
	label: string;
	tabs: readonly { title: string; count?: number | undefined; body: ReactNode }[];
}) {
	const id = useId();
	const [at, setAt] = useState(0);
	function onKey(event: KeyboardEvent<HTMLDivElement>) {
		const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
		if (!step) return;
		const next = (at + step + tabs.length) % tabs.length;
		setAt(next);
		event.currentTarget.querySelectorAll('button')[next]?.focus();
	}
	return (
		<div>
			<div className="tabs" role="tablist" aria-label={label} onKeyDown={onKey}>
				{tabs.map((tab, i) => (
					<button
						key={tab.title}
						type="button"
						role="tab"
						id={`${id}-${i}`}
						aria-selected={i === at}
						aria-controls={`${id}-panel`}
						tabIndex={i === at ? 0 : -1}
						onClick={() => setAt(i)}
					>
						{tab.title}
						{tab.count !== undefined && <span className="tab-count">{tab.count}</span>}
					</button>
				))}
			</div>
			<div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${at}`}>
				{tabs[at]!.body}
			</div>
		</div>
	);
}

import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** Shown where there is nothing yet: what will be here, and how to begin. */
export function Empty({
	title,
	hint,
	icon = 'inbox',
	children
}: {
	title: string;
	hint?: string;
	icon?: IconName;
	children?: ReactNode;
}) {
	return (
		<div className="empty">
			<span className="empty-icon">
				<Icon name={icon} />
			</span>
			<strong>{title}</strong>
			{hint && <p>{hint}</p>}
			{children}
		</div>
	);
}

import type { ReactNode } from 'react';
import { Logo } from '../../web/ui/icon';

/** The frame of the pages in front of the sign-in. */
export function Gate({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
	return (
		<main className="gate">
			<div className="gate-card">
				<Logo />
				<h1>{title}</h1>
				<p>{hint}</p>
				{children}
			</div>
		</main>
	);
}

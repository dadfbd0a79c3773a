import { useContext, type ReactNode } from 'react';
import { IsFirst } from '../place';

/** The title of a block: the page's first heading in its first block, below that in others. */
export function Title({ children }: { children: ReactNode }) {
	return useContext(IsFirst) ? <h1>{children}</h1> : <h2>{children}</h2>;
}

/** The head of a block: its title, and a line below it. */
export function Heading({
	title,
	text = '',
	align = 'start'
}: {
	title: string;
	text?: string | undefined;
	align?: 'start' | 'center';
}) {
	if (!title && !text) return null;
	return (
		<div className="heading" data-align={align}>
			{title && <Title>{title}</Title>}
			{text && <p>{text}</p>}
		</div>
	);
}

import type { ReactNode } from 'react';
import type { Access } from '../core/contract';
import type { IconName } from './ui/icon';

export interface Page {
	path: string;
	title: string;
	/** The endpoint this page lives on: who may call it may open the page. */
	needs: { access: Access };
	/** A link in the main navigation, sorted by order. */
	nav?: { label: string; icon: IconName; order: number };
	/** Shown without the navigation around it. */
	bare?: boolean;
	Page: (props: { params: Record<string, string> }) => ReactNode;
}

import { Component, type ReactNode } from 'react';
import { t } from '../core/words';
import { Empty } from './ui/empty';

/** A block that fails takes nothing else of its page with it. */
export class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
	override state = { hasFailed: false };

	static getDerivedStateFromError() {
		return { hasFailed: true };
	}

	override render() {
		if (!this.state.hasFailed) return this.props.children;
		return (
			<div className="narrow" role="alert">
				<Empty icon="alert" title={t('not-loaded')} hint={t('not-loaded-hint')} />
			</div>
		);
	}
}

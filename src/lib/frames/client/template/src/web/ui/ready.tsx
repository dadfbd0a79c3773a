import type { ReactNode } from 'react';
import { t } from '../../core/words';
import { Empty } from './empty';

/** What a collection has, once it is here; until then that it is on its way, or that it could not be had. */
export function Ready({ of: { state }, children }: { of: { state: 'loading' | 'ready' | 'failed' }; children: ReactNode }) {
	if (state === 'ready') return children;
	if (state === 'failed') return <Empty icon="alert" title={t('not-loaded')} hint={t('not-loaded-hint')} />;
	return (
		<div className="waiting" role="status" aria-label={t('loading')}>
			<span className="spinner" />
		</div>
	);
}

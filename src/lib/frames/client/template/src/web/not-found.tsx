import { useContext } from 'react';
import { t } from '../core/words';
import { PlaceContext } from './detail';
import { LinkButton } from './ui/button';

/** Where an address leads nowhere: to no page, or to no record of a page, which is offered then. */
export function NotFound() {
	const { path } = useContext(PlaceContext);
	return (
		<div className="not-found">
			<h1>{t('not-found')}</h1>
			<p>{t('not-found-hint')}</p>
			<div className="row">
				{path !== '/' && <LinkButton href={path}>{t('back')}</LinkButton>}
				<LinkButton href="/" look="primary">
					{t('start-page')}
				</LinkButton>
			</div>
		</div>
	);
}

import { LinkButton } from '../../web/ui/button';
import { words } from './words';

/** In place of what only members do. */
export const Join = () => (
	<div className="join card">
		<p>{words('join-hint')}</p>
		<LinkButton href="/sign-in" look="primary" icon="person">
			{words('join')}
		</LinkButton>
	</div>
);

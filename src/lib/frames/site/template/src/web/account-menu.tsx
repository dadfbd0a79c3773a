import { signOut, useAccount } from '../core/account';
import { appNow } from '../core/app';
import { words } from './account-words';
import { Link } from './router';

/** In the header, who is signed in, or where to do so, if the menu has anything for them. */
export function AccountMenu() {
	const { kind, name } = useAccount();
	const isAsked = appNow().pages.some(({ audience, menu }) => audience !== 'everybody' && menu !== '');
	if (kind === 'visitor' && !isAsked) return null;
	if (kind === 'visitor')
		return (
			<Link href="/sign-in" className="account-link">
				{words('sign-in')}
			</Link>
		);
	return (
		<span className="account-who">
			<span>{name}</span>
			<button type="button" className="account-link" onClick={() => void signOut()}>
				{words('sign-out')}
			</button>
		</span>
	);
}

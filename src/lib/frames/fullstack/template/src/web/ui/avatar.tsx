import { initials } from '../format';

/** Initials on a colour that stays the same for the same name. */
export function Avatar({ name }: { name: string }) {
	const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
	return (
		<span className="avatar" aria-hidden="true" style={{ '--hue': hue } as React.CSSProperties}>
			{initials(name)}
		</span>
	);
}

const TONES: Record<string, 'good' | 'wait' | 'off' | 'info'> = {
	paid: 'good',
	active: 'good',
	pending: 'wait',
	invited: 'wait',
	refunded: 'off',
	deactivated: 'off',
	admin: 'info',
	overdue: 'wait',
	confirmed: 'good',
	done: 'good',
	offer: 'good',
	booked: 'info',
	new: 'info'
};
export const Badge = ({ children }: { children: string }) => (
	<span className="badge" data-tone={TONES[children]}>
		{children}
	</span>
);

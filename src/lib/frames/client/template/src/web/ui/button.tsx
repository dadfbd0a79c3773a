import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react';
import { Link } from '../router';
import { Icon, type IconName } from './icon';

interface Look {
	/** 'primary' for the one thing to do here, 'quiet' without a border, 'danger' for what cannot be undone. */
	look?: 'primary' | 'plain' | 'quiet' | 'danger';
	size?: 'small' | 'normal' | 'large';
	icon?: IconName;
}

export function Button({
	look = 'plain',
	size = 'normal',
	icon,
	type = 'button',
	children,
	...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
	return (
		<button type={type} className="button" data-look={look} data-size={size} {...rest}>
			{icon && <Icon name={icon} />}
			{children}
		</button>
	);
}

/** A link that looks like a button. */
export function LinkButton({
	look = 'plain',
	size = 'normal',
	icon,
	children,
	...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
	return (
		<Link className="button" data-look={look} data-size={size} {...rest}>
			{icon && <Icon name={icon} />}
			{children}
		</Link>
	);
}

/** A button of an icon alone; its label is read out and shown on hover. */
export function IconButton({
	label,
	icon,
	...rest
}: { label: string; icon: IconName } & ButtonHTMLAttributes<HTMLButtonElement>) {
	return (
		<button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
			<Icon name={icon} />
		</button>
	);
}

import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './icon';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
	look?: 'primary' | 'plain' | 'danger' | 'quiet';
	icon?: IconName;
	busy?: boolean;
}

export function Button({ look = 'plain', icon, busy = false, type = 'button', disabled, children, ...rest }: Props) {
	return (
		<button type={type} className="button" data-look={look} aria-busy={busy || undefined} disabled={disabled || busy} {...rest}>
			{icon && <Icon name={icon} />}
			<span>{children}</span>
		</button>
	);
}

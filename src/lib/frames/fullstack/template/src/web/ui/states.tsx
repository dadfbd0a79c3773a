import type { ReactNode } from 'react';
import type { ApiError } from '../api';
import { Button } from './button';
import { Icon, type IconName } from './icon';

export function Empty({
	title,
	hint,
	icon = 'inbox',
	children
}: {
	title: string;
	hint?: string;
	icon?: IconName;
	children?: ReactNode;
}) {
	return (
		<div className="state">
			<span className="state-icon">
				<Icon name={icon} />
			</span>
			<strong>{title}</strong>
			{hint && <p>{hint}</p>}
			{children}
		</div>
	);
}

export const ErrorState = ({ error, retry }: { error: ApiError; retry: () => void }) => (
	<div role="alert">
		<Empty
			title={error.status === 404 ? error.message : 'This could not be loaded'}
			icon="alert"
			{...(error.status !== 404 && { hint: error.message })}
		>
			{error.status !== 404 && <Button onClick={retry}>Try again</Button>}
		</Empty>
	</div>
);

export const Skeleton = ({ height = 16, width = '100%' }: { height?: number; width?: number | string }) => (
	<span className="skeleton" style={{ height, width }} />
);

export const PageLoading = () => (
	<div className="page-loading" role="status">
		<span className="visually-hidden">Loading</span>
		<span className="spinner" />
	</div>
);

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { t } from '../../core/words';
import { IconButton } from './button';

/** The browser's own dialog: it keeps the focus inside and closes with Escape. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
	const id = useId();
	const ref = useRef<HTMLDialogElement>(null);
	useEffect(() => {
		const dialog = ref.current!;
		if (!dialog.open) dialog.showModal();
		return () => dialog.close();
	}, []);
	return (
		<dialog
			ref={ref}
			className="dialog"
			aria-labelledby={id}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onMouseDown={(event) => {
				if (event.target === ref.current) onClose();
			}}
		>
			<div className="dialog-in">
				<header>
					<h2 id={id}>{title}</h2>
					<IconButton label={t('close')} icon="close" onClick={onClose} />
				</header>
				{children}
			</div>
		</dialog>
	);
}

import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { t } from '../../core/words';
import { IconButton } from './button';

/** The browser's own dialog: it keeps the focus inside, closes with Escape, and gives the focus back. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
	const id = useId();
	const ref = useRef<HTMLDialogElement>(null);
	// While it is still in the page: a dialog that was taken away cannot give the focus back.
	useLayoutEffect(() => {
		const dialog = ref.current;
		const opener = document.activeElement;
		if (dialog && !dialog.open) dialog.showModal();
		return () => {
			dialog?.close();
			if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
		};
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
			onKeyDown={(event) => {
				if (event.key !== 'Escape') return;
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

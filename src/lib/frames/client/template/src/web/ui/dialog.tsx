import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { t } from '../../core/words';
import { IconButton } from './button';

interface DialogProps {
	title: string;
	/** 'large' for pictures. */
	size?: 'normal' | 'large';
	onClose: () => void;
	children: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside, closes with Escape, and gives the focus back. */
export function Dialog({ title, size = 'normal', onClose, children }: DialogProps) {
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
			data-size={size}
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

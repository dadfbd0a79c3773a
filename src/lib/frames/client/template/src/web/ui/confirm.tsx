import { t } from '../../core/words';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmProps {
	title: string;
	text: string;
	/** What the button says that does it. */
	action: string;
	onYes: () => void;
	onNo: () => void;
}

/** Asks before something is done that cannot be undone. */
export function Confirm({ title, text, action, onYes, onNo }: ConfirmProps) {
	return (
		<Dialog title={title} onClose={onNo}>
			<p>{text}</p>
			<div className="form-actions">
				<Button look="danger" onClick={onYes}>
					{action}
				</Button>
				<Button onClick={onNo}>{t('cancel')}</Button>
			</div>
		</Dialog>
	);
}

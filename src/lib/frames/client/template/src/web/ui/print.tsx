import { t } from '../../core/words';
import { Button } from './button';

/** Prints the page; has no place on paper itself. */
export const PrintButton = ({ label = t('print') }: { label?: string | undefined }) => (
	<Button className="button no-print" icon="printer" onClick={() => window.print()}>
		{label}
	</Button>
);

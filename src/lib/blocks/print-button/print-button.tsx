import { defineBlock } from '../../core/block';
import { PrintButton } from '../../web/ui/print';
import type { PrintButtonParameters } from './parameters';
import './print-button.css';

/** Puts the page on paper. */
export const printButton = defineBlock<PrintButtonParameters>({ name: 'print-button', Component: Print });

function Print({ parameters: { label, text } }: { parameters: PrintButtonParameters }) {
	return (
		<div className="print-button wide no-print">
			{text && <p>{text}</p>}
			<PrintButton label={label} />
		</div>
	);
}

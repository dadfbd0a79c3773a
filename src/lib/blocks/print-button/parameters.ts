export interface PrintButtonParameters {
	/** 'Print' unless said otherwise. */
	label?: string;
	/** Beside it: what is printed, on how many sheets. */
	text?: string;
}

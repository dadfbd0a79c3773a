import type { PrintButtonParameters } from './parameters';

export const example: PrintButtonParameters = { label: 'Print the leaflet', text: 'Fits on one sheet, for the notice board.' };

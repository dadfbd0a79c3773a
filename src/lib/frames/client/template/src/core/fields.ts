import { t } from './words';

/** What a form asks for, as plain data: blocks take it as a parameter. */
export interface FormField {
	/** camelCase; the key of its value. */
	name: string;
	label: string;
	kind: 'text' | 'longText' | 'email' | 'phone' | 'url' | 'number' | 'money' | 'date' | 'time' | 'choice' | 'check' | 'password';
	isRequired?: boolean;
	/** What a choice offers. */
	options?: string[];
	hint?: string;
	/** The least and the most of a number or amount; of a text, its length. Amounts in whole units. */
	min?: number;
	max?: number;
	/** Said after a number: 'cm'. */
	unit?: string;
}

/** What a form gives: texts, numbers (amounts in cents), and whether a box is ticked. */
export type FormValue = string | number | boolean;
export type FormValues = Record<string, FormValue>;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^[+0-9 ()/.-]{5,40}$/;
const URL_START = /^https?:\/\/\S+\.\S+/;

/** What is wrong with a field's text as it was typed, in words; undefined when nothing is. @param text 'true' for a ticked box */
export function problemOf(field: FormField, text: string): string | undefined {
	const { kind, label, isRequired = false, min, max } = field;
	const given = text.trim();
	if (kind === 'check') return isRequired && given !== 'true' ? t('must-agree') : undefined;
	if (!given) return isRequired ? (kind === 'choice' ? t('choose-one') : t('is-missing', { label })) : undefined;
	if (kind === 'email' && !EMAIL.test(given)) return t('bad-email');
	if (kind === 'phone' && !PHONE.test(given)) return t('bad-phone');
	if (kind === 'url' && !URL_START.test(given)) return t('bad-url');
	if (kind === 'number' || kind === 'money') {
		const value = numberOf(given);
		if (Number.isNaN(value)) return t('bad-number');
		if (min !== undefined && value < min) return t('too-small', { min });
		if (max !== undefined && value > max) return t('too-big', { max });
	} else if (max !== undefined && given.length > max) return t('too-long', { max });
	return undefined;
}

/** The value of a field's text that has no problem. */
export function valueOf({ kind }: FormField, text: string): FormValue {
	const given = text.trim();
	if (kind === 'check') return given === 'true';
	if (kind === 'number') return given === '' ? '' : numberOf(given);
	if (kind === 'money') return given === '' ? '' : Math.round(numberOf(given) * 100);
	return given;
}

const numberOf = (text: string) => Number(text.replace(',', '.'));

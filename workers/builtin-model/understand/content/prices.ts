/** Prices of example goods, by the currency of the language; they are said to be examples. */
import type { Language } from '../reading/language';

export function currencyOf(text: string, language: Language): string {
	if (/£|\bpounds?\b|\bgbp\b/i.test(text)) return 'GBP';
	if (/\$|\bdollars?\b|\busd\b/i.test(text)) return 'USD';
	if (/€|\beuros?\b/i.test(text)) return 'EUR';
	return language === 'zh' ? 'CNY' : 'EUR';
}
export const priceAt = (at: number, currency: string): number =>
	currency === 'CNY' ? 58 + ((at * 37) % 240) : 18 + ((at * 11) % 60) + 0.5 * (at % 2);

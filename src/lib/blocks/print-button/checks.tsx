import { expect } from 'vitest';
import { t } from '../../core/words';
import type { Checks } from '../../testing/check-page';
import { heardPrinting } from '../../testing/printing';
import type { PrintButtonParameters } from './parameters';

export const checks = {
	prints: async ({ view, parameters, user }) => {
		const print = heardPrinting();
		const button = view.getByRole('button', { name: parameters.label ?? t('print') });
		expect(print).not.toHaveBeenCalled();
		await user.click(button);
		expect(print).toHaveBeenCalledOnce();
		expect(button.closest('.no-print')).toBeTruthy();
	}
} satisfies Checks<PrintButtonParameters>;

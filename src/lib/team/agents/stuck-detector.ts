/** Notices when an agent goes round in circles. */
export class StuckDetector {
	#steps: { action: string; isFailure: boolean; result: string }[] = [];

	/** Notes a step and says why it looks stuck, or undefined. Same action and result 4 times, same failure 3 times, or A-B-A-B over 6. */
	note(action: string, result: string, isFailure: boolean): string | undefined {
		this.#steps.push({ action, result, isFailure });
		const last = (count: number) => this.#steps.slice(-count).map((step) => `${step.action}\n${step.result}`);
		const isSame = (steps: string[]) => new Set(steps).size === 1;
		if (this.#steps.length >= 3 && isSame(last(3)) && this.#steps.slice(-3).every((step) => step.isFailure))
			return 'the same failure three times';
		if (this.#steps.length >= 4 && isSame(last(4))) return 'the same action with the same result four times';
		const six = last(6);
		if (six.length === 6 && six[0] !== six[1] && six.every((step, index) => step === six[index % 2]))
			return 'two actions in turn, six times';
		return undefined;
	}
}

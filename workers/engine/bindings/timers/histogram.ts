/**
 * A high dynamic range histogram: values keep a number of significant figures.
 * @source HdrHistogram_c, which Node's `perf_hooks` is built on
 */
export class HdrHistogram {
	exceeds = 0;
	total = 0;
	readonly #highest: number;
	readonly #unitMagnitude: number;
	readonly #halfMagnitude: number;
	readonly #counts = new Map<number, number>();
	#min = Infinity;
	#max = 0;

	constructor(lowest: number, highest: number, figures: number) {
		this.#highest = highest;
		this.#unitMagnitude = Math.floor(Math.log2(lowest));
		this.#halfMagnitude = Math.max(1, Math.ceil(Math.log2(2 * 10 ** figures))) - 1;
	}

	/** @returns false when the value is out of range */
	record(value: number, count = 1): boolean {
		if (value > this.#highest || value < 0) {
			this.exceeds += count;
			return false;
		}
		const key = this.#lowestEquivalent(value);
		this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
		this.total += count;
		if (value > 0) this.#min = Math.min(this.#min, value);
		this.#max = Math.max(this.#max, value);
		return true;
	}

	/** Also what was not measured while a value longer than `interval` was waited for. */
	recordCorrected(value: number, interval: number): void {
		if (!this.record(value) || interval <= 0 || value <= interval) return;
		for (let missing = value - interval; missing >= interval; missing -= interval) this.record(missing);
	}

	add(other: HdrHistogram, sign = 1): void {
		for (const [value, count] of other.#counts) this.record(value, count * sign);
		this.#min = Math.min(this.#min, other.#min);
		this.#max = Math.max(this.#max, other.#max);
	}

	reset(): void {
		this.#counts.clear();
		this.exceeds = 0;
		this.total = 0;
		this.#min = Infinity;
		this.#max = 0;
	}

	/** Of an empty histogram: the largest 64-bit number. */
	get min(): bigint {
		if (this.#counts.has(0)) return 0n;
		return this.#min === Infinity ? 0x7fffffffffffffffn : BigInt(this.#lowestEquivalent(this.#min));
	}

	get max(): number {
		return this.#max === 0 ? 0 : this.#highestEquivalent(this.#max);
	}

	get mean(): number {
		let sum = 0;
		for (const [value, count] of this.#counts) sum += count * this.#median(value);
		return sum / this.total;
	}

	get stddev(): number {
		return Math.sqrt(this.#moment(2));
	}

	get skewness(): number {
		return this.#moment(3) / this.stddev ** 3;
	}

	/** Beyond that of a normal distribution. */
	get kurtosis(): number {
		return this.#moment(4) / this.stddev ** 4 - 3;
	}

	/** Central moment. */
	#moment(order: number): number {
		const { mean } = this;
		let sum = 0;
		for (const [value, count] of this.#counts) sum += count * (this.#median(value) - mean) ** order;
		return sum / this.total;
	}

	countAt(value: number): number {
		return this.#counts.get(this.#lowestEquivalent(value)) ?? 0;
	}

	/** Part of what was recorded that is not above `value`. */
	cdf(value: number): number {
		let below = 0;
		for (const [key, count] of this.#counts) if (key <= value) below += count;
		return this.total ? below / this.total : 0;
	}

	percentile(percentile: number): number {
		const wanted = Math.max(1, Math.floor((Math.min(percentile, 100) / 100) * this.total + 0.5));
		let seen = 0;
		for (const [value, count] of this.#sorted()) {
			seen += count;
			if (seen >= wanted) return percentile === 0 ? value : this.#highestEquivalent(value);
		}
		return 0;
	}

	/** Percentiles that halve the distance to 100, each with the value that reaches it. */
	*percentiles(): Generator<[percentile: number, value: number]> {
		let next = 0;
		let seen = 0;
		let last = 0;
		for (const [value, count] of this.#sorted()) {
			seen += count;
			last = value;
			const current = (100 * seen) / this.total;
			while (next <= current) {
				yield [next, value];
				if (seen >= this.total) break;
				next += 100 / 2 ** Math.trunc(Math.log2(100 / (100 - next)) + 1);
			}
		}
		yield [100, last];
	}

	#sorted(): [number, number][] {
		return [...this.#counts].sort(([a], [b]) => a - b);
	}

	#rangeSize(value: number): number {
		const bits = value < 1 ? 0 : Math.floor(Math.log2(value)) + 1;
		const bucket = Math.max(0, bits - this.#unitMagnitude - (this.#halfMagnitude + 1));
		return 2 ** (bucket + this.#unitMagnitude);
	}

	#lowestEquivalent(value: number): number {
		const size = this.#rangeSize(value);
		return Math.floor(value / size) * size;
	}

	#highestEquivalent(value: number): number {
		return this.#lowestEquivalent(value) + this.#rangeSize(value) - 1;
	}

	#median(value: number): number {
		return this.#lowestEquivalent(value) + Math.floor(this.#rangeSize(value) / 2);
	}
}

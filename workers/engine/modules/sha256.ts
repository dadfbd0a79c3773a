/** The first 32 bits of the fractions of the square roots of the first 8 primes, and of the cube roots of the first 64. */
const INITIAL = new Int32Array(8);
const ROUND = new Int32Array(64);
const schedule = new Int32Array(64);

for (let candidate = 2, found = 0; found < 64; candidate++) {
	let divisor = 2;
	while (candidate % divisor !== 0) divisor++;
	if (divisor !== candidate) continue;
	if (found < 8) INITIAL[found] = fractionOf(Math.sqrt(candidate));
	ROUND[found++] = fractionOf(Math.cbrt(candidate));
}

/**
 * SHA-256 of bytes, as 64 hex digits. Every process hashes its first modules while its code is still cold: this plain loop takes 3 ms
 * for the first 100 KB and then 5 ms per MB; the one of @noble/hashes is as fast at last, but takes 40 ms to become so.
 * @source FIPS 180-4
 */
export function sha256Hex(bytes: Uint8Array): string {
	const state = INITIAL.slice();
	const whole = bytes.length & ~63;
	compress(state, bytes, whole);
	const rest = bytes.length - whole;
	const tail = new Uint8Array(rest < 56 ? 64 : 128);
	tail.set(bytes.subarray(whole));
	tail[rest] = 0x80;
	const bits = new DataView(tail.buffer, tail.length - 8);
	bits.setUint32(0, Math.floor(bytes.length / 2 ** 29));
	bits.setUint32(4, bytes.length << 3);
	compress(state, tail, tail.length);
	let hex = '';
	for (const word of state) hex += (word >>> 0).toString(16).padStart(8, '0');
	return hex;
}

function fractionOf(root: number): number {
	return ((root % 1) * 2 ** 32) | 0;
}

/** The names are those of the standard. The casts: typed arrays are read within their bounds only. */
function compress(state: Int32Array, bytes: Uint8Array, end: number): void {
	const W = schedule;
	for (let start = 0; start < end; start += 64) {
		for (let i = 0, at = start; i < 16; i++, at += 4)
			W[i] =
				((bytes[at] as number) << 24) |
				((bytes[at + 1] as number) << 16) |
				((bytes[at + 2] as number) << 8) |
				(bytes[at + 3] as number);
		for (let i = 16; i < 64; i++) {
			const x = W[i - 15] as number;
			const y = W[i - 2] as number;
			const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
			const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
			W[i] = ((W[i - 16] as number) + s0 + (W[i - 7] as number) + s1) | 0;
		}
		let a = state[0] as number;
		let b = state[1] as number;
		let c = state[2] as number;
		let d = state[3] as number;
		let e = state[4] as number;
		let f = state[5] as number;
		let g = state[6] as number;
		let h = state[7] as number;
		for (let i = 0; i < 64; i++) {
			const S1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
			const first = (h + S1 + ((e & f) ^ (~e & g)) + (ROUND[i] as number) + (W[i] as number)) | 0;
			const S0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
			const second = (S0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
			h = g;
			g = f;
			f = e;
			e = (d + first) | 0;
			d = c;
			c = b;
			b = a;
			a = (first + second) | 0;
		}
		state[0] = (state[0] as number) + a;
		state[1] = (state[1] as number) + b;
		state[2] = (state[2] as number) + c;
		state[3] = (state[3] as number) + d;
		state[4] = (state[4] as number) + e;
		state[5] = (state[5] as number) + f;
		state[6] = (state[6] as number) + g;
		state[7] = (state[7] as number) + h;
	}
}

import type { RsaKey, RsaPrivate } from './asymmetric-key';
import { bigintToBytes, bytesToBigint } from './der';

/** Plain arithmetic on BigInt, not constant in time: nothing of a tab can time it but the program itself. */

const MILLER_RABIN_ROUNDS = 8;
/** Candidates for primes are first divided by these. */
const SMALL_PRIMES = smallPrimes(2000);

export type FillRandom = (bytes: Uint8Array<ArrayBuffer>) => void;

export function modulusBytes({ n }: RsaKey): number {
	return Math.ceil(n.toString(2).length / 8);
}

/** `message ** e mod n`. Both have the size of the modulus. */
export function applyPublic(key: RsaKey, message: Uint8Array): Uint8Array {
	const value = bytesToBigint(message);
	if (value >= key.n) throw new RangeError('data too large for modulus');
	return bigintToBytes(power(value, key.e, key.n), modulusBytes(key));
}

/** `message ** d mod n`, by the Chinese remainder theorem. */
export function applyPrivate(key: RsaKey, message: Uint8Array): Uint8Array {
	if (!key.private) throw new TypeError('a private key is needed');
	const { p, q, dp, dq, qi } = key.private;
	const value = bytesToBigint(message);
	if (value >= key.n) throw new RangeError('data too large for modulus');
	const a = power(value % p, dp, p);
	const b = power(value % q, dq, q);
	const h = ((((a - b) * qi) % p) + p) % p;
	return bigintToBytes(b + h * q, modulusBytes(key));
}

export function generateRsa(bits: number, exponent: number, fillRandom: FillRandom): RsaKey {
	const e = BigInt(exponent);
	for (;;) {
		const p = randomPrime(Math.ceil(bits / 2), e, fillRandom);
		const q = randomPrime(Math.floor(bits / 2), e, fillRandom);
		if (p === q || (p * q).toString(2).length !== bits) continue;
		const key: RsaKey = { type: 'rsa', n: p * q, e };
		key.private = p > q ? privateOf(e, p, q) : privateOf(e, q, p);
		return key;
	}
}

/** The parts that follow from exponent and primes. */
export function privateOf(e: bigint, p: bigint, q: bigint): RsaPrivate {
	const d = inverse(e, ((p - 1n) * (q - 1n)) / gcd(p - 1n, q - 1n));
	return { d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
}

/** Windowed exponentiation, four bits at a time. */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
	const table = [1n, base % modulus];
	for (let index = 2; index < 16; index++) table.push(((table[index - 1] as bigint) * (table[1] as bigint)) % modulus);
	let result = 1n;
	for (const digit of exponent.toString(16)) {
		for (let square = 0; square < 4; square++) result = (result * result) % modulus;
		const window = parseInt(digit, 16);
		if (window) result = (result * (table[window] as bigint)) % modulus;
	}
	return result % modulus;
}

export function isProbablyPrime(candidate: bigint, fillRandom: FillRandom, rounds = MILLER_RABIN_ROUNDS): boolean {
	if (candidate < 2n) return false;
	for (const prime of SMALL_PRIMES) {
		if (candidate === prime) return true;
		if (candidate % prime === 0n) return false;
	}
	const even = candidate - 1n;
	let odd = even;
	let shift = 0;
	for (; (odd & 1n) === 0n; shift++) odd >>= 1n;
	const bits = candidate.toString(2).length;
	for (let round = 0; round < rounds; round++) {
		const witness = (randomBits(bits - 1, fillRandom) % (candidate - 3n)) + 2n;
		let value = power(witness, odd, candidate);
		if (value === 1n || value === even) continue;
		let isComposite = true;
		for (let step = 1; step < shift && isComposite; step++) {
			value = (value * value) % candidate;
			isComposite = value !== even;
		}
		if (isComposite) return false;
	}
	return true;
}

/** A random prime with its two top bits set; with `e`, one that fits the exponent. */
export function randomPrime(bits: number, e: bigint | null, fillRandom: FillRandom): bigint {
	for (;;) {
		const top = bits > 2 ? 3n << BigInt(bits - 2) : 1n << BigInt(bits - 1);
		const candidate = randomBits(bits, fillRandom) | top | 1n;
		if (e !== null && gcd(candidate - 1n, e) !== 1n) continue;
		if (isProbablyPrime(candidate, fillRandom)) return candidate;
	}
}

function randomBits(bits: number, fillRandom: FillRandom): bigint {
	const bytes = new Uint8Array(Math.ceil(bits / 8));
	fillRandom(bytes);
	return bytesToBigint(bytes) & ((1n << BigInt(bits)) - 1n);
}

function gcd(a: bigint, b: bigint): bigint {
	while (b) [a, b] = [b, a % b];
	return a;
}

function inverse(value: bigint, modulus: bigint): bigint {
	let [a, b] = [value % modulus, modulus];
	let [x, y] = [1n, 0n];
	while (b) {
		const quotient = a / b;
		[a, b] = [b, a % b];
		[x, y] = [y, x - quotient * y];
	}
	return ((x % modulus) + modulus) % modulus;
}

function smallPrimes(limit: number): bigint[] {
	const primes: number[] = [];
	for (let candidate = 2; candidate < limit; candidate++) if (primes.every((prime) => candidate % prime)) primes.push(candidate);
	return primes.map(BigInt);
}

import { expect, it } from 'vitest';
import { example } from './example';
import { converted, numberOf, rounded } from './logic';

const [volume, , temperature] = example.groups;
const [millilitre, litre] = volume!.units;
const [celsius, fahrenheit] = temperature!.units;

it('converts by factor and by offset, both ways', () => {
	expect(converted(2, litre!, millilitre!)).toBe(2000);
	expect(rounded(converted(100, celsius!, fahrenheit!))).toBe(212);
	expect(rounded(converted(-40, fahrenheit!, celsius!))).toBe(-40);
	expect(rounded(converted(98.6, fahrenheit!, celsius!))).toBe(37);
});

it('reads numbers with comma or point, and nothing else', () => {
	expect(['2,5', '2.5', '-3', ' 1 000 '].map(numberOf)).toEqual([2.5, 2.5, -3, 1000]);
	expect(['', 'a', '1e3', '1.2.3'].map(numberOf)).toEqual([NaN, NaN, NaN, NaN]);
});

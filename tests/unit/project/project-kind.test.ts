import { describe, expect, it } from 'vitest';
import { kindInWords, projectKind } from '../../../src/lib/project/project-kind';

const kind = (files: Record<string, string>) => projectKind(new Map(Object.entries(files)));
const words = (files: Record<string, string>) => kindInWords(kind(files));
const json = (value: unknown) => ({ 'package.json': JSON.stringify(value) });
const runner = (test: string) => kind(json({ scripts: { test } })).checks.tests?.runner;

describe('what a project is', () => {
	it('is said in a few words', () => {
		const express = json({ dependencies: { express: '^5' }, scripts: { start: 'node server.js', test: 'node --test' } });
		expect(words(express)).toBe('Express API, npm, tests with node:test');
		expect(words({ ...express, 'public/index.html': '', 'pnpm-lock.yaml': '' })).toBe(
			'Express app, made with pnpm, installed here with npm, tests with node:test'
		);
		const vue = json({ dependencies: { vue: '^3' }, devDependencies: { vite: '^8' }, scripts: { test: 'vitest run' } });
		expect(words({ ...vue, 'index.html': '' })).toBe('Vue app with Vite, npm, tests with Vitest');
		expect(words(json({ dependencies: { next: '16', react: '19' } }))).toBe('Next.js app, npm, no tests');
		expect(words({ 'index.html': '' })).toBe('Static page');
		expect(words({ 'main.py': '' })).toBe('Files without a package.json');
		expect(words({})).toBe('Files without a package.json');
		expect(words(json({}))).toBe('Node package, npm, no tests');
		expect(words({ 'package.json': '{ "scripts"' })).toBe('A project whose package.json is no valid JSON');
		expect(words({ 'package.json': '[]' })).toBe('A project whose package.json is no valid JSON');
		expect(words({ 'package.json': '{"scripts":7,"dependencies":null}' })).toBe('Node package, npm, no tests');
	});
	it('tells by which manager it was made, the field before the lock files', () => {
		expect(kind({ ...json({}), 'yarn.lock': '' })).toMatchObject({ packageManager: 'yarn', isLocked: false });
		expect(kind({ ...json({}), 'yarn.lock': '', 'package-lock.json': '' })).toMatchObject({
			packageManager: 'npm',
			isLocked: true
		});
		expect(kind({ ...json({ packageManager: 'pnpm@10.1.0' }), 'package-lock.json': '' }).packageManager).toBe('pnpm');
	});
	it('tells what runs its tests, by the last command of the script', () => {
		expect(runner('vitest')).toBe('vitest');
		expect(runner('tsc && cross-env CI=1 npx vitest run --coverage')).toBe('vitest');
		expect(runner('NODE_ENV=test jest')).toBe('jest');
		expect(runner('mocha')).toBe('mocha');
		expect(runner('node --import tsx --test test/*.test.ts')).toBe('node');
		expect(runner('vitest run && echo done')).toBe('other');
		expect(runner('jest | tee log')).toBe('other');
		expect(runner('echo "Error: no test specified" && exit 1')).toBeUndefined();
		expect(runner(' ')).toBeUndefined();
	});
	it('tells which checks it brings', () => {
		const scripts = { lint: 'eslint .', 'type-check': 'vue-tsc', build: 'vite build' };
		expect(kind(json({ scripts })).checks).toEqual({
			lint: { script: 'lint', line: 'eslint .' },
			types: { script: 'type-check', line: 'vue-tsc' },
			build: { script: 'build', line: 'vite build' }
		});
		const typed = json({ devDependencies: { typescript: '6' } });
		expect(kind(typed).checks).toEqual({});
		expect(kind({ ...typed, 'tsconfig.json': '' }).checks).toEqual({ types: { program: 'tsc' } });
	});
});

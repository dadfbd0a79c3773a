import { describe, expect, it } from 'vitest';
import { ruleOf, wordsOf, type CommandWords } from '../../../src/lib/domain/command-policy';

const rule = (line: string, other?: 'auto' | 'ask' | 'deny') => ruleOf(wordsOf(line) as CommandWords, other);

describe('commands of agents', () => {
	it.each([
		'npm test',
		'npx tsc --noEmit',
		'npx vitest run src/features/tips',
		'ls -la src',
		'grep -rn "a b" src',
		'node --check a.js'
	])('%s runs at once', (line) => expect(rule(line)).toBe('auto'));
	it.each([
		'npm install left-pad',
		'node a.js',
		'npx something',
		'find . -delete',
		'cat /etc/passwd',
		'cat ../../other',
		'find . -exec a'
	])('%s is asked about', (line) => expect(rule(line)).toBe('ask'));
	it.each(['rm -rf .', 'git push', 'curl https://example.com', 'npm publish', 'bash -c ls'])(
		'%s never runs, whatever the person lets others do',
		(line) => expect(rule(line, 'auto')).toBe('deny')
	);
	it('what no list names does as the person says', () => {
		expect([rule('make all', 'auto'), rule('make all', 'deny')]).toEqual(['auto', 'deny']);
	});
	it('is read as words, quotes taken off', () => {
		expect(wordsOf(`grep -n "two words" 'three $more words' src`)).toEqual([
			'grep',
			'-n',
			'two words',
			'three $more words',
			'src'
		]);
	});
	it.each(['a | b', 'a && b', 'a; b', 'a > b', 'echo $HOME', 'echo "$(b)"', 'a `b`', '', 'a "b'])(
		'%j needs a shell, or is nothing',
		(line) => expect(wordsOf(line)).toBeUndefined()
	);
});

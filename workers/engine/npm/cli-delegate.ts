/** The one place where installing and asking the registry leave the npm program. */
import { connect } from 'node:net';
import { fail } from './cli-child';
import { NPM_PORT, type NpmAnswer, type NpmQuestion } from './protocol';

/**
 * Hands a question to the engine's npm worker and prints what comes back; hanging up, as a killed program does, cancels it there.
 * @returns the exit code
 */
export function delegate(question: NpmQuestion): Promise<number> {
	return new Promise((done) => {
		const socket = connect({ host: '127.0.0.1', port: NPM_PORT });
		let rest = '';
		socket.setEncoding('utf8');
		socket.on('error', (error) => done(fail('', error.message)));
		socket.on('close', () => done(1));
		socket.on('data', (text: string) => {
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) {
				const answer = JSON.parse(line) as NpmAnswer;
				if (answer.type === 'output') process[answer.stream].write(answer.text);
				else {
					socket.end();
					done(answer.exitCode);
				}
			}
		});
		socket.write(`${JSON.stringify(question)}\n`);
	});
}

/** Starts the npm program: `node npm-cli.cjs` or, named npx, `npx`. */
import { basename } from 'node:path';
import { main } from './cli';
import { fail } from './cli-child';

main(process.argv.slice(2), basename(process.argv[1] ?? 'npm')).then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		process.exitCode = fail('', error instanceof Error ? error.message : String(error));
	}
);

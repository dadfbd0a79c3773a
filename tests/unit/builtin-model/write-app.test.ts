import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { writeApp } from './generate';

const { APP_REQUIREMENT, APP_FOLDER, APP_PACKAGES } = process.env;

test.runIf(APP_REQUIREMENT && APP_FOLDER)('writes the app of the requirement file that the environment names', async () => {
	await writeApp(readFileSync(APP_REQUIREMENT ?? '', 'utf8'), APP_FOLDER ?? '', APP_PACKAGES);
});

import {availableParallelism} from 'node:os';
import {defineConfig} from 'vitest/config';

/** `npm run test:deep` tries properties much more often, which takes its time. */
const patience = process.env['SPECWRIGHT_RUNS'] === undefined ? 1 : 60;

export default defineConfig({
	test: {
		pool: 'forks',
		// Much of the time is spent in waiting for programs; left alone, Vitest would keep one processor for itself.
		maxWorkers: availableParallelism(),
		setupFiles: ['test/setup.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['test/**/*.test.{ts,tsx}'],
					exclude: ['test/e2e/**'],
					testTimeout: 60_000 * patience,
				},
			},
			{
				// Journeys start the built program, some in a real pseudo-terminal.
				extends: true,
				test: {name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000 * patience, hookTimeout: 60_000},
			},
		],
	},
});

import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		pool: 'forks',
		projects: [
			{
				extends: true,
				test: {name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**'], testTimeout: 20_000},
			},
			{
				// Journeys start the built program, some in a real pseudo-terminal.
				extends: true,
				test: {name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000},
			},
		],
	},
});

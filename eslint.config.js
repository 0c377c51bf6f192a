import reactHooks from 'eslint-plugin-react-hooks';
import {defineConfig, globalIgnores} from 'eslint/config';
import tseslint from 'typescript-eslint';

const oneWriter = 'Only source/commands/output.ts writes to the streams: it knows what must be sanitised.';

/** Text that reaches the terminal goes through one module; these are the ways around it. */
const writing = [
	{selector: "MemberExpression[property.name='write'][object.property.name=/^std(out|err)$/]", message: oneWriter},
	{selector: "CallExpression[callee.name='writeSync'][arguments.0.value=1]", message: oneWriter},
	{selector: "CallExpression[callee.name='writeSync'][arguments.0.value=2]", message: oneWriter},
	{
		selector: "JSXOpeningElement[name.name='Transform']",
		message: 'A <Transform> sees text after sanitising and can undo it.',
	},
];

/** A shell sees what a file's name holds as commands. */
const shells = [
	{
		selector: "Property[key.name='shell'][value.value!=false]",
		message: 'Start programs with an argument array, never through a shell.',
	},
];

const impure = 'The core is pure: time, chance, environment and output come in with an action or go out as an effect.';

export default defineConfig(
	globalIgnores(['dist/', 'coverage/', 'node_modules/']),
	{
		files: ['**/*.{ts,tsx}'],
		extends: [tseslint.configs.recommendedTypeChecked],
		languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
		linterOptions: {reportUnusedDisableDirectives: 'error'},
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'no-eval': 'error',
			'no-restricted-syntax': ['error', ...writing, ...shells],
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{fixStyle: 'separate-type-imports', disallowTypeAnnotations: false},
			],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
			'@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
			'@typescript-eslint/no-unnecessary-condition': 'off',
			'@typescript-eslint/require-await': 'off',
			// Ports are records of functions; none of them uses `this`.
			'@typescript-eslint/unbound-method': 'off',
		},
	},
	{
		files: ['source/ui/**/*.{ts,tsx}'],
		plugins: {'react-hooks': reactHooks},
		rules: {'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error'},
	},
	{
		files: ['source/core/**/*.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...[
					'process',
					'console',
					'Date',
					'Buffer',
					'fetch',
					'setTimeout',
					'setInterval',
					'setImmediate',
					'performance',
					'crypto',
				].map(name => ({name, message: impure})),
			],
			'no-restricted-properties': ['error', {object: 'Math', property: 'random', message: impure}],
		},
	},
	{
		// The stub runs before anything else may be loaded, scripts and tests are nobody's terminal.
		files: ['source/cli.ts', 'source/commands/output.ts', 'scripts/**', 'test/**'],
		rules: {'no-restricted-syntax': ['error', ...shells]},
	},
	{
		files: ['scripts/**'],
		rules: {'no-console': 'off'},
	},
	{
		files: ['test/**/*.{ts,tsx}'],
		rules: {
			'no-restricted-syntax': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
		},
	},
);

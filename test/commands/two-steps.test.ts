/** A document begun empty and filled by `open` is the one that `new` writes at once. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

const fixtures = join(import.meta.dirname, '../fixtures/answers');

it.each([
	'architecture-spec',
	'feature-architecture',
	'module-architecture',
	'system-design',
	'technical-specification',
])('%s', name => {
	const place = makePlace({'answers.yaml': readFileSync(join(fixtures, `${name}.yaml`), 'utf8')});
	const once = place.run(['new', name, '--answers', 'answers.yaml', '--yes', '--out', 'once.md']);
	expect(once.code).toBe(0);
	expect(place.run(['new', name, '--yes', '--out', 'twice.md']).code).toBe(1);
	const twice = place.run(['open', 'twice.md', '--answers', 'answers.yaml', '--yes']);
	expect(twice.code).toBe(0);
	expect(twice.err.replaceAll('twice.md', 'once.md')).toBe(once.err);
	expect(readFileSync(join(place.folder, 'twice.md'), 'utf8')).toBe(
		readFileSync(join(place.folder, 'once.md'), 'utf8'),
	);
	const {files} = JSON.parse(place.run(['check', 'twice.md', '--format', 'json']).out) as {
		files: readonly {completeness: {required: {percent: number; answered: number; total: number}}}[];
	};
	const {percent, answered, total} = files[0]!.completeness.required;
	expect(twice.err).toContain(`${percent} % complete (${answered} of ${total} required)`);
});

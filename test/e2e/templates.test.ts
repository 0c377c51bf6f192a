/** Each bundled template from blank to 100 % and back, on the built program without a terminal. */

import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, run} from './terminal.ts';

const root = join(import.meta.dirname, '../..');
const names = readdirSync(join(root, 'templates'))
	.filter(name => name.endsWith('.md'))
	.map(name => basename(name, '.md'));

type Inspected = {
	readonly sections: readonly InspectedSection[];
	readonly completeness: {
		readonly required: {readonly answered: number; readonly total: number; readonly percent: number};
	};
};
type InspectedSection = {
	readonly fields: readonly {
		readonly id: string;
		readonly state: string;
		readonly value?: unknown;
		readonly reason?: string;
		readonly evidence?: unknown;
	}[];
	readonly sections: readonly InspectedSection[];
};

/** What is answered, by field. */
function answersIn({sections}: Inspected): Readonly<Record<string, unknown>> {
	const walk = (list: readonly InspectedSection[]): InspectedSection[] =>
		list.flatMap(section => [section, ...walk(section.sections)]);
	return Object.fromEntries(
		walk(sections)
			.flatMap(({fields}) => fields)
			.filter(({state}) => state !== 'empty')
			.map(({id, state, value, reason, evidence}) => [id, {state, value, reason, evidence}]),
	);
}

it('there are five', () => {
	expect(names.sort()).toEqual([
		'architecture-spec',
		'feature-architecture',
		'module-architecture',
		'system-design',
		'technical-specification',
	]);
});

describe.each(names)('%s', name => {
	const answers = join(root, 'test/fixtures/answers', `${name}.yaml`);

	it('is 0 % while it is blank', () => {
		using home = folder();
		using work = folder();
		const at = {cwd: work.path, home: home.path};
		expect((run(['inspect', name, '--json'], at).json() as Inspected).completeness.required).toMatchObject({
			answered: 0,
			percent: 0,
		});
		expect(run(['new', name, '--yes', '--out', 'blank.md'], at).code).toBe(1);
		const checked = run(['check', 'blank.md', '--format', 'json'], at);
		expect(checked.code).toBe(1);
	});

	it('goes from blank to 100 % by its answers, and gives the same answers back', () => {
		using home = folder();
		using work = folder();
		const at = {cwd: work.path, home: home.path};
		expect(run(['new', name, '--answers', answers, '--yes', '--out', 'full.md'], at)).toMatchObject({
			code: 0,
			stderr: expect.stringContaining('100 %'),
		});
		expect(run(['check', 'full.md', '--min', '100'], at).code).toBe(0);
		const full = run(['inspect', 'full.md', '--json'], at).json() as Inspected;
		expect(full.completeness.required.percent).toBe(100);

		// The answers as the document gives them make the same document, byte for byte, and the same answers again.
		writeFileSync(join(work.path, 'back.yaml'), run(['answers', 'full.md'], at).stdout);
		expect(run(['new', name, '--answers', 'back.yaml', '--yes', '--out', 'again.md'], at).code).toBe(0);
		const text = readFileSync(join(work.path, 'full.md'), 'utf8');
		expect(readFileSync(join(work.path, 'again.md'), 'utf8')).toBe(text);
		expect(answersIn(run(['inspect', 'again.md', '--json'], at).json() as Inspected)).toEqual(answersIn(full));

		// And opening it changes nothing.
		expect(run(['open', 'full.md', '--yes', '--print'], at).stdout).toBe(text);
	});

	it('takes each answer of its file as it was given', () => {
		using home = folder();
		using work = folder();
		const at = {cwd: work.path, home: home.path};
		run(['new', name, '--answers', answers, '--yes', '--out', 'full.md'], at);
		const given = run(['inspect', 'full.md', '--json'], at).stdout;
		// Every scalar of the answers file comes back in the document's answers; YAML's own syntax is left to its reader.
		const scalars = [
			...readFileSync(answers, 'utf8').matchAll(/^\s+(?:- )?[\w/[\]-]+: ([A-Z][^|>{}[\]"'#:\n]{12,})$/gm),
		].map(([, text = '']) => text.trim());
		const flat = JSON.stringify(JSON.parse(given));
		expect(scalars.filter(text => !flat.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
		expect(scalars.length).toBeGreaterThan(0);
	});
});

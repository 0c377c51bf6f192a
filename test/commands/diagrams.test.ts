import {mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {xmlFault} from '../xml.ts';
import {makePlace} from './run-program.ts';

const sound =
	'# A\n\n```mermaid\nflowchart LR\n  A[Web app] --> B\n```\n\n- x\n\n  ```mermaid\n  stateDiagram-v2\n    [*] --> Idle\n  ```\n';
const faulty = '# B\n\n> ```mermaid\n> flowchart LR\n>   A -->\n> ```\n\n```mermaid\npie\n  "a" : 1\n```\n';

describe('diagrams', () => {
	it('lists every diagram with its place and kind, and says what is wrong in it', () => {
		const place = makePlace({'a.md': sound, 'docs/b.md': faulty, 'docs/none.md': '# C\n'});
		const {code, out, err} = place.run(['diagrams', 'a.md', 'docs']);
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out.split('\n')).toEqual([
			'a.md:3:1  sound  flowchart  diagram 1',
			'a.md:10:1  sound  state  diagram 2',
			'docs/b.md:5:10  error  nothing after "-->"  diagram 1, flowchart',
			'  A name or "|" can stand here.',
			'docs/b.md:8:1  not checked  pie  diagram 2',
			'',
		]);
	});

	it('--check tells the faulty ones alone, ends with 1 for them, and says what it did not look at', () => {
		const place = makePlace({'a.md': sound, 'b.md': faulty});
		const wrong = place.run(['diagrams', '*.md', '--check']);
		expect(wrong.code).toBe(1);
		expect(wrong.out.split('\n')[0]).toBe('b.md:5:10  error  nothing after "-->"  diagram 1, flowchart');
		expect(wrong.out).not.toContain('a.md');
		expect(wrong.err).toBe('4 diagrams, 1 with a fault; 1 not checked (pie).\n');
		expect(place.run(['diagrams', 'a.md', '--check'])).toMatchObject({
			code: 0,
			out: '',
			err: '2 diagrams, no faults.\n',
		});
	});

	it('--json has all of it for a program', () => {
		const place = makePlace({'a.md': sound, 'b.md': faulty});
		const {code, out} = place.run(['diagrams', 'b.md', '--check', '--json']);
		expect(code).toBe(1);
		expect(JSON.parse(out)).toEqual([
			{
				path: 'b.md',
				number: 1,
				line: 3,
				kind: 'flowchart',
				isChecked: true,
				fault: {line: 5, column: 10, reason: 'nothing after "-->"', help: 'A name or "|" can stand here.'},
				text: 'flowchart LR\n  A -->\n',
			},
			{path: 'b.md', number: 2, line: 8, kind: 'pie', isChecked: false, text: 'pie\n  "a" : 1\n'},
		]);
		const drawn = place.run(['diagrams', 'a.md', 'b.md', '--json', '--format', 'svg']);
		expect(drawn.code).toBe(1);
		const [one, , three] = JSON.parse(drawn.out) as readonly {readonly drawing?: string; readonly notDrawn?: string}[];
		expect(xmlFault(one?.drawing ?? '')).toBeUndefined();
		expect(three?.notDrawn).toBe('line 2: nothing after "-->"');
	});

	it('--format text draws them one below the other, each under its place, and says which it could not', () => {
		const place = makePlace({'a.md': sound, 'b.md': faulty});
		const {code, out, err} = place.run(['diagrams', 'a.md', '--format', 'text']);
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out).toMatch(/^a\.md:3\n┌─[^]*Web app[^]*\na\.md:10\n[^]*Idle/);
		expect(place.run(['diagrams', 'a.md', '--format', 'text', '--ascii']).out).toContain('| Web app |---->| B |');
		const wrong = place.run(['diagrams', 'b.md', '--format', 'text']);
		expect(wrong).toMatchObject({code: 1, out: ''});
		expect(wrong.err).toContain('b.md:3: not drawn: line 2: nothing after "-->".');
		expect(wrong.err).toContain('b.md:8: not drawn:');
	});

	it('--format svg gives a single diagram on stdout, and asks for a folder where there are several', () => {
		const place = makePlace({'a.md': sound, 'one.md': sound.slice(0, sound.indexOf('- x'))});
		const one = place.run(['diagrams', 'one.md', '--format', 'svg']);
		expect(one).toMatchObject({code: 0, err: ''});
		expect(xmlFault(one.out)).toBeUndefined();
		expect(one.out).toContain('>Web app</text>');
		expect(place.run(['diagrams', 'one.md', '--format', 'svg', '--out', 'img']).err).toBe('wrote img/one-1.svg\n');
		expect(readFileSync(join(place.folder, 'img/one-1.svg'), 'utf8')).toBe(one.out);
		const several = place.run(['diagrams', 'a.md', '--format', 'svg']);
		expect(several).toMatchObject({code: 2, out: ''});
		expect(several.err).toContain('--out DIR');
	});

	it('--out writes a file for each, named after document and number, and touches none that is right', () => {
		const place = makePlace({'a.md': sound, 'x/a.md': sound, 'y/spec.v2.md': sound});
		const draw = (...more: readonly string[]) =>
			place.run(['diagrams', 'a.md', 'x', 'y', '--format', 'text', '--out', 'img/new', ...more]);
		const first = draw();
		expect(first).toMatchObject({code: 0, out: ''});
		expect(first.err).toContain('wrote img/new/a-1.txt\n');
		const folder = join(place.folder, 'img/new');
		const names = ['a-1', 'a-2', 'spec.v2-1', 'spec.v2-2', 'x-a-1', 'x-a-2'].map(name => `${name}.txt`);
		expect(readdirSync(folder).toSorted()).toEqual(names);
		const at = () => names.map(name => statSync(join(folder, name)).mtimeMs);
		const before = at();

		const again = draw();
		expect(again).toMatchObject({code: 0, err: '6 files are as they would be written already.\n'});
		expect(at()).toEqual(before);

		writeFileSync(join(folder, 'a-1.txt'), 'mine');
		const refused = draw();
		expect(refused.code).toBe(3);
		expect(refused.err).toContain('img/new/a-1.txt already exists');
		expect(readFileSync(join(folder, 'a-1.txt'), 'utf8')).toBe('mine');
		expect(draw('--force')).toMatchObject({code: 0});
		expect(readFileSync(join(folder, 'a-1.txt'), 'utf8')).toContain('Web app');
		expect(at().slice(1)).toEqual(before.slice(1));
	});

	it.skipIf(process.platform === 'win32')(
		'writes through no link that leads out, and into no file taken for a folder',
		() => {
			const place = makePlace({'a.md': sound, file: 'x'});
			mkdirSync(join(place.folder, 'img'));
			const outside = place.write('../outside.txt', 'theirs');
			symlinkSync(outside, join(place.folder, 'img/a-1.txt'));
			const linked = place.run(['diagrams', 'a.md', '--format', 'text', '--out', 'img', '--force']);
			expect(linked.code).toBe(6);
			expect(readFileSync(outside, 'utf8')).toBe('theirs');
			expect(place.run(['diagrams', 'a.md', '--format', 'text', '--out', 'file']).code).toBe(3);
		},
	);

	it.each([
		[['--format', 'png'], 'rsvg-convert'],
		[['--format', 'jpeg'], 'Give text or svg'],
		[['--check', '--format', 'text'], '--check draws nothing'],
		[['--out', 'img'], '--format text or --format svg'],
		[['--format', 'text', '--out', ''], '--out names no folder'],
		[['--format', 'text', '--force'], '--out'],
	])('%j is wrong use', (flags, words) => {
		const {code, out, err} = makePlace({'a.md': sound}).run(['diagrams', 'a.md', ...flags]);
		expect(err).toContain(words);
		expect({code, out}).toEqual({code: 2, out: ''});
	});

	it('tells files that it could not read, and looks at the others all the same', () => {
		const {code, out, err} = makePlace({'a.md': sound}).run(['diagrams', 'gone.md', 'a.md']);
		expect(code).toBe(3);
		expect(err).toContain('There is no file gone.md.');
		expect(out).toContain('a.md:3:1  sound');
	});

	it('says that there are none only of what it has read', () => {
		const place = makePlace({'a.md': '# A\n'});
		for (const more of [[], ['--check'], ['--format', 'text']]) {
			expect(place.run(['diagrams', 'a.md', ...more])).toMatchObject({
				code: 0,
				err: 'There are no Mermaid diagrams.\n',
			});
			expect(place.run(['diagrams', 'gone.md', ...more]).err).not.toContain('Mermaid');
		}
	});
});

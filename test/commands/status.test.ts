import {symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, makeRepository, type Place} from './run-program.ts';

const template = '# Plan: [name of the plan]\n\n- **Status:** Draft | Final\n- **Owner:** [name]\n';

/** Two documents of a template, beside Markdown that is none. */
function fill(place: Place): Place {
	place.write('plan.tpl.md', template);
	place.run(['new', 'plan.tpl.md', '--set', 'document/title=Half', '--yes', '--out', 'docs/deep/half.md']);
	const whole = ['document/title=Whole', 'document/status=Final', 'document/owner=Ada'];
	place.run(['new', 'plan.tpl.md', ...whole.flatMap(one => ['--set', one]), '--yes', '--out', 'docs/whole.md']);
	place.write('docs/notes.md', '# Notes\n\nWords.\n');
	place.write('docs/empty.md', '');
	return place;
}

type Row = {readonly path: string; readonly title: string; readonly status?: string; readonly open: number};
const rowsOf = (out: string): readonly Row[] => JSON.parse(out) as readonly Row[];

describe('status', () => {
	it('lists the documents of a folder in order, and is done though one is unfinished', () => {
		const place = fill(makePlace());
		const {code, out, err} = place.run(['status', 'docs']);
		expect({code, err}).toEqual({code: 0, err: ''});
		expect(out.split('\n').map(line => line.replaceAll(/  +/g, '  ').trim())).toEqual([
			'document  title  template  status  required  open  errors  warnings',
			'· deep/half.md  Plan: Half  plan.tpl.md  33 %  2',
			'✔ whole.md  Plan: Whole  plan.tpl.md  Final  100 %',
			'',
		]);
		expect(place.run(['status', '--json']).out).toBe(place.run(['status', '.', '--format', 'json']).out);
	});

	it('gives programs every number, and an index page its links', () => {
		const place = fill(makePlace());
		expect(rowsOf(place.run(['status', 'docs', '--json']).out)).toEqual([
			{
				path: 'deep/half.md',
				title: 'Plan: Half',
				template: 'plan.tpl.md',
				completeness: {
					required: {answered: 1, total: 3, percent: 33},
					all: {answered: 1, total: 3, percent: 33},
				},
				open: 2,
				questions: 0,
				errors: 0,
				warnings: 0,
			},
			expect.objectContaining({path: 'whole.md', status: 'Final', open: 0}),
		]);
		expect(place.run(['status', 'docs', '--format', 'markdown']).out).toContain(
			'| [Plan: Whole](./whole.md) | plan.tpl.md | Final | 100 % |  |  |  |  |\n',
		);
	});

	it('takes every file for a document where a template is named', () => {
		const place = makePlace({'plan.tpl.md': template, 'docs/a.md': '# Plan: Old\n\n- **Status:** Draft\n'});
		expect(rowsOf(place.run(['status', 'docs', '--json']).out)).toEqual([]);
		const {out} = place.run(['status', 'docs', '--json', '--template', 'plan.tpl.md']);
		expect(rowsOf(out)).toMatchObject([{path: 'a.md', title: 'Plan: Old', status: 'Draft', open: 1}]);
	});

	it.skipIf(process.platform === 'win32')(
		'passes over what git ignores and links that lead out, and tells what it could not read',
		() => {
			const place = fill(makeRepository());
			const outside = fill(makePlace());
			place.write('.gitignore', 'docs/deep\n');
			symlinkSync(join(outside.folder, 'docs/whole.md'), join(place.folder, 'docs/out.md'));
			expect(rowsOf(place.run(['status', '--json']).out).map(({path}) => path)).toEqual(['docs/whole.md']);
			writeFileSync(join(place.folder, 'docs/latin.md'), Buffer.from([0x23, 0x20, 0xe4]));
			const {code, out, err} = place.run(['status', '--json']);
			expect(rowsOf(out)).toHaveLength(1);
			expect(err).toContain('latin.md');
			expect(code).toBe(2);
		},
	);

	it.each([
		[['gone'], 3, 'gone'],
		[['a.md'], 2, 'specwright check FILE'],
		[['--json', '--format', 'markdown'], 2, 'exclude each other'],
		[['empty'], 0, 'There are no documents in empty. '],
		[[], 0, 'There are no documents in this folder. '],
	])('%j', (args, code, words) => {
		const place = makePlace({'a.md': '# A\n', 'empty/x.txt': ''});
		const ran = place.run(['status', ...args]);
		expect(ran).toMatchObject({code, out: ''});
		expect(ran.err).toContain(words);
	});
});

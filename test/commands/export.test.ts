import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

const unfinished = '# A\n\n## Template Metadata\n- **name:** <identifier>\n- **description:** What it is\n';
const note = '# Note & more\n\n- **Owner:** Ada\n\nText <b>x</b>.\n';

describe('export', () => {
	it('writes nothing where the metadata is unfinished, and says where', () => {
		const place = makePlace({'a.md': unfinished});
		for (const flags of [['--out', 'a.template.json'], ['--validate'], []]) {
			const {code, out, err} = place.run(['export', 'a.md', ...flags]);
			expect({code, out}).toEqual({code: 1, out: ''});
			expect(err).toContain('a.md:4:13  error  "name" is not filled in\n');
			expect(err).toContain('a.md:3:1  error  "priority" is missing\n');
			expect(err).not.toContain('description');
		}
		expect(existsSync(join(place.folder, 'a.template.json'))).toBe(false);
	});

	it('takes any document as data and as a page, with a template that is named', () => {
		const place = makePlace({'a.md': note, 't.md': '# [Title]\n\n- **Owner:** [name]\n'});
		const own = JSON.parse(place.run(['export', 'a.md', '--format', 'json']).out) as Readonly<Record<string, unknown>>;
		expect(own).toMatchObject({path: 'a.md', title: 'Note & more', template: null, text: note});
		const seen = place.run(['export', 'a.md', '--format', 'json', '--template', './t.md']).out;
		expect(JSON.parse(seen)).toMatchObject({
			template: {name: 't.md', origin: 'file'},
			sections: [{fields: [{id: 'document/title'}, {id: 'document/owner', state: 'answered', value: 'Ada'}]}],
		});
		const page = place.run(['export', 'a.md', '--format', 'html']);
		expect(page).toMatchObject({code: 0, err: ''});
		expect(page.out).toContain('<title>Note &amp; more</title>');
		expect(page.out).toContain('<p>Text <b>x</b>.</p>');
		expect(page.out).not.toContain('.diagram');
	});

	it('replaces a file only by --force', () => {
		const place = makePlace({'a.md': note, 'out.html': 'mine'});
		const refused = place.run(['export', 'a.md', '--format', 'html', '--out', 'out.html']);
		expect(refused.code).toBe(3);
		expect(readFileSync(join(place.folder, 'out.html'), 'utf8')).toBe('mine');
		expect(place.run(['export', 'a.md', '--format', 'html', '--out', 'out.html', '--force']).code).toBe(0);
		expect(readFileSync(join(place.folder, 'out.html'), 'utf8')).toContain('<!DOCTYPE html>');
	});

	it('is held up by no document', () => {
		const deep = `# A\n\n${'*a **b '.repeat(4000)}\n`;
		const nested = `${'> '.repeat(3000)}x\n`;
		for (const text of [deep, nested, `${'['.repeat(60_000)}\n`]) {
			const {code, err} = makePlace({'a.md': text}).run(['export', 'a.md', '--format', 'html']);
			expect([0, 6]).toContain(code);
			if (code === 6) expect(err).toContain('too complex');
		}
	});

	it.each([
		[['--format', 'pdf'], 'json, html, template'],
		[['--format', 'html', '--validate'], '--validate'],
		[['--validate', '--out', 'x.json'], '--validate writes nothing'],
		[['--out', ''], '--out names no file'],
		[['--force'], '--out'],
		[['--template', 'x'], '--template is for'],
		[['--format', 'html', '--template', 'x'], '--template is for'],
	])('%j is wrong use', (flags, words) => {
		const {code, out, err} = makePlace({'a.md': note}).run(['export', 'a.md', ...flags]);
		expect(err).toContain(words);
		expect({code, out}).toEqual({code: 2, out: ''});
	});
});

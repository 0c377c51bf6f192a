import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace} from '../commands/run-program.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/export.md'), 'utf8');
const answers = readFileSync(join(root, 'test/fixtures/answers/technical-specification.yaml'), 'utf8');

/** The calls under that mark in the page, word by word; what goes into a file with `>` is left to the test. */
function calls(mark: string): readonly (readonly string[])[] {
	const [, code = ''] = new RegExp(`<!-- ${mark} -->\\n\\n\`\`\`sh\\n([^]*?)\`\`\``).exec(page) ?? [];
	return code
		.trim()
		.split('\n')
		.map(line => line.replace(/ > .*/, '').split(' ').slice(1));
}

describe('what docs/export.md tells people to type, for a finished specification', () => {
	const place = makePlace({'answers.yaml': answers});
	mkdirSync(join(place.folder, 'docs'));
	const spec = place.run(['new', 'technical-specification', '--answers', 'answers.yaml', '--yes', '--print']).out;
	writeFileSync(join(place.folder, 'docs/spec.md'), spec);
	const read = (path: string): string => readFileSync(join(place.folder, path), 'utf8');

	it('writes a page that stands alone, with every heading and diagram', () => {
		const [words = []] = calls('page');
		expect(place.run(words)).toMatchObject({code: 0, out: '', err: 'wrote spec.html\n'});
		const html = read('spec.html');
		expect(html.match(/<h[1-6] id="/g)).toHaveLength(spec.match(/^#{1,6} /gm)!.length);
		expect(html.match(/<figure class="diagram"><svg /g)).toHaveLength(spec.match(/^```mermaid/gm)!.length);
		expect(html).not.toMatch(/Not drawn|<script|specwright:/);
		// A second time nothing is overwritten.
		expect(place.run(words).code).toBe(3);
		expect(place.run([...words, '--force']).code).toBe(0);
		expect(read('spec.html')).toBe(html);
	});

	it('gives the document as data, complete as check has it', () => {
		const [words = []] = calls('data');
		const {code, out} = place.run(words);
		expect(code).toBe(0);
		const data = JSON.parse(out) as Readonly<Record<string, unknown>>;
		expect(Object.keys(data)).toEqual(['path', 'title', 'template', 'sections', 'completeness', 'messages', 'text']);
		expect(data).toMatchObject({path: 'docs/spec.md', text: spec, completeness: {required: {percent: 100}}});
		const inspected = JSON.parse(place.run(['inspect', 'docs/spec.md', '--json']).out) as unknown;
		expect(data).toMatchObject(inspected as object);
	});

	it('checks and writes the metadata, the same bytes each time', () => {
		const [check = [], write = []] = calls('metadata');
		expect(place.run(check)).toMatchObject({code: 0, out: ''});
		expect(place.run(write)).toMatchObject({code: 0, out: ''});
		const text = read('spec.template.json');
		expect(JSON.parse(text)).toMatchObject({name: 'hold-expiry', variables: ['thing', 'days']});
		expect(
			Object.keys(JSON.parse(text) as object)
				.toSorted()
				.map(key => `\`${key}\``)
				.join(', '),
		).toBe(/The keys are ([^]*?), sorted/.exec(page)![1]!.replace(' and', ',').replaceAll('\n', ' '));
		expect(place.run(['export', 'docs/spec.md']).out).toBe(text);
	});

	it('checks and draws the diagrams', () => {
		const [check = [], text = [], svg = []] = calls('diagrams');
		expect(place.run(check)).toMatchObject({code: 0, out: ''});
		expect(place.run(text).out).toContain('docs/spec.md:');
		place.run(svg);
		const count = spec.match(/^```mermaid/gm)!.length;
		expect(readdirSync(join(place.folder, 'images'))).toEqual(
			Array.from({length: count}, (_, index) => `spec-${index + 1}.svg`),
		);
	});
});

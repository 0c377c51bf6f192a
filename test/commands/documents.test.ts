import {chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, makeRepository, type Place} from './run-program.ts';

const template = `# Service note: <service name>

- **Owner:** <person>
- **Status:** Draft | In Review | Approved

## 1) Summary (required)

- **One-liner:** <what it does>

## 2) Background (required)

[Describe what led to this]

## 3) Limits (required)

| Limit | Value |
| --- | --- |
| [limit] | [value] |

## 4) Appendix (optional)

- **Notes:** <anything else>
`;

const answers = `template: note.md
answers:
  document/title: Signer
  document/owner: Ada
  document/status: In Review
  summary/one-liner: Signs events | at the edge
  background: |-
    Partners ask.
    They ask **often** | and loudly.
  limits:
    - limit: Rate
      value: "100"
`;

type Json = Readonly<Record<string, unknown>>;
type FieldJson = {readonly id: string; readonly state: string; readonly value?: unknown; readonly line: number};
type SectionJson = {
	readonly id: string;
	readonly line: number;
	readonly requirement: string;
	readonly fields: readonly FieldJson[];
	readonly sections: readonly SectionJson[];
};
type Inspected = {
	readonly template: Json;
	readonly sections: readonly SectionJson[];
	readonly completeness: {readonly required: Json};
	readonly messages: readonly Json[];
};

function inspected(place: Place, file: string): Inspected {
	const {code, out, err} = place.run(['inspect', file, '--json']);
	expect(err).toBe('');
	expect(code).toBe(0);
	return JSON.parse(out) as Inspected;
}

function fieldsOf({sections}: {readonly sections: readonly SectionJson[]}): readonly FieldJson[] {
	return sections.flatMap(section => [...section.fields, ...fieldsOf(section)]);
}

const start = (): Place => makePlace({'note.md': template, 'answers.yaml': answers});

describe('new --yes', () => {
	it('writes a finished document under the name of its title, and check and answers agree with it', () => {
		const place = start();
		const made = place.run(['new', 'note.md', '--answers', 'answers.yaml', '--yes']);
		expect(made.err).toContain('100 %');
		expect(made).toMatchObject({code: 0, out: ''});
		const text = readFileSync(join(place.folder, 'service-note-signer.md'), 'utf8');
		expect(text).toContain('# Service note: Signer\n');
		expect(text).toMatch(/<!-- specwright: note\.md sha256:[0-9a-f]{12} -->\n$/);
		expect(text).not.toContain('(required)');
		expect(text).not.toContain('Appendix');

		expect(place.run(['check', 'service-note-signer.md']).code).toBe(0);
		const again = place.run(['answers', 'service-note-signer.md']);
		expect(again.code).toBe(0);
		place.write('again.yaml', again.out);
		expect(place.run(['new', 'note.md', '--answers', 'again.yaml', '--print']).out).toBe(text);
		expect(fieldsOf(inspected(place, 'service-note-signer.md')).find(({id}) => id === 'background/body')?.value).toBe(
			'Partners ask.\nThey ask **often** | and loudly.',
		);
	});

	it('takes the template that the answers file names', () => {
		const place = start();
		expect(place.run(['new', '--answers', 'answers.yaml', '--yes']).code).toBe(0);
		expect(existsSync(join(place.folder, 'service-note-signer.md'))).toBe(true);
	});

	it('takes answers from stdin, and --set wins over them', () => {
		const place = start();
		const {code, out} = place.run(['new', 'note.md', '--answers', '-', '--set', 'document/owner=Grace', '--print'], {
			input: answers,
		});
		expect(code).toBe(0);
		expect(out).toContain('Grace');
		expect(out).not.toContain('Ada');
		expect(readdirSync(place.folder).sort()).toEqual(['answers.yaml', 'note.md']);
	});

	it('writes an unfinished document with exit 1, its blanks still there', () => {
		const place = start();
		const {code, err} = place.run(['new', 'note.md', '--set', 'document/title=Half', '--yes']);
		expect(code).toBe(1);
		expect(err).toContain('summary/one-liner');
		const text = readFileSync(join(place.folder, 'service-note-half.md'), 'utf8');
		expect(text).toContain('<what it does>');
		expect(place.run(['check', 'service-note-half.md']).code).toBe(1);
	});

	it('never overwrites: a default name that is taken gets a number, a chosen one ends with 3', () => {
		const place = start();
		place.write('service-note-signer.md', 'mine\n');
		expect(place.run(['new', '--answers', 'answers.yaml', '--yes']).code).toBe(0);
		expect(existsSync(join(place.folder, 'service-note-signer-2.md'))).toBe(true);
		expect(place.run(['new', '--answers', 'answers.yaml', '--yes', '--out', 'service-note-signer.md']).code).toBe(3);
		expect(readFileSync(join(place.folder, 'service-note-signer.md'), 'utf8')).toBe('mine\n');
		expect(
			place.run(['new', '--answers', 'answers.yaml', '--yes', '--out', 'service-note-signer.md', '--force']).code,
		).toBe(0);
		expect(readFileSync(join(place.folder, 'service-note-signer.md'), 'utf8')).toContain('Service note: Signer');
	});

	it('proposes no path that is the template, also with --force', () => {
		const place = start();
		place.write('plan.md', '# Plan\n\n## Why\n\n[Why now]\n');
		expect(place.run(['new', 'plan.md', '--yes', '--force', '--set', 'why=It is due.']).code).toBe(0);
		expect(readFileSync(join(place.folder, 'plan.md'), 'utf8')).toContain('[Why now]');
		expect(readFileSync(join(place.folder, 'plan-2.md'), 'utf8')).toContain('It is due.');
	});

	it('makes the folder that the chosen path lies in', () => {
		const place = start();
		expect(place.run(['new', '--answers', 'answers.yaml', '--yes', '--out', 'docs/specs/signer.md']).code).toBe(0);
		expect(existsSync(join(place.folder, 'docs/specs/signer.md'))).toBe(true);
	});

	it.each<readonly [string, string]>([
		['answers.yaml/x.md', 'answers.yaml is a file, not a folder'],
		['./answers.yaml/deep/x.md', 'answers.yaml is a file, not a folder'],
		...(existsSync('/proc/self') ? [['/proc/x.md', 'the folder /proc takes no files'] as const] : []),
	])('says what is wrong with the path %s', (path, words) => {
		const {code, err} = start().run(['new', '--answers', 'answers.yaml', '--yes', '--out', path]);
		expect(err).toContain(words);
		expect(err).not.toContain('--force');
		expect(code).toBe(3);
	});

	it('writes a title that is a path, a device or another script under a safe name', () => {
		const place = makePlace({'t.md': '# <Title>\n\n- **Owner:** <who>\n'});
		for (const title of ['../../etc/passwd', 'con', '日本語'])
			expect(place.run(['new', 't.md', '--yes', '--set', `document/title=${title}`]).code).toBe(1);
		expect(readdirSync(place.folder).sort()).toEqual(['con-document.md', 'etc-passwd.md', 't.md', '日本語.md'].sort());
	});

	it.each([
		['an unknown id', 'answers:\n  document/title: X\n  summary/one-linr: y\n', 3, 'summary/one-liner'],
		['an option that there is not', 'answers:\n  document/status: Aproved\n', 2, 'Approved'],
		['a wrong kind', 'answers:\n  summary/one-liner:\n    a: b\n', 2, 'summary/one-liner'],
		['a wrong column', 'answers:\n  limits:\n    - limt: x\n', 2, 'limit'],
		['no answers', 'summary: x\n', 1, 'answers'],
		['a key of its own', 'answers:\n  document/title: X\nsummary: x\n', 3, 'put ids below answers'],
		['broken YAML', 'answers:\n  a: b: c\n', 2, 'See: specwright answers'],
		['nothing', '', undefined, 'See: specwright answers'],
		['a list of templates', 'answers:\n  document/title: X\ntemplate: [note.md]\n', 3, 'name of one template'],
		['another template', 'template: architecture-spec\nanswers:\n  document/title: X\n', undefined, 'note.md'],
	])('refuses %s with its line and writes nothing', (_, text, line, words) => {
		const place = start();
		place.write('bad.yaml', text);
		const {code, out, err} = place.run(['new', 'note.md', '--answers', 'bad.yaml', '--yes']);
		expect(code).toBe(2);
		expect(out).toBe('');
		expect(err).toContain(words);
		if (line !== undefined) expect(err).toContain(`bad.yaml:${String(line)}:`);
		expect(readdirSync(place.folder).sort()).toEqual(['answers.yaml', 'bad.yaml', 'note.md']);
	});

	it('says what an answers file is where it was given something else', () => {
		const place = start();
		place.writeBytes('bad.yaml', new Uint8Array([0, 1, 2]));
		for (const file of ['bad.yaml', '.'])
			expect(place.run(['new', 'note.md', '--answers', file, '--yes']).err).toContain('Name an answers file');
	});

	it('reads no template outside of the project because an answers file names it', () => {
		const place = start();
		place.write('../secret.md', '# Secret\n');
		place.write('bad.yaml', 'template: ../secret.md\nanswers:\n  document/title: X\n');
		const {code, err} = place.run(['new', '--answers', 'bad.yaml', '--yes']);
		expect(err).toContain('out of the project');
		expect(code).toBe(6);
	});

	it('tells every answer that can’t be written', () => {
		const place = start();
		place.write('two.md', '# A\n\n## B\n\n[Say why]\n\n## C\n\n[Say how]\n');
		const open = '"<!-- open"';
		const {code, err} = place.run(['new', 'two.md', '--yes', '--print', '--set', `b=${open}`, '--set', `c=${open}`]);
		expect(code).toBe(2);
		expect(err).toContain('b/body');
		expect(err).toContain('c/body');
	});

	it('names the nearest template for one that is not known', () => {
		const {code, err} = start().run(['new', 'architecture-spek', '--yes']);
		expect(code).toBe(2);
		expect(err).toContain('architecture-spec');
	});
});

describe('a template', () => {
	it('at a path with blanks and signs is found again by its documents', () => {
		const name = 'tpl/my --@ template 100%.md';
		const place = makeRepository({[name]: template, 'answers.yaml': answers.replace('note.md', `"${name}"`)});
		expect(place.run(['new', name, '--answers', 'answers.yaml', '--yes', '--out', 'a.md']).code).toBe(0);
		const checked = place.run(['check', 'a.md', '--format', 'json']);
		expect(checked).toMatchObject({code: 0, err: ''});
		expect(JSON.parse(checked.out)).toMatchObject({files: [{template: name}]});
	});

	it('with nothing to fill in is the document, as it is', () => {
		const place = makePlace({'r.md': 'hi\n'});
		expect(place.run(['new', 'r.md', '--yes', '--print'])).toMatchObject({code: 0, out: 'hi\n', err: ''});
		expect(place.run(['new', 'r.md', '--yes', '--out', 'a.md']).code).toBe(0);
		expect(readFileSync(join(place.folder, 'a.md'), 'utf8')).toBe('hi\n');
	});
});

describe('--commit', () => {
	it('commits exactly the written file and leaves other work as it is', () => {
		const place = makeRepository({'note.md': template, 'answers.yaml': answers});
		place.write('first.txt', 'changed\n');
		place.write('staged.txt', 'staged\n');
		place.git('add', 'staged.txt');
		const {code, err} = place.run([
			'new',
			'--answers',
			'answers.yaml',
			'--yes',
			'--out',
			'service-note-signer.md',
			'--commit',
			'--message',
			'docs: add signer',
		]);
		expect(err).toContain('committed');
		expect(code).toBe(0);
		expect(place.git('show', '--name-only', '--format=%s').trim().split('\n').filter(Boolean)).toEqual([
			'docs: add signer',
			'service-note-signer.md',
		]);
		expect(place.git('status', '--porcelain').trimEnd().split('\n').sort()).toEqual([
			' M first.txt',
			'?? answers.yaml',
			'?? note.md',
			'A  staged.txt',
		]);
	});

	it('outside a repository ends with 4, and the file is written all the same', () => {
		const place = start();
		const {code, err} = place.run(['new', '--answers', 'answers.yaml', '--yes', '--commit']);
		expect(code).toBe(4);
		expect(err).toContain('The file itself is written: service-note-signer.md');
		expect(existsSync(join(place.folder, 'service-note-signer.md'))).toBe(true);
		// By itself it writes none.
		const alone = place.run(['commit', 'note.md']);
		expect(alone.code).toBe(4);
		expect(alone.err).not.toContain('written');
	});

	it('is proposed as new until HEAD holds the file', () => {
		const place = makeRepository({'note.md': '# Note\n'});
		expect(place.run(['commit', 'note.md']).code).toBe(0);
		expect(place.git('log', '-1', '--format=%s').trim()).toBe('docs: add Note');
		place.write('note.md', '# Note\n\nMore.\n');
		expect(place.run(['commit', 'note.md']).code).toBe(0);
		expect(place.git('log', '-1', '--format=%s').trim()).toBe('docs: update Note');
	});

	it.each([
		['an empty message', ['--message', ' ']],
		['an empty branch', ['--branch', '']],
		['a branch that is a flag', ['--branch', '-d']],
		['a branch with a blank', ['--branch', 'bad name']],
	])('with %s ends with 2 before anything is written', (_, flags) => {
		const place = makeRepository({'note.md': template, 'answers.yaml': answers});
		const made = place.run(['new', '--answers', 'answers.yaml', '--yes', '--out', 'a.md', '--commit', ...flags]);
		expect(made).toMatchObject({code: 2, out: ''});
		expect(existsSync(join(place.folder, 'a.md'))).toBe(false);
		expect(place.run(['commit', 'note.md', ...flags]).code).toBe(2);
	});

	it('follows a symbolic link to the file that was written', () => {
		const place = makeRepository({'docs/a.md': '# A\n\n- Owner: Ada\n'});
		symlinkSync('docs/a.md', join(place.folder, 'link.md'));
		const {code, err} = place.run(['open', 'link.md', '--set', 'document/owner=Grace', '--yes', '--commit']);
		expect(err).toContain('committed');
		expect(code).toBe(0);
		expect(place.git('show', '--name-only', '--format=').trim()).toBe('docs/a.md');
	});

	it('of a document without a change writes nothing, so that a read-only folder is no hindrance', () => {
		const place = makeRepository({'docs/a.md': '# A\n\n- Owner: Ada\n'});
		const before = statSync(join(place.folder, 'docs/a.md'), {bigint: true});
		chmodSync(join(place.folder, 'docs'), 0o555);
		expect(place.run(['open', 'docs/a.md', '--yes', '--commit'])).toMatchObject({code: 0});
		chmodSync(join(place.folder, 'docs'), 0o755);
		const after = statSync(join(place.folder, 'docs/a.md'), {bigint: true});
		expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
		expect(place.git('show', '--name-only', '--format=%s').trim()).toBe('docs: add A\n\ndocs/a.md');
	});

	it('is a command of its own too', () => {
		const place = makeRepository({'note.md': template});
		expect(place.run(['commit', 'note.md', '--branch', 'notes']).code).toBe(0);
		expect(place.git('log', '-1', '--format=%D %s').trim()).toContain('notes');
		expect(place.git('log', '-1', '--format=%s').trim()).toMatch(/^docs: /);
	});
});

describe('open', () => {
	it.each([
		['as it is', 'a\n'],
		['with BOM and CRLF', '\uFEFF# A\r\n\r\n- **Owner:** <who>\r\n'],
		['without final newline', '# A\n\ntext   \n\ttab'],
		['with broken front matter', '---\na: [\n---\n# x\n'],
		['with an unclosed fence', '# x\n\n```js\n<a>\n'],
		['empty', ''],
	])('--yes --print gives a file %s back byte for byte', (_, text) => {
		const place = makePlace({'a.md': text});
		expect(place.run(['open', 'a.md', '--yes', '--print'])).toMatchObject({code: 0, out: text, err: ''});
	});

	it('--yes without a change writes nothing', () => {
		const place = start();
		const before = statSync(join(place.folder, 'note.md'), {bigint: true});
		expect(place.run(['open', 'note.md', '--yes']).code).toBe(0);
		const after = statSync(join(place.folder, 'note.md'), {bigint: true});
		expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
	});

	it('--set changes one answer and nothing else', () => {
		const place = start();
		place.run(['new', '--answers', 'answers.yaml', '--yes']);
		const before = readFileSync(join(place.folder, 'service-note-signer.md'), 'utf8');
		const {code, err} = place.run(['open', 'service-note-signer.md', '--set', 'document/owner=Grace', '--yes']);
		expect(err).toContain('service-note-signer.md');
		expect(code).toBe(0);
		expect(readFileSync(join(place.folder, 'service-note-signer.md'), 'utf8')).toBe(before.replace('Ada', 'Grace'));
	});

	it('--out may name the document itself, in other words', () => {
		const place = makePlace({'a.md': '# A\n\n- Owner: Ada\n'});
		symlinkSync('a.md', join(place.folder, 'link.md'));
		for (const [out, owner] of [
			['./a.md', 'Grace'],
			['link.md', 'Joan'],
		]) {
			expect(place.run(['open', 'a.md', '--out', out!, '--set', `document/owner=${owner}`, '--yes']).code).toBe(0);
			expect(readFileSync(join(place.folder, 'a.md'), 'utf8')).toBe(`# A\n\n- Owner: ${owner}\n`);
		}
	});

	it('with the answers that stand there already changes nothing', () => {
		const place = start();
		for (const flags of [[], ['--answers', 'answers.yaml']]) {
			place.run(['new', 'note.md', ...flags, '--yes', '--force', '--out', 'a.md']);
			place.run(['open', 'a.md', '--answers', 'answers.yaml', '--yes']);
			const before = statSync(join(place.folder, 'a.md'), {bigint: true});
			const {code, err} = place.run(['open', 'a.md', '--answers', 'answers.yaml', '--yes']);
			expect(err).toContain('unchanged');
			expect(code).toBe(0);
			expect(statSync(join(place.folder, 'a.md'), {bigint: true}).ino).toBe(before.ino);
		}
	});

	it('says what is open and ends with 1 while something is', () => {
		const place = start();
		place.run(['new', 'note.md', '--yes', '--out', 'a.md']);
		const {code, err} = place.run(['open', 'a.md', '--set', 'document/title=Half', '--yes']);
		expect(code).toBe(1);
		expect(err).toContain('open summary/one-liner');
		expect(err).toMatch(/\d+ % complete \(1 of \d+ required\)/);
		const printed = place.run(['open', 'a.md', '--set', 'document/owner=Ada', '--print']);
		expect(printed.code).toBe(1);
		expect(printed.out).toContain('Ada');
	});

	it('--set with nothing behind the sign gives the template’s text back', () => {
		const place = start();
		place.run(['new', '--answers', 'answers.yaml', '--yes']);
		expect(place.run(['open', 'service-note-signer.md', '--set', 'document/title=', '--yes']).code).toBe(1);
		expect(readFileSync(join(place.folder, 'service-note-signer.md'), 'utf8')).toContain(
			'# Service note: <service name>\n',
		);
		place.write('own.md', '# Ours\n\n**Owner:** Ada\n');
		const {code, err} = place.run(['open', 'own.md', '--set', 'document/owner=', '--yes']);
		expect(err).toContain("document/owner can't be cleared");
		expect(code).toBe(2);
	});

	it('--set answers a field in a section that did not apply', () => {
		const place = start();
		const na = 'limits={notApplicable: none}';
		place.write('part.md', '# A\n\n## Limits\n\n- Rate:\n- Size:\n');
		place.run(['new', 'part.md', '--yes', '--set', na, '--out', 'doc.md']);
		expect(readFileSync(join(place.folder, 'doc.md'), 'utf8')).toContain('N/A — none');
		expect(place.run(['open', 'doc.md', '--set', 'limits/size=2 MB', '--yes']).code).toBe(1);
		const text = readFileSync(join(place.folder, 'doc.md'), 'utf8');
		expect(text).toContain('- Rate:\n- Size: 2 MB\n');
		expect(text).not.toContain('N/A');
	});

	it('--set keeps what the template does not know', () => {
		const place = start();
		place.run(['new', '--answers', 'answers.yaml', '--yes']);
		const before = readFileSync(join(place.folder, 'service-note-signer.md'), 'utf8').replace(
			'## 2) Limits',
			'## 1b) Ours\n\nOur own words.\n\n## 2) Limits',
		);
		place.write('service-note-signer.md', before);
		expect(place.run(['open', 'service-note-signer.md', '--set', 'document/owner=Grace', '--yes']).code).toBe(0);
		expect(readFileSync(join(place.folder, 'service-note-signer.md'), 'utf8')).toBe(before.replace('Ada', 'Grace'));
	});
});

describe('check', () => {
	it('says in JSON what is open, by file and in all', () => {
		const place = start();
		place.write('docs/keep.txt', '');
		place.run(['new', '--answers', 'answers.yaml', '--yes', '--out', 'docs/done.md']);
		place.run(['new', 'note.md', '--yes', '--out', 'docs/blank.md']);
		const {code, out, err} = place.run(['check', 'docs', '--format', 'json']);
		expect(err).toBe('');
		expect(code).toBe(1);
		const {files, summary} = JSON.parse(out) as {
			files: readonly {
				path: string;
				template: string;
				completeness: {required: {percent: number}};
				messages: readonly Json[];
			}[];
			summary: Json;
		};
		expect(files.map(({path, template: name, completeness: {required}}) => [path, name, required.percent])).toEqual([
			[join('docs', 'blank.md'), 'note.md', 0],
			[join('docs', 'done.md'), 'note.md', 100],
		]);
		expect(summary).toMatchObject({errors: expect.any(Number) as number, warnings: expect.any(Number) as number});
		for (const message of files.flatMap(({messages}) => messages)) {
			expect(message).toMatchObject({
				ruleId: expect.any(String) as string,
				severity: expect.stringMatching(/^(error|warn|info)$/) as string,
				line: expect.any(Number) as number,
				column: expect.any(Number) as number,
			});
		}
		expect(place.run(['check', 'docs/*.md', '--min', '0']).code).toBe(0);
	});

	it.each([
		['nothing there', 'no.md', 3],
		['nothing there, with a bracket in its name', 'no[1.md', 3],
		['an empty file', 'empty.md', 2],
		['white space', 'white.md', 2],
		['bytes that are no UTF-8', 'latin.md', 2],
		['a folder without Markdown', 'none', 2],
	])('ends for %s with its code', (_, path, expected) => {
		const place = makePlace({'empty.md': '', 'white.md': '\uFEFF \n\n', 'none/x.txt': ''});
		place.write('latin.md', '');
		if (path === 'latin.md') place.writeBytes('latin.md', Uint8Array.of(0x23, 0x20, 0xe9, 0x0a));
		const {code, out, err} = place.run(['check', path]);
		expect(code).toBe(expected);
		expect(out).toBe('');
		expect(err).not.toBe('');
		// Once is enough.
		expect(err.split('\n')[0]?.split(path)).toHaveLength(2);
	});

	it.skipIf(process.getuid?.() === 0)('says in words that a folder may not be looked into', () => {
		const place = makePlace({'closed/a.md': '# A\n'});
		chmodSync(join(place.folder, 'closed'), 0o000);
		for (const path of ['closed/a.md', 'closed']) {
			const {code, err} = place.run(['check', path]);
			expect(err).toContain('permission was denied');
			expect(code).toBe(3);
		}
		chmodSync(join(place.folder, 'closed'), 0o755);
	});
});

describe('templates check', () => {
	const files = {
		'good.md': '# Plan [Name]\n\n## Why (required)\n\nWhy now?\n\n- Owner: [who]\n',
		'bad.md': '# Plan [Name]\n\n- Owner: [who] <!-- specwright: kind: persn -->\n\n#### How\n\nHow?\n',
	};

	it('tells counts, fields with their reasons, and that nothing is doubtful', () => {
		const {code, out, err} = makePlace(files).run(['templates', 'check', 'good.md']);
		expect(err).toBe('');
		expect(code).toBe(0);
		expect(out).toContain('2 sections, 2 fields: 1 text, 1 person; 2 required');
		expect(out).toContain('A blank stands behind a label. Seen: - Owner: [who]');
		expect(out).toContain('Nothing doubtful.');
	});

	it('tells what is wrong and what to write instead, and ends with 1', () => {
		const {code, out} = makePlace(files).run(['templates', 'check', 'bad.md']);
		expect(code).toBe(1);
		expect(out).toContain('bad.md:3:39  error  There is no kind "persn".  hint\n    Did you mean "person"?');
		expect(out).toContain('bad.md:5:1  info  This heading is of level 4');
		expect(out).toContain('1 error, 1 doubt\n');
	});

	it('gives the same as JSON, with messages in the shape that check has', () => {
		const {code, out} = makePlace(files).run(['templates', 'check', 'bad.md', '--json']);
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({
			template: {name: 'bad.md', origin: 'file'},
			counts: {sections: 2, fields: 3, kinds: {text: 1, person: 1, prose: 1}},
			messages: [
				{ruleId: 'hint', severity: 'error', line: 3, column: 39, help: 'Did you mean "person"?'},
				{ruleId: 'heading-jump', severity: 'info', line: 5, section: 'how'},
			],
			summary: {errors: 1, warnings: 0, infos: 1},
		});
	});

	it('ends as other commands do on wrong use and on a file that there is not', () => {
		const place = makePlace(files);
		expect(place.run(['templates', 'check']).code).toBe(2);
		expect(place.run(['templates', 'check', './none.md'])).toMatchObject({code: 3, out: ''});
		expect(place.run(['templates', 'check', 'module-architecture']).code).toBe(0);
	});
});

describe('inspect', () => {
	it('shows a template with everything empty', () => {
		const seen = inspected(start(), 'note.md');
		expect(seen.template).toMatchObject({name: 'note.md', origin: 'file'});
		expect(new Set(fieldsOf(seen).map(({state}) => state))).toEqual(new Set(['empty']));
		expect(seen.completeness.required).toMatchObject({answered: 0, percent: 0});
		const summary = seen.sections.flatMap(section => [section, ...section.sections]).find(({id}) => id === 'summary');
		expect(summary).toMatchObject({
			heading: '1) Summary (required)',
			title: 'Summary',
			level: 2,
			line: 6,
			requirement: 'required',
		});
		expect(summary?.fields[0]).toMatchObject({
			id: 'summary/one-liner',
			label: 'One-liner',
			line: 8,
			placeholder: '<what it does>',
			kind: 'text',
		});
	});

	it('without --json is one line a section and a field, with --explain their rules', () => {
		const place = start();
		const plain = place.run(['inspect', 'note.md']);
		expect(plain.code).toBe(0);
		expect(plain.out).toContain('summary/one-liner');
		expect(plain.out).not.toContain('Seen:');
		const {out} = place.run(['inspect', 'note.md', '--explain']);
		expect(out).toMatch(/summary\/one-liner {2}\[label\]\n +A blank stands behind a label\. Seen: .*<what it does>/);
	});

	it('says with --json --explain why each field is one', () => {
		const place = makePlace({'a.md': '# A\n\n- Who: [w] <!-- specwright: kind: person -->\n'});
		const [field] = fieldsOf(JSON.parse(place.run(['inspect', 'a.md', '--json', '--explain']).out) as Inspected);
		expect(field).toMatchObject({
			kind: 'person',
			rule: 'label',
			because: 'A blank stands behind a label.',
			seen: '- Who: [w] <!-- specwright: kind: person -->',
			hinted: ['kind'],
		});
		expect(fieldsOf(inspected(place, 'a.md'))[0]).not.toHaveProperty('because');
	});

	it('tells of a hint that can not be taken, and goes on', () => {
		const place = makePlace({'a.md': '# A\n\n- Who: [w] <!-- specwright: kind: persn -->\n'});
		const {code, out} = place.run(['inspect', 'a.md']);
		expect(code).toBe(0);
		expect(out).toContain('a.md:3:35  error  There is no kind "persn".  hint\n    Did you mean "person"?');
		expect(inspected(place, 'a.md').messages).toMatchObject([{ruleId: 'hint', line: 3, column: 35}]);
	});

	it('names the template by its own title, and the document by its answer', () => {
		const place = makePlace({'memo.md': '# Memo: [title]\n\nOwner: [name]\n'});
		place.run(['new', 'memo.md', '--set', 'document/title=Holds', '--yes', '--out', 'a.md']);
		const {template, sections} = JSON.parse(place.run(['inspect', 'a.md', '--json']).out) as {
			readonly template: Json;
			readonly sections: readonly {readonly fields: readonly Json[]}[];
		};
		expect(template).toMatchObject({name: 'memo.md', title: 'Memo: [title]'});
		expect(sections[0]!.fields[0]).toMatchObject({id: 'document/title', value: 'Holds'});
		expect(place.run(['templates', 'check', 'memo.md']).out).toContain('1 section, 2 fields: ');
	});

	it("takes a template's own comment for no document's", () => {
		const place = makePlace({'mine.md': '# Plan [Name]\n\n## Why\n\n[Say why]\n\n<!-- specwright: mine@1.2.0 -->\n'});
		expect(inspected(place, 'mine.md').template).toMatchObject({name: 'mine.md', version: '1.2.0'});
	});

	it('refuses what it can not read with the right code', () => {
		const place = makePlace({'dir/x.md': '# x\n', 'empty.md': ''});
		expect(place.run(['inspect', './dir']).code).toBe(3);
		symlinkSync('nowhere.md', join(place.folder, 'dangling'));
		for (const name of ['dir', 'dangling']) {
			expect(place.run(['inspect', name])).toMatchObject({code: 3, out: ''});
			expect(place.run(['new', name, '--yes'])).toMatchObject({code: 3, out: ''});
		}
		expect(place.run(['inspect', 'no-such-name']).code).toBe(2);
		expect(place.run(['inspect', './no-such.md']).code).toBe(3);
		expect(place.run(['inspect', 'empty.md']).code).toBe(2);
	});
});

describe('templates and drafts', () => {
	it('lists the bundled templates and shows one as it is', () => {
		const place = makePlace();
		const rows = JSON.parse(place.run(['templates', '--json']).out) as readonly {
			name: string;
			title: string;
			sections: number;
			fields: number;
			origin: string;
		}[];
		expect(rows.map(({name}) => name)).toEqual([
			'architecture-spec',
			'feature-architecture',
			'module-architecture',
			'system-design',
			'technical-specification',
		]);
		for (const {title, sections, fields, origin} of rows) {
			expect(title).not.toBe('');
			expect(Math.min(sections, fields)).toBeGreaterThan(5);
			expect(origin).toBe('bundled');
		}
		const shown = place.run(['templates', 'show', 'architecture-spec']);
		expect(shown.out).toBe(readFileSync(join(import.meta.dirname, '../../templates/architecture-spec.md'), 'utf8'));
	});

	it('has no drafts at first, and says so', () => {
		const place = makePlace();
		expect(place.run(['drafts'])).toMatchObject({code: 0, out: ''});
		expect(JSON.parse(place.run(['drafts', '--json']).out)).toEqual([]);
		expect(place.run(['drafts', 'show', 'abc']).code).toBe(2);
		expect(place.run(['drafts', 'remove', 'abc']).code).toBe(2);
	});

	it("takes a project's own templates by name", () => {
		const place = makeRepository({'.specwright.yaml': 'templates: forms\n', 'forms/note.md': template});
		expect(place.run(['templates']).out).toContain('note');
		// Its title is `Service note: <service name>`, which is no name to choose by.
		expect(place.run(['templates']).out).toMatch(/^note +Note /m);
		expect(place.run(['new', 'note', '--set', 'document/title=X', '--print']).out).toContain('# Service note: X');
	});
});

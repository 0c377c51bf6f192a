/** A project's own file, `.specwright.yaml`: what it changes, and how what is wrong in it is told. */

import {mkdirSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, makeRepository, type Place} from './run-program.ts';

const note = '# [Title]\n\n- **Owner:** [name]\n- **Due:** YYYY-MM-DD\n';
const wrong = '# Note\n\n- **Owner:** Ada\n- **Due:** 2026-02-30\n';

const messagesOf = (place: Place, ...args: readonly string[]): readonly string[] => {
	const {out} = place.run(['check', ...args, '--format', 'json']);
	const {files} = JSON.parse(out) as {
		readonly files: readonly {readonly messages: readonly {readonly ruleId: string; readonly severity: string}[]}[];
	};
	return files.flatMap(({messages}) => messages.map(({ruleId, severity}) => `${severity} ${ruleId}`));
};

describe('templates of the project', () => {
	it('are those of the nearest file, up to the top of the repository and no further', () => {
		const place = makeRepository({
			'.specwright.yaml': 'templates: forms\n',
			'forms/note.md': note,
			'part/.specwright.yaml': 'templates: [own]\n',
			'part/own/memo.md': note,
			'part/deep/x.txt': '',
			'other/x.txt': '',
		});
		const names = (cwd: string): string => place.run(['templates'], {cwd: join(place.folder, cwd)}).out;
		expect(names('other')).toMatch(/^note /m);
		expect(names('part/deep')).toMatch(/^memo /m);
		expect(names('part/deep')).not.toMatch(/^note /m);
		writeFileSync(join(place.folder, '../.specwright.yaml'), 'templates: nowhere\n');
		expect(place.run(['templates']).code).toBe(0);
	});

	it.skipIf(process.getuid?.() !== 0)(
		'outside of a repository are not those that somebody else left there',
		async () => {
			const {chownSync} = await import('node:fs');
			const place = makePlace({'.specwright.yaml': 'templates: forms\n', 'forms/note.md': note});
			expect(place.run(['templates']).out).toMatch(/^note /m);
			chownSync(join(place.folder, '.specwright.yaml'), 12345, 12345);
			expect(place.run(['templates']).out).not.toMatch(/^note /m);
		},
	);
});

describe('what is wrong in the file', () => {
	it.each([
		['template: docs\n', 1, 'There is no setting "template". Did you mean templates?', 2],
		['\nrules:\n  sentence-limt: off\n', 3, 'There is no rule "sentence-limt". Did you mean sentence-limit?', 2],
		['rules:\n  total: offf\n', 2, 'rules.total must be off, info, warn or error.', 2],
		['rules: [total]\n', 1, 'rules must be a map.', 2],
		['names: {note: dates}\n', 1, 'Did you mean date?', 2],
		['words:\n  toBeDone: [{a: b}]\n', 2, 'words.toBeDone.0 must be a word', 2],
		['documents: ""\n', 1, "documents must be a folder's path", 2],
		['__proto__: {templates: docs}\n', 1, 'There is no setting "__proto__".', 2],
		['rules: {__proto__: off}\n', 1, 'There is no rule "__proto__".', 2],
		['- a\n', 1, 'The file must be a map.', 2],
		['rules: {total: off\n', 2, '', 2],
		['rules: !!js/function x\n', 1, 'has no meaning here', 2],
		['names: slug\nnames: date\n', 2, 'given twice', 2],
		['templates: nowhere\n', 1, 'There is no folder "nowhere".', 2],
		['# ours\ntemplates: [docs, ../out]\n', 2, '"../out" is refused', 6],
		['documents: {note: /etc}\n', 1, '"/etc" is refused', 6],
		[`templates: docs\n# ${'x'.repeat(66_000)}\n`, 1, 'files over 65536 bytes', 6],
	])('%j', (text, line, words, code) => {
		const place = makeRepository({'.specwright.yaml': text, 'docs/a.md': '# A\n\nWords.\n'});
		const ran = place.run(['check', 'docs/a.md']);
		expect(ran.err).toContain(`.specwright.yaml:${line}`);
		expect(ran.err).toContain(words);
		expect(ran).toMatchObject({code, out: ''});
	});

	it.each([
		[['templates']],
		[['status']],
		[['inspect', 'architecture-spec']],
		[['fix', 'first.txt', '--check']],
		[['new', 'architecture-spec', '--yes', '--set', 'document/title=T']],
	])('keeps %j from doing anything', args => {
		const place = makeRepository({'.specwright.yaml': 'rules:\n  totl: off\n'});
		const ran = place.run(args);
		expect(ran).toMatchObject({code: 2, out: ''});
		expect(ran.err).toContain('.specwright.yaml:2');
		expect(readdirSync(place.folder).filter(name => name.endsWith('.md'))).toEqual([]);
	});

	it.skipIf(process.platform === 'win32')('that is a folder is told with what helps there', () => {
		const place = makeRepository({'.specwright.yaml/a.txt': 'x', 'a.md': '# A\n\nWords.\n'});
		const {code, err} = place.run(['check', 'a.md']);
		expect(code).toBe(3);
		expect(err).toContain('is a folder, not a file.\n  Correct the file, or remove it.');
	});

	it('is told once for many documents, also where they lie in another project', () => {
		const place = makeRepository({'x.md': '# X\n\nWords.\n'});
		const other = makeRepository({
			'.specwright.yaml': 'rule: {}\n',
			'a.md': '# A\n\nWords.\n',
			'b.md': '# B\n\nWords.\n',
		});
		const {code, err} = place.run(['check', 'x.md', join(other.folder, 'a.md'), join(other.folder, 'b.md')]);
		expect(code).toBe(2);
		expect(err.match(/no setting "rule"/g)).toHaveLength(1);
	});

	it('does not keep the wizard from opening, which says it first', () => {
		const place = makeRepository({'.specwright.yaml': 'rules: {totl: off, total: off}\n', 't.md': note});
		const {code, err} = place.run(['new', 't.md', '--plain'], {input: 'A title\n:quit\n'});
		expect(err).toContain('.specwright.yaml:1:9: There is no rule "totl". Did you mean total?');
		expect(code).not.toBe(2);
	});

	it.skipIf(process.platform === 'win32')('may be where the file leads: out of the project', () => {
		const place = makeRepository();
		const other = makePlace({'secret.yaml': 'password: x\n'});
		symlinkSync(join(other.folder, 'secret.yaml'), join(place.folder, '.specwright.yaml'));
		const {code, err} = place.run(['templates']);
		expect(code).toBe(6);
		expect(err).not.toContain('password');
	});
});

describe('rules', () => {
	it('are as serious as the project says, in check, status and the percentage; a flag wins', () => {
		const place = makeRepository({
			'.specwright.yaml': 'rules: {date-format: warn}\n',
			'note.tpl.md': note,
			'a.md': wrong,
		});
		const as = ['--template', 'note.tpl.md'];
		expect(messagesOf(place, 'a.md', ...as)).toContain('warn date-format');
		expect(messagesOf(place, 'a.md', ...as, '--rule', 'date-format=error')).toContain('error date-format');
		const rows = JSON.parse(place.run(['status', '--json', ...as]).out) as readonly {path: string; errors: number}[];
		expect(rows.find(({path}) => path === 'a.md')?.errors).toBe(0);
		place.write('.specwright.yaml', 'rules: {date-format: off}\n');
		expect(messagesOf(place, 'a.md', ...as).join()).not.toContain('date-format');
		place.write('.specwright.yaml', '# nothing yet\n');
		expect(messagesOf(place, 'a.md', ...as)).toContain('error date-format');
	});

	it('hold in the wizard too', () => {
		const text = '# [Title]\n\n## Cost\n\n[What it costs]\n';
		const place = makeRepository({'t.md': text});
		const given = ['--set', 'document/title=A', '--set', 'cost=TODO later'];
		expect(place.run(['new', 't.md', '--yes', ...given, '--out', 'a.md']).err).toContain('error line');
		place.write('.specwright.yaml', 'rules: {to-be-done: off}\n');
		const quiet = place.run(['new', 't.md', '--yes', ...given, '--out', 'b.md']);
		expect(quiet).toMatchObject({code: 0});
		expect(quiet.err).not.toContain('error line');
	});
});

describe('words', () => {
	it('of the project are understood beside the known ones', () => {
		const document =
			'# Plan\n\n## Kosten\n\nNoch à  faire.\n\n## Öppna frågor\n\n| Frage | Status | Decision |\n| --- | --- | --- |\n| Wer? | Besvarad |  |\n';
		const place = makeRepository({'a.md': document});
		expect(messagesOf(place, 'a.md').join()).not.toMatch(/to-be-done|question-decision/);
		place.write('.specwright.yaml', 'words:\n  toBeDone: à faire\n  answered: [besvarad]\n');
		expect(messagesOf(place, 'a.md')).toEqual(expect.arrayContaining(['error to-be-done', 'warn question-decision']));
	});
});

describe('words for the days of a document', () => {
	it('of the project hold where it is begun, where its status changes, and in fix', () => {
		const template = '# [Titel]\n\n- Status: Utkast | Klar\n- Upprättad: YYYY-MM-DD\n- Senast ändrad: YYYY-MM-DD\n';
		const place = makeRepository({
			'plan.md': template,
			'.specwright.yaml': 'words:\n  created: Upprättad\n  updated: [Senast ändrad]\n',
		});
		const set = ['--set', 'document/title=Flytt', '--set', 'document/status=Utkast'];
		expect(place.run(['new', 'plan.md', '--yes', '--print', ...set]).out).toMatch(
			/- Upprättad: \d{4}-\d\d-\d\d\n- Senast ändrad: \d{4}-\d\d-\d\d\n/,
		);
		const old = template
			.replace('[Titel]', 'Flytt')
			.replace('Utkast | Klar', 'Utkast')
			.replaceAll('YYYY-MM-DD', '2020-01-02');
		place.write('a.md', old);
		const open = ['open', 'a.md', '--template', 'plan.md', '--set', 'document/status=Klar', '--print'];
		expect(place.run([...open, '--yes']).out).toMatch(/- Upprättad: 2020-01-02\n- Senast ändrad: 20[2-9]\d-(?!01-02)/);
		place.run(['fix', 'a.md', '--template', 'plan.md', '--only', 'dates']);
		expect(place.run(['open', 'a.md', '--yes', '--print']).out).not.toContain('Senast ändrad: 2020-01-02');
	});
});

describe('new documents', () => {
	const settings = 'templates: forms\ndocuments: {adr: docs/adr, default: docs}\nnames: {adr: number}\n';
	const made = (place: Place, template: string, title: string, cwd = '.', ...sets: readonly string[]): string => {
		const set = [`document/title=${title}`, ...sets].flatMap(one => ['--set', one]);
		const {err} = place.run(['new', template, '--yes', ...set], {
			cwd: join(place.folder, cwd),
		});
		return /wrote (\S+)/.exec(err)?.[1] ?? err;
	};

	it('go to the folder of their template and get the next number, also after those on other branches', () => {
		const place = makeRepository({'.specwright.yaml': settings, 'forms/adr.md': note, 'forms/memo.md': note});
		expect(made(place, 'memo', 'A memo')).toBe('docs/a-memo.md');
		expect(made(place, 'adr', 'First')).toBe('docs/adr/0001-first.md');
		expect(made(place, 'adr', 'Second', 'docs')).toBe('adr/0002-second.md');
		place.write('docs/adr/2026-11-26-notes.md', 'x');
		place.git('checkout', '-q', '-b', 'theirs');
		place.write('docs/adr/0009-theirs.md', note);
		place.git('add', 'docs/adr/0009-theirs.md');
		place.git('commit', '-q', '-m', 'theirs');
		place.git('checkout', '-q', 'main');
		expect(made(place, 'adr', 'Third')).toBe('docs/adr/0010-third.md');
	});

	it('have their number once in their name where the title begins with an id', () => {
		const adr = '# ADR-NNNN: [title]\n\n- **Owner:** [name]\n';
		const place = makeRepository({'.specwright.yaml': settings, 'forms/adr.md': adr, 'docs/adr/0007-x.md': 'x'});
		expect(made(place, 'adr', 'Signed events')).toBe('docs/adr/0008-signed-events.md');
		expect(made(place, 'adr', 'Keys', '.', 'document/adr-number=0009')).toBe('docs/adr/0009-keys.md');
		// A number that is another says something, and so does a year.
		expect(made(place, 'adr', 'Locks', '.', 'document/adr-number=0003')).toBe('docs/adr/0010-adr-0003-locks.md');
		place.write('forms/adr.md', note);
		expect(made(place, 'adr', 'Plan 2026 budget')).toBe('docs/adr/0011-plan-2026-budget.md');
	});

	it('are numbered as wide as their neighbours, or by the day', () => {
		const place = makePlace({'.specwright.yaml': 'names: number\n', 't.md': note, '007-x.md': 'x'});
		expect(made(place, 't.md', 'Bond')).toBe('008-bond.md');
		place.write('.specwright.yaml', 'names: date\n');
		expect(made(place, 't.md', 'Bond')).toMatch(/^\d{4}-\d\d-\d\d-bond\.md$/);
	});

	it('go where --out says all the same', () => {
		const place = makeRepository({'.specwright.yaml': settings, 'forms/adr.md': note});
		const {err} = place.run(['new', 'adr', '--yes', '--set', 'document/title=A', '--out', 'b.md']);
		expect(err).toContain('wrote b.md');
	});

	it('are proposed there by the wizard', () => {
		const place = makeRepository({'.specwright.yaml': settings, 'forms/adr.md': note});
		mkdirSync(join(place.folder, 'docs/adr'), {recursive: true});
		place.write('docs/adr/0003-x.md', 'x');
		const {err, out} = place.run(['new', 'adr', '--plain'], {input: 'Title\nAda\n2026-11-26\n:write\n\n'});
		expect(out + err).toContain('docs/adr/0004-title.md');
	});
});

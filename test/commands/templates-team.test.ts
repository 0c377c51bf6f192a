/** Templates from elsewhere: added, pinned, brought up to date, and never run. */

import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, it} from 'vitest';
import {makePlace, makeRepository, type Place} from './run-program.ts';

const note = '# [Title]\n\n- **Owner:** [name]\n';

/** Commits everything in a repository. */
function commitAll(place: Place, message = 'more'): string {
	place.git('add', '-A');
	place.git('commit', '-q', '-m', message);
	return place.git('rev-parse', 'HEAD').trim();
}

type Row = {
	readonly name: string;
	readonly origin: string;
	readonly source?: {readonly commit?: string; readonly from: string; readonly name: string};
	readonly hides: readonly {readonly origin: string}[];
};
const listed = (place: Place): readonly Row[] => JSON.parse(place.run(['templates', '--json']).out) as readonly Row[];

describe('a repository', () => {
	it('is fetched, pinned to its commit, brought up to date when asked, and removed', () => {
		const team = makeRepository({'memo.md': note, 'README.md': 'x', 'deep/other.md': note});
		const first = commitAll(team);
		const url = pathToFileURL(team.folder).href;
		const place = makePlace();
		expect(place.run(['templates', 'add', url, '--name', 'team']).err).toContain(
			`added team (memo), at ${first.slice(0, 12)}`,
		);
		expect(listed(place)[0]).toMatchObject({
			name: 'memo',
			origin: 'user',
			source: {name: 'team', from: url, commit: first},
			hides: [],
		});
		expect(place.run(['templates']).out).toContain(`from ${url} at ${first.slice(0, 12)}`);
		expect(place.run(['new', 'memo', '--yes', '--print', '--set', 'document/title=A']).out).toContain('# A\n');

		team.write('memo.md', `${note}- **Due:** [day]\n`);
		team.write('rfc.md', note);
		const second = commitAll(team);
		expect(listed(place).map(({name}) => name)).not.toContain('rfc');
		expect(place.run(['templates', 'update']).err).toContain(`updated team (memo, rfc), at ${second.slice(0, 12)}`);
		expect(place.run(['templates', 'show', 'memo']).out).toContain('Due');
		expect(place.run(['templates', 'update', 'team']).err).toContain('as it was');
		expect(place.run(['templates', 'remove', 'team']).code).toBe(0);
		expect(listed(place).map(({origin}) => origin)).not.toContain('user');
	}, 60_000);

	it('has its earlier versions by it, by which documents follow what is worded anew', () => {
		const version = (words: string, number: number): string =>
			`# [Title]\n\n${words}\n\n- **Owner:** [name]\n\n<!-- specwright: memo@1.${number}.0 -->\n`;
		const team = makeRepository({'memo.md': version('Decided by the board.', 0)});
		commitAll(team);
		const place = makePlace();
		place.run(['templates', 'add', pathToFileURL(team.folder).href, '--name', 'team']);
		const set = ['--set', 'document/title=A', '--set', 'document/owner=Ada'];
		expect(place.run(['new', 'memo', '--yes', '--out', 'a.md', ...set]).code).toBe(0);
		for (const [number, words] of ['Decided by the council.', 'Decided by the round.'].entries()) {
			team.write('memo.md', version(words, number + 1));
			commitAll(team);
			expect(place.run(['templates', 'update', 'team']).code).toBe(0);
		}

		const {code, err} = place.run(['update', 'a.md', '--yes']);
		expect(err).not.toContain('could not be found');
		expect(code).toBe(0);
		expect(readFileSync(join(place.folder, 'a.md'), 'utf8')).toContain(
			'# A\n\nDecided by the round.\n\n- **Owner:** Ada\n',
		);
	}, 60_000);

	it.skipIf(process.platform === 'win32')(
		'comes to no life: no hooks, filters, links, submodules or names that are flags',
		() => {
			const team = makeRepository({
				'memo.md': note,
				'-rf.md': note,
				'con.md': note,
				'.gitattributes': '*.md filter=evil\n',
				'.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = ext::sh -c "touch PWNED"\n',
			});
			symlinkSync('/etc/passwd', join(team.folder, 'link.md'));
			commitAll(team);
			const trap = join(dirname(team.folder), 'PWNED');
			mkdirSync(join(team.folder, '.git/hooks'), {recursive: true});
			for (const hook of ['post-checkout', 'pre-receive', 'reference-transaction'])
				writeFileSync(join(team.folder, '.git/hooks', hook), `#!/bin/sh\ntouch '${trap}'\n`, {mode: 0o755});
			team.git('config', 'uploadpack.packObjectsHook', `sh -c 'touch ${trap}'`);
			const place = makePlace();
			const {err} = place.run(['templates', 'add', pathToFileURL(team.folder).href, '--name', 'team']);
			expect(err).toContain('"-rf" was passed over');
			expect(err).toContain('"con" was passed over');
			expect(err).toContain('added team (memo)');
			for (const path of [trap, join(place.folder, 'PWNED')]) expect(existsSync(path)).toBe(false);
			const home = join(place.folder, '../home/.local/share/specwright');
			expect(existsSync(join(home, 'PWNED'))).toBe(false);
			expect(JSON.parse(readFileSync(join(home, 'templates.json'), 'utf8'))).toMatchObject({
				specwrightTemplates: 1,
				sources: [{name: 'team', templates: ['memo']}],
			});
		},
		60_000,
	);

	it('may have its templates in a folder', () => {
		const team = makeRepository({'docs/forms/memo.md': note});
		commitAll(team);
		const place = makePlace();
		const url = pathToFileURL(team.folder).href;
		expect(place.run(['templates', 'add', url, '--name', 'a'])).toMatchObject({code: 2});
		expect(place.run(['templates', 'add', url, '--name', 'a', '--folder', 'nowhere'])).toMatchObject({code: 4});
		expect(place.run(['templates', 'add', url, '--name', 'a', '--folder', 'docs/forms/'])).toMatchObject({code: 0});
	}, 60_000);
});

describe('an address', () => {
	it.each([
		['ext::sh -c touch% PWNED', 'names a program'],
		['http://example.org/x.git', 'http:// is not taken'],
		['git://example.org/x.git', 'git:// is not taken'],
		['https://-oProxyCommand=x/y', 'refused'],
		['ssh://-oProxyCommand=touch/x', 'refused'],
		['-u@example.org:x', 'unknown option'],
		['a@example.org:-x', 'hyphen'],
		['https://ada:secret@example.org/x.git', 'password'],
		['https://example.org/a b', 'blanks'],
	])('%s is refused', (url, words) => {
		const place = makePlace();
		const {code, err, out} = place.run(['templates', 'add', url]);
		expect(err).toContain(words);
		expect(out).toBe('');
		expect([2, 6]).toContain(code);
		expect(existsSync(join(place.folder, 'PWNED'))).toBe(false);
	});

	it('where there is nothing is told as git tells it', () => {
		const place = makePlace();
		const {code, err} = place.run(['templates', 'add', pathToFileURL(join(place.folder, 'gone')).href]);
		expect(code).toBe(4);
		expect(err).toContain('could not be fetched');
	});
});

describe('a path', () => {
	it('is copied: a file or a folder, anew when asked', () => {
		const place = makePlace({'forms/memo.md': note, 'forms/notes.txt': 'x', 'one.md': note});
		expect(place.run(['templates', 'add', 'one.md']).err).toContain('added one (one)');
		expect(place.run(['templates', 'add', 'forms']).err).toContain('added forms (memo)');
		const again = place.run(['templates', 'add', 'forms']);
		expect(again).toMatchObject({code: 2});
		expect(again.err).toContain('Templates were added under the name "forms" already.');
		place.write('forms/memo.md', '# [Other]\n\n- **Who:** [name]\n');
		expect(place.run(['templates', 'show', 'memo']).out).toBe(note);
		expect(place.run(['templates', 'update', 'form']).err).toContain('Did you mean forms?');
		expect(place.run(['templates', 'update', 'forms']).code).toBe(0);
		expect(place.run(['templates', 'show', 'memo']).out).toContain('Who');
		expect(place.run(['templates', 'add', 'gone'])).toMatchObject({code: 3});
		const astray = place.run(['templates', 'add', 'forms', '--name', 'other', '--folder', 'gone']);
		expect(astray).toMatchObject({code: 3});
		expect(astray.err).toContain(join('forms', 'gone'));
	}, 60_000);

	it('that has the templates of two others is told to take their place once', () => {
		const place = makePlace({'a/memo.md': note, 'b/memo.md': note, 'c/memo.md': note});
		for (const name of ['a', 'b', 'c']) place.run(['templates', 'add', name]);
		expect(place.run(['templates']).out).toMatch(/^memo .*, in place of the added one$/m);
	}, 60_000);

	it('gives way to the project’s own template, and goes before a bundled one, which is said', () => {
		const place = makeRepository({'forms/memo.md': note, 'forms/architecture-spec.md': note});
		place.run(['templates', 'add', 'forms']);
		expect(place.run(['templates']).out).toMatch(/architecture-spec .* in place of the bundled one/);
		place.write('.specwright.yaml', 'templates: own\n');
		place.write('own/memo.md', note);
		expect(listed(place).find(({name}) => name === 'memo')).toMatchObject({
			origin: 'project',
			hides: [{origin: 'user'}],
		});
		expect(place.run(['templates']).out).toMatch(/memo .*project, in place of the added one/);
	}, 60_000);

	it('a broken list is told, and nothing of it is lost', () => {
		const place = makePlace({'one.md': note});
		const list = join(place.folder, '../home/.local/share/specwright/templates.json');
		mkdirSync(dirname(list), {recursive: true});
		for (const text of [
			'{',
			'[]',
			'{"specwrightTemplates":1,"sources":[{"name":"a","from":"b","store":"../..","templates":[]}]}',
		]) {
			writeFileSync(list, text);
			expect(place.run(['templates']).err).toContain("can't be read");
			expect(place.run(['templates', 'add', 'one.md'])).toMatchObject({code: 3});
			expect(place.run(['templates', 'remove', 'a'])).toMatchObject({code: 3});
			expect(readFileSync(list, 'utf8')).toBe(text);
		}
	}, 60_000);
});

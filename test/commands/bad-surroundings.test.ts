/** Where the program is started: names, folders, rights and variables that are strange or mean harm. */

import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, makeRepository} from './run-program.ts';

const template = '# [Name]\n\n## Context\n\n[Why now]\n';
const filled = ['--yes', '--set', 'document/title=T', '--set', 'context=x'];

describe('a folder', () => {
	it('with a name that is not UTF-8 is listed without it, and nothing breaks', () => {
		const place = makePlace({'a.md': '# A\n\nText.\n'});
		writeFileSync(
			Buffer.concat([Buffer.from(`${place.folder}/b`), Buffer.from([0xff]), Buffer.from('.md')]),
			'# B\n\nText.\n',
		);
		const ran = place.run(['check', '.', '--format', 'json']);
		expect([ran.code === 0 || ran.code === 3, ran.err]).toEqual([true, expect.not.stringMatching(/^ +at /m)]);
		expect((JSON.parse(ran.out) as {files: readonly {path: string}[]}).files.map(({path}) => path)).toContain('a.md');
	});

	it('with a link to itself, packages and six thousand files is looked through once and without them', () => {
		const place = makePlace({'docs/a.md': '# A\n\nText.\n', 'node_modules/p/README.md': '# P\n\nText.\n'});
		symlinkSync(place.folder, join(place.folder, 'docs', 'again'));
		mkdirSync(join(place.folder, 'many'));
		for (let at = 0; at < 6000; at++) writeFileSync(join(place.folder, 'many', `${at}.txt`), '');
		const {code, out} = place.run(['check', '.', '--format', 'json']);
		expect([code, (JSON.parse(out) as {files: readonly unknown[]}).files.length, out.includes('README')]).toEqual([
			0,
			1,
			false,
		]);
	});
});

it('a folder that services read is written to where its path was typed, and by no title', () => {
	const place = makePlace({'t.md': template});
	const path = '.github/workflows/x.md';
	expect(place.run(['new', 't.md', ...filled, '--out', path])).toMatchObject({code: 0});
	expect(existsSync(join(place.folder, path))).toBe(true);
	place.run(['new', 't.md', '--yes', '--set', 'document/title=.github/workflows/y', '--set', 'context=x']);
	expect(readdirSync(join(place.folder, '.github/workflows'))).toEqual(['x.md']);
});

describe('a template called', () => {
	it.each([
		['../../x', 3],
		['/nowhere/x.md', 3],
		['x%00y', 2],
	])('%s, which there is not, ends with %i: a path is looked for, a name is known', (name, code) => {
		const ran = makePlace().run(['new', name, '--yes']);
		expect([ran.code, ran.out]).toEqual([code, '']);
		expect(ran.err).not.toMatch(/^ +at /m);
	});
});

describe('variables', () => {
	it('of git for another repository lead no commit there', () => {
		const other = makeRepository();
		const place = makeRepository({'t.md': template});
		const env = {
			GIT_DIR: join(other.folder, '.git'),
			GIT_INDEX_FILE: join(other.folder, '.git/index'),
			GIT_WORK_TREE: other.folder,
		};
		const before = other.git('rev-parse', 'HEAD');
		expect(place.run(['new', 't.md', ...filled, '--out', 'd.md', '--commit'], {env})).toMatchObject({code: 0});
		expect(other.git('rev-parse', 'HEAD')).toBe(before);
		expect(place.git('show', '--format=', '--name-only', 'HEAD')).toBe('d.md\n');
	});

	it('that name no git leave the file written, and end with 4', () => {
		const place = makeRepository({'t.md': template});
		const ran = place.run(['new', 't.md', ...filled, '--out', 'd.md', '--commit'], {env: {PATH: '/nowhere'}});
		expect(ran.code).toBe(4);
		expect(readFileSync(join(place.folder, 'd.md'), 'utf8')).toContain('# T');
	});

	it('that name a git older than 2.30 leave the file written, and end with 4', () => {
		const place = makeRepository({'t.md': template});
		const old = join(place.folder, '..', 'old-git');
		mkdirSync(old);
		writeFileSync(
			join(old, 'git'),
			`#!/bin/sh\ncase "$*" in version|*" version") echo "git version 2.29.3" ;; *) PATH="$REAL_PATH" exec git "$@" ;; esac\n`,
			{mode: 0o755},
		);
		const env = {PATH: `${old}:${process.env['PATH']}`, REAL_PATH: process.env['PATH'] ?? ''};
		const ran = place.run(['new', 't.md', ...filled, '--out', 'd.md', '--commit'], {env});
		expect(ran.code).toBe(4);
		expect(ran.err).toMatch(/2\.29 is too old[^]*git 2\.30 or newer/);
		expect(readFileSync(join(place.folder, 'd.md'), 'utf8')).toContain('# T');
		expect(place.run(['new', 't.md', ...filled, '--out', 'e.md', '--commit']).code).toBe(0);
	});

	it.each([{LANG: 'C'}, {LC_ALL: 'de_DE.ISO-8859-1'}, {COLUMNS: '1'}, {NO_COLOR: '1', TERM: 'dumb'}])(
		'%j change what is drawn and nothing that is written',
		env => {
			const place = makePlace({'t.md': template});
			const args = ['new', 't.md', '--yes', '--set', 'document/title=Größe 漢字', '--set', 'context=x', '--print'];
			const usual = place.run(args);
			expect(place.run(args, {env})).toEqual(usual);
			expect(place.run(['check', 't.md'], {env}).err).not.toMatch(/^ +at /m);
		},
	);

	it.each([{HOME: '/nonexistent'}, {HOME: '/nonexistent', XDG_STATE_HOME: '/proc/x', XDG_CONFIG_HOME: '/proc/x'}])(
		'without a home (%j) a document is written all the same',
		env => {
			const place = makePlace({'t.md': template});
			expect(place.run(['new', 't.md', ...filled, '--out', 'd.md'], {env})).toMatchObject({code: 0});
			expect(existsSync(join(place.folder, 'd.md'))).toBe(true);
		},
	);
});

describe('the folder of drafts', () => {
	/** A draft that answers piped in have left. */
	const begun = (): {
		readonly place: ReturnType<typeof makePlace>;
		readonly drafts: string;
		readonly env: Record<string, string>;
	} => {
		const place = makePlace({'t.md': template});
		const state = join(place.folder, '../state');
		const env = {XDG_STATE_HOME: state};
		place.run(['new', './t.md', '--plain'], {env, input: 'Plan of mine\n'});
		return {place, drafts: join(state, 'specwright/drafts'), env};
	};

	it('and the drafts in it are made private again where others could read them', () => {
		const {place, drafts, env} = begun();
		const [name] = readdirSync(drafts).filter(one => one.endsWith('.jsonl'));
		chmodSync(drafts, 0o755);
		chmodSync(join(drafts, name!), 0o644);
		place.run(['resume', '--plain'], {env, input: 'because\n'});
		expect([statSync(drafts).mode & 0o777, statSync(join(drafts, name!)).mode & 0o777]).toEqual([0o700, 0o600]);
	});

	it('that is a link is not used, which is told, and nothing is put where it leads', () => {
		const {place, drafts, env} = begun();
		const elsewhere = join(place.folder, '../elsewhere');
		spawnSync('mv', [drafts, elsewhere]);
		symlinkSync(elsewhere, drafts);
		const before = readdirSync(elsewhere);
		const ran = place.run(['new', './t.md', '--plain'], {env, input: 'Another\n'});
		expect(place.run(['resume', '--plain'], {env, input: 'because\n'}).code).toBe(6);
		expect(readdirSync(elsewhere)).toEqual(before);
		expect(ran.err).toMatch(/drafts|saved/);
	});
});

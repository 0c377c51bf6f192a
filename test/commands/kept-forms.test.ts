/** Templates' forms that are kept between runs: the same as read anew, and never one of another text, build or words. */

import {existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {settingsStore} from '../../source/adapters/settings/index.ts';
import {createOutput} from '../../source/commands/output.ts';
import type {Context} from '../../source/commands/context.ts';
import {templateForm} from '../../source/commands/kept-forms.ts';
import {readForm} from '../../source/core/form/index.ts';
import {temporaryFolder} from '../adapters/temporary.ts';

const templates = join(import.meta.dirname, '../../templates');

/** A run of a program: its own context, and no form in its memory. */
function run(home: string, build?: string): Context {
	const sink = {write: () => {}, isTerminal: false, columns: () => 80};
	for (let at = 0; at < 10; at++) readForm(`# Forget ${at}\n`);
	return {
		output: createOutput(sink as never, sink as never, {}, false),
		env: {XDG_CACHE_HOME: home, XDG_CONFIG_HOME: join(home, 'config')},
		build,
	} as unknown as Context;
}

describe('a form that was kept', () => {
	it.each(globSync('*.md', {cwd: templates}))('is the one that reading %s gives', name => {
		const text = readFileSync(join(templates, name), 'utf8');
		const home = temporaryFolder();
		const read = readForm(text);
		expect(templateForm(text, name, run(home, 'b1'))).toStrictEqual({ok: true, value: read});
		const kept = templateForm(text, name, run(home, 'b1'));
		expect(kept).toStrictEqual({ok: true, value: read});
		// It did come from the cache: read anew it would be another object, and remembered it is this one.
		expect(kept.ok && readForm(text)).toBe(kept.ok && kept.value);
	});

	it('is none of another build, of another text or of other words', () => {
		const text = readFileSync(join(templates, 'architecture-spec.md'), 'utf8');
		const home = temporaryFolder();
		const kept = (): number => readdirSync(join(home, 'specwright')).length;
		templateForm(text, 'one', run(home, 'b1'));
		templateForm(text, 'one', run(home, 'b1'));
		expect(kept()).toBe(1);
		templateForm(text, 'one', run(home, 'b2'));
		expect(kept()).toBe(2);
		templateForm(`${text}\nMore.\n`, 'one', run(home, 'b1'));
		expect(kept()).toBe(3);
		const {path} = settingsStore({XDG_CONFIG_HOME: join(home, 'config')});
		mkdirSync(dirname(path!), {recursive: true});
		writeFileSync(path!, JSON.stringify({requirementWords: {required: ['musthave']}}));
		templateForm(text, 'one', run(home, 'b1'));
		expect(kept()).toBe(4);
	});

	it('is not kept where no build made the program', () => {
		const home = temporaryFolder();
		templateForm(readFileSync(join(templates, 'system-design.md'), 'utf8'), 'one', run(home));
		expect(existsSync(join(home, 'specwright'))).toBe(false);
	});
});

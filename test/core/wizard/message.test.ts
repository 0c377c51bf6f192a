/** The words of a commit at the end of writing: subject and body, typed or from an editor. */

import {describe, expect, it} from 'vitest';
import type {Action, Effect, WizardState} from '../../../source/core/wizard/index.ts';
import {messageNotes} from '../../../source/core/wizard/index.ts';
import {textOf} from '../../../source/core/text/index.ts';
import {begin, newline, now, play, press, type} from './session.ts';

const path = 'service-design.md';

/** Asked for the message of a commit on `main`. */
function atMessage(): WizardState {
	return play(
		begin(),
		press('document.write'),
		{type: 'edit', edit: {type: 'replace', text: path}, now},
		press('list.choose'),
		{type: 'target.looked-at', path, repository: {branch: 'main', path}},
		press('confirm.yes'),
	).state;
}

const replace = (text: string): Action => ({type: 'edit', edit: {type: 'replace', text}, now});

function shown({overlay}: WizardState): string | undefined {
	return overlay?.type === 'write' ? textOf(overlay.message) : undefined;
}

function committed(effects: readonly Effect[]): string | undefined {
	return effects.find(effect => effect.type === 'document.write')?.message;
}

describe('a body', () => {
	it('stands below an empty line, and is committed from there as it was typed', () => {
		const typed = play(
			atMessage(),
			replace('docs: add the design'),
			press('write.body'),
			type('# Why'),
			newline,
			type('  because  '),
		).state;
		expect(shown(typed)).toBe('docs: add the design\n\n# Why\n  because  ');
		expect(committed(play(typed, press('document.write')).effects)).toBe('docs: add the design\n\n# Why\n  because  ');
	});

	it('is gone to where there is one, however it is parted from the subject', () => {
		const at = (text: string) => shown(play(atMessage(), replace(text), press('write.body'), type('>')).state);
		expect(at('a\n\nb\nc')).toBe('a\n\n>b\nc');
		expect(at('a\nb')).toBe('a\n>b');
		expect(at('a\n')).toBe('a\n\n>');
	});

	it('without a subject is not committed, and said to need one', () => {
		const {state, effects} = play(atMessage(), replace(' \n\nbody'), press('document.write'));
		expect(committed(effects)).toBeUndefined();
		expect(state.overlay).toMatchObject({step: 'message', problem: {code: 'write.no-message'}});
	});

	it('is still there for who goes back to choose another name', () => {
		const typed = play(atMessage(), press('write.body'), type('Why.')).state;
		const again = play(
			typed,
			press('view.close'),
			press('list.choose'),
			{
				type: 'target.looked-at',
				path,
				repository: {branch: 'main', path},
			},
			press('confirm.yes'),
		).state;
		expect(shown(again)).toBe(shown(typed));
	});
});

describe('an editor', () => {
	it('gets the message in a file that it knows by its name, and what it leaves stands with the subject in hand', () => {
		const opened = play(atMessage(), replace('docs: add'), press('field.editor'));
		expect(opened.effects).toContainEqual({type: 'editor.open', text: 'docs: add', name: 'COMMIT_EDITMSG'});
		const closed = play(opened.state, {type: 'editor.closed', text: 'docs: add it\n\n# 1\n\nbody\n', now}).state;
		expect(shown(closed)).toBe('docs: add it\n\n# 1\n\nbody');
		expect(shown(play(closed, type('!')).state)).toBe('docs: add it!\n\n# 1\n\nbody');
		expect(shown(play(closed, {type: 'edit', edit: {type: 'undo'}, now}).state)).toBe('docs: add');
	});

	it('that fails leaves the message, and no answer gets its words', () => {
		const problem = {code: 'editor.failed', summary: 'It failed.', exit: 3} as const;
		const state = play(atMessage(), replace('docs: add'), {type: 'editor.closed', problem, now}).state;
		expect([shown(state), state.notice?.text, state.answers.size]).toEqual(['docs: add', 'It failed.', 0]);
	});
});

describe('what is told of a message', () => {
	it('is a first line that lists of commits cut, by its cells, and a second that belongs to it', () => {
		expect(messageNotes('x'.repeat(72))).toEqual([]);
		expect(messageNotes('x'.repeat(73))[0]).toContain('73 characters wide');
		expect(messageNotes('字'.repeat(37))[0]).toContain('74 characters wide');
		expect(messageNotes('a\n\nb')).toEqual([]);
		expect(messageNotes('a\nb')[0]).toContain('second line');
	});

	it('keeps nobody from committing', () => {
		const long = `${'x'.repeat(100)}\nmore`;
		expect(committed(play(atMessage(), replace(long), press('document.write')).effects)).toBe(long);
	});
});

import {describe, expect, test} from 'vitest';
import type {WizardState} from '../../source/core/wizard/index.ts';
import {press, screen, type} from './on-screen.ts';
import {opened} from './states.ts';

const usual = {columns: 80, rows: 24};

/** The rows of the list on the screen, without header and footer. */
function rows(state: WizardState): readonly string[] {
	return screen(state)
		.split('\n')
		.slice(3, -2)
		.filter(row => row.trim() !== '');
}

describe('the outline', () => {
	const outline = press(opened(usual, {focus: 'summary/one-liner'}), 'ctrl+t');

	test('lists all, then what is required, unfilled, failing, by one key and with the word on top', () => {
		expect(rows(outline)[0]).toMatch(/^ All .*f shows required$/);
		const required = press(outline, 'f');
		expect(rows(required)[0]).toMatch(/^ Required .*f shows unfilled$/);
		expect(screen(required)).toContain('One-liner');
		expect(screen(required)).not.toContain('3. Risks');
		const unfilled = press(required, 'f');
		expect(rows(unfilled)[0]).toMatch(/^ Unfilled/);
		expect(screen(unfilled)).toMatch(/Risks/);
		expect(press(unfilled, 'f', 'f').overlay).toMatchObject({show: 'all'});
	});

	test('shows as unfilled what is not answered, and no longer what is', () => {
		const answered = press(type(opened(usual, {focus: 'summary/one-liner'}), 'A tool.'), 'ctrl+t', 'f', 'f');
		expect(rows(answered).join('\n')).not.toContain('One-liner');
		expect(rows(answered).join('\n')).toContain('Target date');
	});

	test('shows as failing what was found in an answer, not what nobody has begun', () => {
		const none = press(outline, 'f', 'f', 'f');
		expect(rows(none)).toEqual([expect.stringMatching(/^ Failing/), ' Nothing was found in what is answered.']);
		const wrong = press(type(opened(usual, {focus: 'summary/target-date'}), '2026-02-30'), 'ctrl+t', 'f', 'f', 'f');
		expect(screen(wrong)).toContain('Target date');
		expect(rows(wrong).join('\n')).not.toContain('One-liner');
		expect(screen(wrong)).toMatch(/! +Target date .*finding/);
		expect(press(wrong, 'down', 'enter').focus).toBe('summary/target-date');
	});

	test('calls what fails a finding, also where it counts as answered and is all of its section', () => {
		const source = '# T\n\n## Links\n\n- See: [path or URL]\n- Owner: [name]\n\n## Risks\n\n[Which risks there are]\n';
		const linked = press(type(opened(usual, {source, focus: 'links/see'}), '#nowhere'), 'ctrl+t', 'f');
		expect(screen(linked)).toMatch(/! +See .*finding/);
		expect(screen(linked)).toMatch(/○ +Owner .*empty/);
		const risky = press(type(opened(usual, {source, focus: 'risks/body'}), 'It leaks, TBD'), 'ctrl+t', 'f', 'f', 'f');
		expect(screen(risky)).toMatch(/! +Risks .*finding/);
	});

	test('narrows what it lists by a name that need not be whole', () => {
		const found = type(press(outline, 'f', '/'), 'onelin');
		expect(rows(found)[0]).toMatch(/^ Find: onelin +Required$/);
		expect(rows(found).slice(1).join('\n')).toMatch(/One-liner/);
		expect(rows(found).join('\n')).not.toContain('Target date');
		// Escape takes the name away first, then the list.
		expect(press(found, 'escape').overlay).toMatchObject({type: 'outline', show: 'required'});
	});

	test('says in a glyph and a word what was put off and what was kept', () => {
		const source = '# T\n\n## Goal\n\n[The goal]\n\n## Version\n\n- **Version:** 1.0\n';
		const deferred = press(opened(usual, {source, focus: 'goal/body'}), 'alt+l', 'ctrl+t');
		expect(screen(deferred)).toMatch(/» +Goal .*put off/);
		const field = deferred.form.fields.findLast(({prefilled}) => prefilled);
		expect(field).toBeDefined();
		const kept = press(opened(usual, {source, ...(field ? {focus: field.id} : {})}), 'alt+k', 'ctrl+t');
		expect(screen(kept)).toMatch(/✔ +Version .*kept/);
	});

	test('has room for long names where the window is wide, and drops what counts less where it is not', () => {
		const source =
			'# T\n\n## 1) A section with rather a long name of 47 cells\n\n[a]\n\n## 2) Who owns and who backs\n\n[b]\n';
		expect(screen(opened({columns: 200, rows: 60}, {source}))).toContain(
			'1) A section with rather a long name of 47 cells',
		);
		expect(screen(opened({columns: 120, rows: 40}, {source}))).toContain('2) Who owns and who backs');
	});
});

describe('the palette', () => {
	const palette = press(opened(usual, {focus: 'summary/one-liner'}), 'ctrl+p');
	const source =
		'# T\n\n## 1) Failure modes\n\n- **Cause:** [cause]\n- **Effect:** [effect]\n\n## 2) Goal\n\n[The goal]\n';

	test('finds fields by the section that they stand in, behind what is called so itself', () => {
		const found = rows(type(press(opened(usual, {source}), 'ctrl+p'), 'failure modes')).slice(2);
		expect(found).toHaveLength(3);
		expect(found[0]).toMatch(/1\) Failure modes +section/);
		expect(found[1]).toMatch(/Cause +1\) Failure modes/);
	});

	test('lists once what is called as its section', () => {
		expect(rows(type(press(opened(usual, {source}), 'ctrl+p'), 'goal')).slice(2)).toHaveLength(1);
	});

	test('goes to a section by its number', () => {
		const there = press(type(press(opened(usual, {source}), 'ctrl+p'), '2'), 'enter');
		expect(there.focus).toBe('goal/body');
		// Also to one that has subsections alone.
		const nested = '# [T]\n\n## 7) Parts\n\n### First\n\n- **Name:** [name]\n';
		const parts = press(type(press(opened(usual, {source: nested}), 'ctrl+p'), '7'), 'enter');
		expect(parts.focus).toBe('parts/first/name');
	});

	test('says of a command that has nothing to do why, and does all the others', () => {
		expect(screen(type(palette, 'undo'))).toMatch(/Undo +Nothing to undo\./);
		expect(screen(type(palette, 'add another'))).toMatch(/Add another block +This field stands alone/);
		const typed = press(type(opened(usual, {focus: 'summary/one-liner'}), 'x'), 'ctrl+p');
		expect(screen(type(typed, 'undo'))).not.toContain('Nothing to undo');
		expect(screen(type(typed, 'undo'))).toMatch(/Undo .*\^_/);
	});

	test('says what can be typed', () => {
		expect(screen(palette)).toContain('a command, a section or its number, a field');
	});
});

describe('the help', () => {
	const help = press(opened(usual, {focus: 'summary/one-liner'}), 'alt+h');

	test('is searched behind a slash, by what a key does and by its name', () => {
		expect(screen(help).split('\n').at(-1)).toContain('/ find');
		const found = type(type(help, '/'), 'suspend');
		expect(rows(found)[0]).toMatch(/^ Find: suspend$/);
		expect(rows(found).slice(1)).toEqual([
			expect.stringMatching(/^ Keys that work in this field/),
			expect.stringMatching(/\^Z +suspend/),
		]);
		expect(rows(type(type(help, '/'), 'alt+h')).join('\n')).toMatch(/Alt\+H +help/);
		expect(rows(type(type(help, '/'), 'xyzzy')).join('\n')).toContain('No key has that');
	});

	test('is whole again at the first Escape, which its footer says, and gone at the second', () => {
		const found = type(type(help, '/'), 'suspend');
		expect(screen(found).split('\n').at(-1)).toContain('Esc all of it');
		const whole = press(found, 'escape');
		expect(screen(whole)).toBe(screen(help));
		expect(press(whole, 'escape').overlay).toBeUndefined();
	});

	test('is read down to its end while it is searched', () => {
		const found = type(type(help, '/'), 'e');
		const end = press(found, ...Array.from({length: 40}, () => 'pagedown'));
		expect(rows(end)[0]).toBe(rows(found)[0]);
		expect(rows(end).slice(1)).not.toEqual(rows(found).slice(1));
		expect(press(end, 'up').overlay).not.toEqual(end.overlay);
	});
});

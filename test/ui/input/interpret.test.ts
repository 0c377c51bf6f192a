import {describe, expect, it} from 'vitest';
import type {WizardState} from '../../../source/core/wizard/index.ts';
import {bindings, footer, helpRows, lookUp} from '../../../source/keymap/index.ts';
import {interpret, scopesOf} from '../../../source/ui/input/interpret.ts';
import {answer, begin, go, now, play, type} from '../../core/wizard/session.ts';

const source = `# Boats

## Name
<name>

## Story
Tell it in a few sentences.

## Parts
- <part>
- <part>

## Code
\`\`\`ts
<code>
\`\`\`

## Wood
- **Kind:** Oak | Ash | Elm
`;

/** The state after keys by name, given one after the other. */
function pressed(state: WizardState, ...names: readonly string[]): WizardState {
	return names.reduce((current, name) => {
		const reading = {now, table: bindings, area: {width: 60, rows: 10}};
		return play(current, ...interpret(current, {type: 'key', name}, reading)).state;
	}, state);
}

const at = (field: string, text: string): WizardState => play(begin(source), go(field), type(text)).state;

describe('the key for the editor', () => {
	it('says why it does nothing where an option is chosen, and is not promised there', () => {
		const state = pressed(play(begin(source), go('wood/kind')).state, 'ctrl+g');
		expect(state.notice?.text).toBe('There is no text here for your editor to take.');
		expect(footer(scopesOf(state)).map(({help}) => help)).not.toContain('editor');
		expect(footer(scopesOf(at('story/body', 'a'))).map(({help}) => help)).toContain('editor');
	});

	it('stands in the help once, wherever one asks', () => {
		for (const field of ['wood/kind', 'story/body']) {
			const rows = helpRows(scopesOf(play(begin(source), go(field)).state));
			expect(rows.filter(({keys}) => keys === '^G')).toEqual([expect.objectContaining({isLive: true})]);
		}
	});
});

describe('keys in text', () => {
	it('Alt+← and Alt+→ go by word in prose', () => {
		const before = pressed(at('story/body', 'alpha beta'), 'alt+left');
		expect(answer(play(before, type('X')).state, 'story/body')).toBe('alpha Xbeta');
		expect(answer(play(pressed(before, 'alt+right'), type('X')).state, 'story/body')).toBe('alpha betaX');
	});

	it('Alt+→ and Alt+← indent in lists and in code, where that means something', () => {
		const list = play(pressed(at('parts/body', 'hull'), 'enter', 'alt+right'), type('keel')).state;
		expect(answer(list, 'parts/body')).toEqual([{text: 'hull', items: ['keel']}]);
		expect(answer(pressed(list, 'alt+left'), 'parts/body')).toEqual(['hull', 'keel']);
		const code = pressed(at('code/ts', 'sail()'), 'alt+right');
		expect(answer(code, 'code/ts')).toBe('  sail()');
		expect(answer(pressed(code, 'alt+left'), 'code/ts')).toBe('sail()');
	});

	it.each([
		['alt+s', '!'],
		['ctrl+shift+home', '!'],
		['shift+home', 'alpha\n!'],
		['ctrl+shift+left', 'alpha\nbeta !'],
		['alt+shift+left', 'alpha\nbeta !'],
	])('what %s selects is what is typed over', (key, text) => {
		const state = pressed(at('story/body', 'alpha\nbeta gamma'), key);
		expect(answer(play(state, type('!')).state, 'story/body')).toBe(text);
	});

	it.each([
		['ctrl+shift+end', '!'],
		['shift+end', '!\nbeta gamma'],
		['ctrl+shift+right', '!\nbeta gamma'],
	])('what %s selects from the start is what is typed over', (key, text) => {
		const state = pressed(at('story/body', 'alpha\nbeta gamma'), 'ctrl+home', key);
		expect(answer(play(state, type('!')).state, 'story/body')).toBe(text);
	});

	it('what is cut in one field is put in at another, and in a question', () => {
		const cut = pressed(at('story/body', 'alpha beta'), 'ctrl+w', 'ctrl+w');
		const other = pressed(play(cut, go('parts/body')).state, 'ctrl+y');
		expect(answer(other, 'parts/body')).toEqual(['alpha beta']);
		const asked = pressed(other, 'ctrl+n', 'ctrl+y').overlay;
		expect(asked?.type === 'not-applicable' && asked.reason.lines).toEqual(['alpha beta']);
	});

	it('what is copied with Alt+W stays, and is put in at another field', () => {
		const copied = pressed(at('story/body', 'alpha beta'), 'ctrl+shift+left', 'alt+w');
		const other = pressed(play(copied, go('parts/body')).state, 'ctrl+y');
		expect([answer(other, 'story/body'), answer(other, 'parts/body')]).toEqual(['alpha beta', ['beta']]);
	});

	it('a kill in another field begins anew', () => {
		const cut = pressed(at('story/body', 'alpha'), 'ctrl+u');
		const other = pressed(play(cut, go('parts/body'), type('hull')).state, 'ctrl+u', 'ctrl+y');
		expect(answer(other, 'parts/body')).toEqual(['hull']);
	});
});

const every = `# All

- **Line:** [text]

## Story
Tell it in a few sentences.

## Parts
- <part>

## Code
\`\`\`ts
<code>
\`\`\`

## Kind
- **Wood:** Oak | Ash | Elm
- **Any of:** [choose any: A, B, C]

## Day
- **Day:** YYYY-MM-DD

## Ticks
- [ ] One is done
- [ ] Two is done

## Risks

| Risk | Impact |
| --- | --- |
| <risk> | Low / High |
`;

describe('a key that does nothing', () => {
	const fields = begin(every).form.fields.map(({id}) => id);
	const keys = [...new Set(bindings.flatMap(each => each.keys))].filter(key => [...key].length > 1 && key !== 'space');
	const over: readonly (readonly string[])[] = [
		[],
		['ctrl+t'],
		['ctrl+p'],
		['alt+r'],
		['alt+h'],
		['ctrl+o'],
		['ctrl+n'],
		['ctrl+s'],
		['ctrl+c'],
	];
	/** Moving and cutting has an end where the text or the list has one, which is seen. */
	const isMovement = (state: WizardState, key: string): boolean => {
		const does = lookUp(scopesOf(state), key)?.does;
		return typeof does === 'object' || (does !== undefined && /^(list|view.close)/.test(does));
	};

	it.each(fields)('says so, and what it is for elsewhere: in %s, and in what lies over it', field => {
		const silent: string[] = [];
		for (const way of over) {
			const before = pressed(play(begin(every), go(field)).state, ...way);
			for (const key of keys) {
				if (isMovement(before, key)) continue;
				const actions = interpret(
					before,
					{type: 'key', name: key},
					{now, table: bindings, area: {width: 60, rows: 10}},
				);
				const {state, effects} = play(before, ...actions);
				const {notice, ...rest} = state;
				const {notice: _, ...was} = before;
				const isSame = JSON.stringify(rest) === JSON.stringify({...was, firstRun: false});
				if (isSame && effects.length === 0 && notice === undefined)
					silent.push(`${way.join(' ')} > ${key} ${lookUp(scopesOf(before), key)?.help ?? ''}`);
			}
		}

		expect(silent).toEqual([]);
	});

	it('is told by its name', () => {
		const state = pressed(play(begin(every), go('kind/wood')).state, 'ctrl+up');
		expect(state.notice?.text).toBe('Ctrl+↑ does nothing here. Elsewhere: move the line up; move the item up.');
		expect(pressed(play(begin(every), go('kind/wood')).state, 'z').notice).toBeUndefined();
	});
});

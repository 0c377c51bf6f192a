import {describe, expect, test} from 'vitest';
import type {StartData} from '../../source/ui/index.ts';
import {open} from './open.ts';
import {fakeTerminal, keys} from './terminal.ts';

const template = {name: 'spec', title: 'Spec', origin: 'bundled', sections: 1, fields: 2, outline: []};
const data: StartData = {
	drafts: [{id: 'd1', title: 'Signer', template: 'spec', answered: 1, total: 2, when: '1 h ago'}],
	documents: Array.from({length: 14}, (_, index) => ({path: `docs/n${index}.md`, title: `Note number ${index}`})),
	templates: [template, {...template, name: 'other', title: 'Other'}],
};

describe('home', () => {
	test('has in its footer what the key table says, and the keys of the settings in their place', async () => {
		const terminal = fakeTerminal(80, 24);
		const choice = open(terminal, {'list.choose': ['ctrl+r'], 'list.down': ['alt+n']}).start(data);
		const text = await terminal.until(shown => shown.includes('Resume'));
		expect(text.split('\n').at(-1)).toMatch(/↑ Alt\+N choose +\^R go on .* Esc quit$/);
		terminal.type(`${keys.enter}${keys.down}${keys.alt('n')}`);
		await terminal.until(shown => shown.includes('› 2 Open'));
		terminal.type(keys.ctrl('r'));
		expect(await choice).toEqual({type: 'open', path: 'docs/n0.md'});
	});

	test('is searched behind a slash, and Escape gives all of it back before it leaves', async () => {
		const terminal = fakeTerminal(80, 24);
		const choice = open(terminal).start(data);
		await terminal.until(text => text.includes('/ find'));
		terminal.type('/number 13');
		const found = await terminal.until(text => text.includes('Find: number 13') && !text.includes('number 4'));
		expect(found).toMatch(/› +Open +Note number 13/);
		terminal.type(keys.escape);
		await terminal.until(text => text.includes('Resume') && !text.includes('Find:'));
		terminal.type('/nothing of that name');
		await terminal.until(text => text.includes('Nothing here has that in its name.'));
		terminal.type(`${keys.ctrl('u')}n1${keys.ctrl('a')}n${keys.ctrl('k')}umber 12`);
		await terminal.until(text => text.includes('Find: number 12'));
		terminal.type(keys.enter);
		expect(await choice).toEqual({type: 'open', path: 'docs/n12.md'});
	});

	test('has all the keys in its help, which is searched and closed by the same keys as in the form', async () => {
		const terminal = fakeTerminal(80, 24);
		const choice = open(terminal).start(data);
		await terminal.until(text => text.includes('Resume'));
		terminal.type('?');
		await terminal.until(
			text => text.includes('Keys that work here') && text.includes('take the entry of that number'),
		);
		terminal.type('/suspend');
		const found = await terminal.until(text => text.includes('Find: suspend') && !text.includes('take the entry'));
		expect(found).toMatch(/\^Z +suspend/);
		expect(found.split('\n').at(-1)).toContain('Esc all of it');
		terminal.type(keys.escape);
		await terminal.until(text => text.includes('Keys that work here'));
		terminal.type(keys.escape);
		await terminal.until(text => text.includes('Resume'));
		terminal.type('1');
		expect(await choice).toEqual({type: 'resume', id: 'd1'});
	});

	test('takes in a window without room for it no key but those that leave', async () => {
		const terminal = fakeTerminal(50, 12);
		const choice = open(terminal, {'wizard.quit': ['alt+q']}).start(data);
		await terminal.until(text => text.includes('quit with Alt+Q'));
		terminal.type(`1${keys.enter}?${keys.escape}${keys.ctrl('q')}`);
		terminal.type(keys.alt('q'));
		expect(await choice).toEqual({type: 'quit', isInterrupted: false});
	});
});

describe('documents that are found meanwhile', () => {
	const found = Array.from({length: 30}, (_, index) => ({path: `specs/f${index}.md`, title: `Found ${index}.`}));
	const later = () => Promise.withResolvers<StartData['documents']>();

	test('come behind what is listed: nothing moves, and all can be reached', async () => {
		const terminal = fakeTerminal(80, 24);
		const looking = later();
		const choice = open(terminal).start({...data, documents: []}, {found: looking.promise});
		await terminal.until(text => text.includes('2 New'));
		terminal.type(keys.down);
		await terminal.until(text => text.includes('› 2 New'));
		looking.resolve(found);
		await terminal.until(text => text.includes('› 2 New') && /3 Open +Found 0\. +specs\/f0\.md/.test(text));
		terminal.type('\u001B[F');
		await terminal.until(text => /› +Open +Found 29\./.test(text));
		terminal.type(keys.enter);
		expect(await choice).toEqual({type: 'open', path: 'specs/f29.md'});
	});

	test('are told in the picker where there was nothing else, and its way back leads there', async () => {
		const terminal = fakeTerminal(80, 24);
		const looking = later();
		const choice = open(terminal).start({...data, drafts: [], documents: []}, {found: looking.promise});
		await terminal.until(text => text.includes('Choose a template'));
		looking.resolve(found);
		await terminal.until(
			text => text.includes('Choose a template') && text.includes('Esc lists 30 documents found here'),
		);
		terminal.type(keys.escape);
		await terminal.until(text => text.includes('1 New') && text.includes('2 Open    Found 0.'));
		terminal.type('2');
		expect(await choice).toEqual({type: 'open', path: 'specs/f0.md'});
	});

	test('do not come over what was chosen', async () => {
		const terminal = fakeTerminal(80, 24);
		const looking = later();
		const screen = open(terminal);
		const choice = screen.start(data, {found: looking.promise});
		await terminal.until(text => text.includes('Resume'));
		terminal.type('1');
		await choice;
		const reply = screen.ask({heading: 'Asked', words: ['Something.'], answers: [{label: 'Go on', detail: ''}]});
		await terminal.until(text => text.includes('Something.'));
		looking.resolve(found);
		await looking.promise;
		terminal.type(keys.enter);
		expect(await reply).toEqual({type: 'answered', index: 0});
	});
});

test('the picker takes text by the keys of any text, and ? is help while nothing is typed', async () => {
	const terminal = fakeTerminal(100, 30);
	const choice = open(terminal, {'text.kill-word': ['alt+z']}).start({...data, drafts: [], documents: []});
	await terminal.until(text => text.includes('Choose a template') && text.includes('? help'));
	terminal.type('?');
	await terminal.until(text => text.includes('begin with the one in hand') || text.includes('take the one in hand'));
	terminal.type('q');
	await terminal.until(text => text.includes('Choose a template'));
	terminal.type(`other words${keys.alt('z')}${keys.alt('z')}oth`);
	await terminal.until(text => /Find: oth\b/.test(text) && !text.includes('Spec'));
	terminal.type(keys.enter);
	expect(await choice).toEqual({type: 'new', template: 'other'});
});

test('a question is answered and helped by the keys of the table', async () => {
	const terminal = fakeTerminal(80, 24);
	const reply = open(terminal, {'list.choose': ['alt+o']}).ask({
		heading: 'Begun before',
		words: ['There is a draft.'],
		answers: ['Go on', 'Begin anew'].map(label => ({label, detail: ''})),
	});
	await terminal.until(text => text.includes('Begin anew') && text.includes('Alt+O go on'));
	terminal.type('?');
	await terminal.until(text => text.includes('Keys that work here'));
	terminal.type(`q${keys.down}${keys.alt('o')}`);
	expect(await reply).toEqual({type: 'answered', index: 1});
});

import {expect, test} from 'vitest';
import type {StartData} from '../../source/ui/index.ts';
import {open} from './open.ts';
import {now, opened, storeOf} from './states.ts';
import {fakeTerminal, keys} from './terminal.ts';

const data: StartData = {
	drafts: [{id: 'd1', title: 'Signer', template: 'spec', answered: 14, total: 24, when: 'today 10:42'}],
	documents: [{path: 'docs/a.md', title: 'Alpha'}],
	templates: ['Alpha', 'Beta', 'Gamma'].map(title => ({
		name: title.toLowerCase(),
		title: `${title} template`,
		origin: 'bundled',
		sections: 2,
		fields: 5,
		outline: [
			{title: `${title} summary`, level: 2, requirement: 'required'},
			{title: 'Details', level: 3},
		],
	})),
};

test('a draft is taken up by its digit', async () => {
	const terminal = fakeTerminal(80, 24);
	const choice = open(terminal).start(data);
	await terminal.until(
		text => text.includes('Resume  Signer') && text.includes('Open    Alpha') && text.includes('14/24'),
	);
	terminal.type('1');
	expect(await choice).toEqual({type: 'resume', id: 'd1'});
});

test('drafts of one name are told apart by template, folder and age', async () => {
	const terminal = fakeTerminal(80, 24);
	const drafts = ['~/one', '~/two'].map((folder, index) => ({
		...data.drafts[0]!,
		id: folder,
		folder,
		when: `${index + 1} h ago`,
	}));
	void open(terminal)
		.start({...data, drafts})
		.catch(() => {});
	await terminal.until(
		text =>
			/Signer +spec, in ~\/one, 14\/24, 1 h ago/.test(text) && /Signer +spec, in ~\/two, 14\/24, 2 h ago/.test(text),
	);
});

test('home in a small window says what would do and names the plain mode; in a tiny one only how to leave', async () => {
	const terminal = fakeTerminal(59, 15);
	void open(terminal)
		.start(data)
		.catch(() => {});
	await terminal.until(text => text.includes('60 columns by 16 rows') && text.includes('specwright --plain'));
	terminal.resize(39, 9);
	await terminal.until(text => text.includes('Window too small.') && !text.includes('--plain'));
	terminal.resize(80, 24);
	await terminal.until(text => text.includes('Resume'));
});

test('keys that come in one piece are taken one after another', async () => {
	const terminal = fakeTerminal(80, 24);
	const choice = open(terminal).start(data);
	await terminal.until(text => text.includes('Resume'));
	terminal.type(keys.down + keys.enter);
	expect(await choice).toEqual({type: 'open', path: 'docs/a.md'});
});

test('the template picker shows the outline of the one in hand', async () => {
	const terminal = fakeTerminal(100, 30);
	const choice = open(terminal).start({...data, drafts: [], documents: []});
	await terminal.until(text => text.includes('Alpha summary') && text.includes('required'));
	terminal.type(keys.down);
	await terminal.until(text => text.includes('Beta summary') && !text.includes('Alpha summary'));
	terminal.type(keys.enter);
	expect(await choice).toEqual({type: 'new', template: 'beta'});
});

test('more than nine templates are found by typing', async () => {
	const terminal = fakeTerminal(100, 30);
	const templates = Array.from({length: 30}, (_, index) => ({
		...data.templates[0]!,
		name: `t${index}`,
		title: `Template number ${index}`,
	}));
	const choice = open(terminal).start({drafts: [], documents: [], templates});
	await terminal.until(text => text.includes('Find:'));
	terminal.type('number 27');
	await terminal.until(text => text.includes('› Template number 27'));
	terminal.type(keys.enter);
	expect(await choice).toEqual({type: 'new', template: 't27'});
});

test('a few templates are found by typing too, and have digits as long as nothing is typed', async () => {
	const terminal = fakeTerminal(100, 30);
	const screen = open(terminal);
	const choice = screen.start({...data, drafts: [], documents: []});
	await terminal.until(text => text.includes('› 1 Alpha template') && text.includes('1–9 at once'));
	terminal.type('gam');
	await terminal.until(text => text.includes('› Gamma template') && !text.includes('Alpha template'));
	terminal.type(keys.ctrl('u') + '2');
	expect(await choice).toEqual({type: 'new', template: 'beta'});
});

test('an outline that is longer than the window is read page by page', async () => {
	const terminal = fakeTerminal(100, 24);
	const outline = Array.from({length: 60}, (_, index) => ({title: `Part ${index} of it`, level: 2}));
	const choice = open(terminal).start({drafts: [], documents: [], templates: [{...data.templates[0]!, outline}]});
	await terminal.until(text => text.includes('Part 3 of it') && /\d+ more: PgDn/.test(text));
	for (let page = 0; page < 9; page++) terminal.type('\u001B[6~');
	await terminal.until(text => text.includes('Part 59 of it') && !text.includes('more: PgDn'));
	terminal.type('\u001B[5~'.repeat(9));
	await terminal.until(text => text.includes('Part 3 of it'));
	terminal.type(keys.enter);
	expect(await choice).toEqual({type: 'new', template: 'alpha'});
});

test('without any template the picker says what to do', async () => {
	const terminal = fakeTerminal(80, 24);
	const choice = open(terminal).start({drafts: [], documents: [], templates: []});
	await terminal.until(text => text.includes('No template was found.') && text.includes('specwright new FILE.md'));
	terminal.type(keys.enter + keys.escape);
	expect(await choice).toEqual({type: 'quit', isInterrupted: false});
});

test('every draft can be reached, also where there are more than have digits', async () => {
	const terminal = fakeTerminal(80, 24);
	const drafts = Array.from({length: 40}, (_, index) => ({
		...data.drafts[0]!,
		id: `d${index}`,
		title: `Draft ${index}.`,
	}));
	const choice = open(terminal).start({...data, drafts});
	await terminal.until(text => text.includes('1 Resume  Draft 0.') && /7 New/.test(text));
	terminal.type('\u001B[F');
	await terminal.until(text => text.includes('Draft 39.'));
	terminal.type(keys.enter);
	expect(await choice).toEqual({type: 'resume', id: 'd39'});
});

test('a draft that is open elsewhere says so', async () => {
	const terminal = fakeTerminal(80, 24);
	void open(terminal)
		.start({...data, drafts: [{...data.drafts[0]!, openIn: 4711}]})
		.catch(() => {});
	await terminal.until(text => text.includes('open in process 4711'));
});

test('Escape goes back to home, then out', async () => {
	const terminal = fakeTerminal(80, 24);
	const choice = open(terminal).start(data);
	await terminal.until(text => text.includes('Resume'));
	terminal.type('3');
	await terminal.until(text => text.includes('Choose a template'));
	terminal.type(keys.escape);
	await terminal.until(text => text.includes('Resume'));
	terminal.type(keys.escape);
	expect(await choice).toEqual({type: 'quit', isInterrupted: false});
});

test.each([
	[80, 24],
	[120, 40],
	[200, 60],
])('at %i×%i typed text shows, the cursor stands behind it, and nothing scrolls', async (columns, rows) => {
	const terminal = fakeTerminal(columns, rows);
	const store = storeOf(opened({columns, rows}, {focus: 'summary/one-liner', firstRun: true}));
	void open(terminal)
		.wizard(store)
		.catch(() => {});
	await terminal.until(text => text.includes('One-liner') && text.includes('Type your answer'));
	terminal.type('漢字 ok');
	const text = await terminal.until(shown => shown.includes('漢字 ok') && !shown.includes('Type your answer'));
	const row = text.split('\n').findIndex(line => line.includes('┃ 漢字 ok'));
	expect(terminal.cursor()).toEqual({x: (text.split('\n')[row] ?? '').indexOf('漢') + 7, y: row, isShown: true});
	expect(terminal.rows()[0]).toContain('specwright');
	expect(terminal.rows().at(-1)).toContain('^Q quit');
});

test('a row with two writing directions is drawn as it was typed, and the cursor goes through it as through the text', async () => {
	const terminal = fakeTerminal(80, 24);
	void open(terminal)
		.wizard(storeOf(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'})))
		.catch(() => {});
	await terminal.until(text => text.includes('One-liner'));
	const typed = 'ab שלום 12 مرحبا c';
	terminal.type(typed);
	const text = await terminal.until(shown => shown.includes(`┃ ${typed}`));
	const row = text.split('\n').find(line => line.includes('┃ ab')) ?? '';
	const start = row.indexOf('ab');
	expect(terminal.cursor().x).toBe(start + typed.length);
	// Left goes to the character before in the text, whichever side of it a terminal shows that on.
	terminal.type(keys.left.repeat(3));
	terminal.type('X');
	const behind = 'ab שלום 12 مرحبXا c';
	await terminal.until(shown => shown.includes(`┃ ${behind}`));
	expect(terminal.cursor().x).toBe(start + behind.indexOf('X') + 1);
});

test('keys for the outline that come in one piece filter it', async () => {
	const terminal = fakeTerminal(80, 24);
	const store = storeOf(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}));
	void open(terminal)
		.wizard(store)
		.catch(() => {});
	await terminal.until(text => text.includes('One-liner'));
	terminal.type(keys.escape);
	await terminal.until(text => text.includes('filter'));
	terminal.type('/summ');
	await terminal.until(text => text.includes('Find: summ'));
});

test('the preview follows what is typed', async () => {
	const terminal = fakeTerminal(200, 60);
	void open(terminal)
		.wizard(storeOf(opened({columns: 200, rows: 60}, {focus: 'summary/one-liner'})))
		.catch(() => {});
	await terminal.until(text => text.includes('Target date: YYYY-MM-DD'));
	terminal.type('Sign events');
	await terminal.until(text => /┃ .*One-liner: Sign events/.test(text));
});

test('a diagram is drawn in the preview, and again as it is typed', async () => {
	const terminal = fakeTerminal(200, 60);
	const store = storeOf(opened({columns: 200, rows: 60}, {focus: 'summary/one-liner'}));
	const id = store.getState().form.fields.find(({kind}) => kind === 'code')!.id;
	void open(terminal)
		.wizard(store)
		.catch(() => {});
	await terminal.until(text => /│ A ├─+►│ B │/.test(text) && !text.includes('A --> B'));
	store.dispatch({type: 'go', field: id, now});
	await terminal.until(text => /┃ .*│ A ├─+►│ B │/.test(text));
	store.dispatch({type: 'edit', edit: {type: 'insert', text: 'flowchart LR\n  B --> C'}, now});
	await terminal.until(text => /┃ .*│ B ├─+►│ C │/.test(text));
});

test('a window that changes its size is drawn anew, whole, at once', async () => {
	const terminal = fakeTerminal(120, 40);
	const store = storeOf(opened({columns: 120, rows: 40}, {focus: 'summary/one-liner'}));
	void open(terminal)
		.wizard(store)
		.catch(() => {});
	await terminal.until(text => text.includes('^Q quit') && text.includes('Preview'));
	terminal.resize(80, 24);
	await terminal.until(
		text =>
			text.includes('One-liner') &&
			text.split('\n').at(-1)!.includes('^Q quit') &&
			text.split('\n')[0]!.includes('specwright'),
	);
	terminal.resize(30, 8);
	await terminal.until(text => text.includes('too small'));
	terminal.resize(160, 50);
	await terminal.until(text => text.includes('One-liner') && text.split('\n').at(-1)!.includes('^Q quit'));
	expect(store.getState().size).toEqual({columns: 160, rows: 50});
});

test('the wizard ends with its outcome and the terminal is given back', async () => {
	const terminal = fakeTerminal(80, 24);
	const screen = open(terminal);
	const outcome = screen.wizard(storeOf(opened({columns: 80, rows: 24})));
	await terminal.until(text => text.includes('^Q quit'));
	terminal.type(keys.ctrl('q'));
	expect(await outcome).toEqual({type: 'quit'});
	await screen.close();
	for (const [on, off] of [
		['\u001B[?1049h', '\u001B[?1049l'],
		['\u001B[?2004h', '\u001B[?2004l'],
	] as const) {
		expect(terminal.written().lastIndexOf(off)).toBeGreaterThan(terminal.written().lastIndexOf(on));
	}

	expect(terminal.cursor().isShown).toBe(true);
});

test('while the terminal is lent out nothing is drawn, and afterwards everything', async () => {
	const terminal = fakeTerminal(80, 24);
	const screen = open(terminal);
	const store = storeOf(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}));
	void screen.wizard(store).catch(() => {});
	await terminal.until(text => text.includes('One-liner'));
	let during = '';
	await screen.suspend(() => {
		const before = terminal.written().length;
		store.dispatch({type: 'edit', edit: {type: 'insert', text: 'typed elsewhere'}, now});
		during = terminal.written().slice(before);
	});
	expect(during).toBe('');
	await terminal.until(text => text.includes('typed elsewhere') && text.includes('^Q quit'));
});

test('a fault in drawing is told to whoever waits, and the terminal is given back', async () => {
	const terminal = fakeTerminal(80, 24);
	const screen = open(terminal);
	const store = storeOf(opened({columns: 80, rows: 24}));
	const state = {
		...store.getState(),
		get saved(): never {
			throw new Error('a fault in drawing');
		},
	};
	await expect(screen.wizard({...store, getState: () => state})).rejects.toThrow('a fault in drawing');
	await screen.close();
	expect(terminal.written().lastIndexOf('\u001B[?1049l')).toBeGreaterThan(
		terminal.written().lastIndexOf('\u001B[?1049h'),
	);
});

test('Escape closes an overlay, and a second key in the same chunk still counts', async () => {
	const terminal = fakeTerminal(80, 24);
	const store = storeOf(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}));
	void open(terminal)
		.wizard(store)
		.catch(() => {});
	await terminal.until(text => text.includes('One-liner'));
	terminal.type(keys.ctrl('p') + 'outl');
	await terminal.until(text => text.includes('› outl') && text.includes('Outline'));
	terminal.type(keys.escape);
	await terminal.until(text => text.includes('One-liner') && !text.includes('› outl'));
	terminal.type('ab' + keys.ctrl('u') + 'cd' + keys.tab);
	await terminal.until(text => text.includes('Target date'));
	expect(store.getState().answers.get('summary/one-liner')).toEqual({state: 'answered', value: 'cd'});
});

test('the preview overlay is read up and down and stops at the ends', async () => {
	const terminal = fakeTerminal(80, 24);
	const store = storeOf(opened({columns: 80, rows: 24}, {focus: 'notes/body'}));
	void open(terminal)
		.wizard(store)
		.catch(() => {});
	await terminal.until(text => text.includes('Notes'));
	terminal.type(keys.ctrl('o'));
	await terminal.until(text => /┃ .*Anything else/.test(text));
	for (let press = 0; press < 60; press++) terminal.type(keys.up);
	await terminal.until(text => text.includes('Spec: [Product name]') && text.includes('Status'));
	for (let press = 0; press < 60; press++) terminal.type(keys.down);
	await terminal.until(text => /┃ .*Anything else/.test(text));
	terminal.type(keys.up);
	expect(store.getState().overlay).toBeDefined();
});

test('^L draws the screen anew over what another program wrote there', async () => {
	const terminal = fakeTerminal(80, 24);
	const store = storeOf(opened({columns: 80, rows: 24}));
	const screen = open(terminal);
	void screen.wizard(store).catch(() => {});
	const before = await terminal.until(text => text.includes('Product name') && text.includes('^Q quit'));
	terminal.stdout.write('\u001B[5;1Hsomebody else was here');
	await terminal.until(text => text.includes('somebody else was here'));
	terminal.type(keys.ctrl('l'));
	await terminal.until(() => store.effects.includes('redraw'));
	await screen.redraw();
	expect(await terminal.until(text => !text.includes('somebody') && text.includes('^Q quit'))).toBe(before);
});

test('without templates the picker says so and what to do', async () => {
	const terminal = fakeTerminal(80, 24);
	const choice = open(terminal).start({drafts: [], documents: [], templates: []});
	await terminal.until(
		text =>
			text.includes('No template was found.') && text.includes('`specwright new FILE.md` takes any Markdown file'),
	);
	terminal.type(keys.ctrl('q'));
	expect(await choice).toEqual({type: 'quit', isInterrupted: false});
});

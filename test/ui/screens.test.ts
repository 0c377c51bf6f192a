import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {bindings} from '../../source/keymap/index.ts';
import {asDocument, readForm} from '../../source/core/form/index.ts';
import {gaps, start, update, type Command, type WizardState} from '../../source/core/wizard/index.ts';
import {createLook} from '../../source/ui/drawing/look.ts';
import {interpretPaste} from '../../source/ui/input/interpret.ts';
import {textArea, wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import {themes} from '../../source/theme/index.ts';
import {look, press, rowsOf, screen, surroundings, type} from './on-screen.ts';
import {after, now, opened} from './states.ts';
import {runs} from '../property.ts';

/** Asked whether to replace a file that holds `text`. */
function overwriting(text: string, size = {columns: 80, rows: 24}): WizardState {
	const looked = press(opened(size, {focus: 'summary/one-liner'}), 'ctrl+s', 'enter');
	const path = looked.overlay?.type === 'write' ? looked.overlay.path.lines.join('') : '';
	return after(looked, {
		type: 'target.looked-at',
		path,
		existing: {text, version: '1'},
		repository: {branch: 'main', path},
	});
}

/** A document in which the one-liner is `mine`, and which has `added`, or another one-liner, on disk meanwhile. */
function changedOnDisk(added: string, size: {readonly columns: number; readonly rows: number}, other = 'first') {
	const source = '# Spec\n\nOne-liner: first\n\n## Notes\n\nSome words.\n';
	const form = readForm(source);
	const begun = start({
		form,
		template: {name: 'spec.md', hash: '', origin: 'file'},
		context: {today: '2026-03-04', marker: false, begun: false},
		opened: {answers: asDocument(form).answers, isOwnForm: true, source},
		target: 'spec.md',
		focus: form.fields.find(({label}) => label === 'One-liner')?.id ?? '',
		size,
		savedAt: now,
	});
	if (!begun.ok) throw new Error(begun.problem.summary);
	const mine = after(begun.value, {type: 'edit', edit: {type: 'replace', text: 'mine'}, now});
	return after(press(mine, 'ctrl+s', 'enter'), {
		type: 'target.looked-at',
		path: 'spec.md',
		existing: {text: `${source.replace('first', other)}${added}`, version: '2'},
		isChanged: true,
		repository: {branch: 'main', path: 'spec.md'},
	});
}

const sizes = [
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

/** Where each kind of field stands in the test template. */
function fieldOf(kind: string): string {
	const found = opened({columns: 80, rows: 24}).form.fields.find(field => field.kind === kind);
	if (!found) throw new Error(`no ${kind} in the template`);
	return found.id;
}

describe('the wizard', () => {
	test.each(sizes)(
		'says at %i×%i what is written, how far it is, that it is saved, where one is and what the keys are',
		(columns, rows) => {
			const text = screen(opened({columns, rows}, {focus: fieldOf('date')}));
			expect(text).toContain('specwright');
			expect(text).toMatch(/0% 0\/\d+ required/);
			expect(text).toContain('saved 10:42');
			expect(text).toMatch(/1\. Summary.* › Target date/);
			expect(text).toMatch(/section \d+\/\d+/);
			expect(text).toContain('Tab');
			expect(text).toContain('^Q quit');
		},
	);

	test('shows what is typed, and the meter moves with it', () => {
		const before = opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'});
		const typed = type(before, 'Sign partner events 漢字 👩‍👩‍👧');
		expect(screen(typed)).toContain('Sign partner events 漢字 👩‍👩‍👧');
		const percent = (state: WizardState) => Number(/(\d+)%/.exec(screen(state))?.[1]);
		expect(percent(typed)).toBeGreaterThan(percent(before));
		expect(screen(typed)).toContain('saving');
	});

	test('the cursor stands behind what is typed, wide characters counted as two cells', () => {
		const state = opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'});
		const start = wizardFrame(state, surroundings).cursor;
		const cursorAfter = (text: string) => wizardFrame(type(state, text), surroundings).cursor;
		expect(start).toBeDefined();
		expect(cursorAfter('abc')?.x).toBe((start?.x ?? 0) + 3);
		expect(cursorAfter('漢字')?.x).toBe((start?.x ?? 0) + 4);
		expect(cursorAfter('e\u0301👩‍👩‍👧')?.x).toBe((start?.x ?? 0) + 3);
		expect(cursorAfter('abc')?.y).toBe(start?.y);
	});

	test('a long text scrolls so that its cursor stays on the screen', () => {
		const state = opened({columns: 80, rows: 24}, {focus: fieldOf('prose')});
		const reading = {now, table: bindings, area: textArea(state, look)};
		const pasted = after(
			state,
			...interpretPaste(state, Array.from({length: 200}, (_, index) => `line ${index}`).join('\n'), reading),
		);
		const frame = wizardFrame(pasted, surroundings);
		expect(frame.cursor?.y).toBeLessThan(22);
		expect(rowsOf(frame)[frame.cursor?.y ?? 0]).toContain('line 199');
	});

	test('a paste into one line stays one answer and goes nowhere', () => {
		const state = opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'});
		const reading = {now, table: bindings, area: textArea(state, look)};
		const pasted = after(state, ...interpretPaste(state, 'first\r\nsecond\r', reading));
		expect(pasted.focus).toBe('summary/one-liner');
		expect(screen(pasted)).toContain('first second');
	});

	test('says that nothing is saved when the draft could not be written', () => {
		const state = after(opened({columns: 80, rows: 24}), {
			type: 'draft.failed',
			problem: {code: 'io.full', summary: 'The disk is full.', exit: 3},
		});
		expect(screen(state)).toContain('NOT SAVED');
		expect(screen(state)).toContain('The disk is full.');
	});

	test.each(sizes)(
		'at %i×%i the answers that count and all answers are told, in all and for the section',
		(columns, rows) => {
			const source = '# [Name]\n\n## Goal\n\n[The goal]\n\n## Extras (optional)\n\nWho: [name]\n\nWhy: [reason]\n';
			const begun = type(opened({columns, rows}, {source, focus: 'extras/who'}), 'Ada');
			expect(screen(begun)).toContain('0/2 required, 1/3 all');
			expect(screen(begun)).toMatch(/1\/1 optional here +section 3\/3/);
			expect(screen(press(begun, 'ctrl+t'))).toMatch(/Goal +0\/1 empty[\s\S]*Extras +1\/1 done/);
			const atGoal = opened({columns, rows}, {source, focus: 'goal/body'});
			expect(screen(atGoal)).toMatch(/0\/1 here +section 2\/3/);
			// The title's section holds the whole document; what is told there is the title's own.
			expect(screen(opened({columns, rows}, {source}))).toMatch(/0\/1 here +section 1\/3/);
		},
	);

	test('a block with a long name says which of how many it is, and the key that adds another', () => {
		const name = 'Table or collection that the service keeps its own data in';
		const source = `# T\n\n## ${name}: [name]\n\nPurpose: [what]\n\n[Repeat for each table]\n`;
		const one = opened(
			{columns: 80, rows: 24},
			{source, focus: 'table-or-collection-that-the-service-keeps-its-own-data-in/name'},
		);
		expect(screen(one)).toMatch(/1 of 1, Alt\+A adds another/);
		expect(screen(press(one, 'alt+a'))).toMatch(/2 of 2, Alt\+A adds another/);
	});

	test('a long notice is told to its end, and the field and the keys stay where they can be seen', () => {
		const problem = {
			code: 'editor.none',
			summary: 'The editor command "a|b" can\'t be used: it has "|" in it, which only a shell understands.',
			next: 'Set EDITOR to a program and its options, such as: code --wait.',
			exit: 2,
		} as const;
		for (const [columns, rows] of [[60, 16], ...sizes] as const) {
			const state = after(opened({columns, rows}, {focus: 'summary/one-liner'}), {type: 'editor.closed', problem, now});
			const text = screen(state);
			expect(text.replaceAll(/\s+/g, ' ')).toContain('such as: code --wait.');
			expect(text.split('\n')).toHaveLength(rows);
			expect(text).toContain('what are we building');
			expect(text.split('\n').at(-1)).toContain('^Q quit');
		}
	});

	test('a choice is taken by its digit and marked without colour', () => {
		const state = type(opened({columns: 80, rows: 24}, {focus: fieldOf('choice')}), '2');
		expect(screen(state)).toMatch(/› 2 ◉ In Review/);
		expect(screen(state)).toMatch(/1 ○ Draft/);
	});

	test('a table is a grid where it fits and a card where it does not', () => {
		const wide = type(opened({columns: 120, rows: 40}, {focus: fieldOf('table')}), 'Keys leak');
		expect(screen(wide)).toMatch(/›Risk +│ Impact +│ Owner/);
		expect(screen(wide)).toMatch(/› Keys leak/);
		const columns = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(letter => `Column ${letter}`);
		const source = `# T\n\n## Big\n\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(7)}\n| ${columns.map(name => `<${name}>`).join(' | ')} |\n`;
		const form = opened({columns: 80, rows: 24}, {source});
		const table = form.form.fields.find(({kind}) => kind === 'table');
		expect(screen(type(opened({columns: 80, rows: 24}, {source, focus: table?.id ?? ''}), 'x'))).toMatch(
			/Row 1 of 1[\s\S]*› Column a: +x/,
		);
	});

	test('in a grid of fixed rows each row says what it asks for itself', () => {
		const source =
			'# T\n\n## Roles\n\n| Role | Does |\n| --- | --- |\n| Author | [writes] |\n| Reader | [reads and asks] |\n| Guest | |\n';
		const first = opened({columns: 80, rows: 24}, {source, focus: 'roles/body'});
		expect(screen(first)).toContain('Does: [writes]');
		const second = press(first, 'down');
		expect(screen(second)).toContain('Does: [reads and asks]');
		expect(screen(press(second, 'down'))).not.toContain('Does:');
	});

	test('bullets that ask are called topics and stand below the guidance; notes on repeating are no guidance', () => {
		const topics = '# T\n\n## Safety\n> A sentence each.\n\n- Access control\n- Secrets handling\n- Audit logging\n';
		expect(screen(opened({columns: 80, rows: 24}, {source: topics, focus: 'safety/body'}))).toMatch(
			/A sentence each\.\s+Topics:\s+- Access control\s+- Secrets/,
		);
		const repeated = '# T\n\n## Part: [name]\n\n- **Purpose:** [what]\n\n[Repeat for each part]\n';
		expect(screen(opened({columns: 80, rows: 24}, {source: repeated, focus: 'part/purpose'}))).not.toContain('Repeat');
	});

	test('what is wrong with an answer is told in words alone, at the field and in the review', () => {
		const state = opened({columns: 120, rows: 40}, {focus: fieldOf('prose')});
		const broken = after(state, {type: 'edit', edit: {type: 'insert', text: '```\nopen fence'}, now});
		expect(screen(broken)).toMatch(/✗ /);
		expect(screen(broken)).not.toContain('notes/body');
		expect(screen(press(broken, 'alt+r'))).not.toContain('notes/body');
		const link = '# T\n\n- **Runbook:** [path or URL]\n';
		const slip = type(
			opened({columns: 80, rows: 24}, {source: link, focus: 'document/runbook'}),
			'https//example.org/a',
		);
		expect(screen(slip)).toContain('✗ "https//example.org/a" is no web address.');
	});

	test('the outline tells each state in a glyph and a word', () => {
		const state = press(type(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}), 'x'), 'ctrl+t');
		expect(screen(state)).toMatch(/◐ +1\. Summary.*part/);
		expect(screen(state)).toMatch(/○ +2\. Goals.*empty/);
	});

	test('the outline is filtered by typing behind the slash', () => {
		const state = type(press(opened({columns: 80, rows: 24}), 'ctrl+t'), '/');
		expect(screen(type(state, 'risk'))).toContain('3. Risks');
		expect(screen(type(state, 'risk'))).not.toContain('2. Goals');
	});

	test('the filter finds fields too, and Escape comes back to the section in hand', () => {
		const state = type(press(opened({columns: 80, rows: 24}, {focus: fieldOf('prose')}), 'ctrl+t'), '/');
		const found = type(state, 'one-l');
		expect(screen(found)).toMatch(/One-liner +empty/);
		expect(press(found, 'enter').focus).toBe('summary/one-liner');
		expect(screen(press(found, 'escape'))).toMatch(/› *○ +6\. Notes/);
	});

	test('the palette finds commands, sections and fields', () => {
		const state = type(press(opened({columns: 80, rows: 24}), 'ctrl+p'), 'write');
		expect(screen(state)).toMatch(/Write the document.*\^S/);
	});

	test('not applicable asks why and then says so at the field', () => {
		const asked = press(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}), 'ctrl+n');
		expect(screen(asked)).toContain('does not apply');
		const marked = press(type(asked, 'no summary needed'), 'enter');
		expect(screen(marked)).toContain('n/a because no summary needed');
		const bare = press(asked, 'enter');
		expect(screen(bare)).toContain('n/a, reason missing');
		expect(screen(press(bare, 'ctrl+n'))).toContain('does not apply');
	});

	test('the key that takes an offer does so only where the offer is shown', () => {
		const source = '# A\n\n- **Created:** YYYY-MM-DD\n';
		const blank = opened({columns: 80, rows: 24}, {source});
		expect(screen(blank)).toContain('2026-03-04');
		const marked = press(type(press(blank, 'ctrl+n'), 'never begun'), 'enter');
		expect(screen(marked)).not.toContain('2026-03-04');
		expect(screen(press(marked, 'right'))).toContain('n/a because never begun');
	});

	test('a name begun shows who is meant; right takes the first, down and Enter another, Tab none', () => {
		const people = ['Grace Hopper', 'Grace Kelly\u001B[2J'];
		const blank = opened({columns: 80, rows: 24}, {source: '# A\n\n- **Reviewers:** [Names]\n- **Team:** [text]\n'});
		const begun = type({...blank, context: {...blank.context, people}}, 'Ada, gr');
		expect(screen(begun)).toMatch(/› Grace Hopper .*→ takes this name/);
		expect(screen(begun)).toMatch(/^ {5}Grace Kelly/m);
		expect(screen(press(begun, 'right'))).toMatch(/┃ Ada, Grace Hopper$/m);
		const gone = press(begun, 'down');
		expect(screen(gone)).toMatch(/› Grace Kelly/);
		expect(screen(press(gone, 'enter'))).toMatch(/┃ Ada, Grace Kelly/);
		expect(screen(press(gone, 'tab', 'shift+tab'))).toMatch(/┃ Ada, gr$/m);
		// Where the author went to none, Enter is what it always is.
		expect(screen(press(begun, 'enter', 'shift+tab'))).toMatch(/┃ Ada, gr$/m);
	});

	test('an answer that cannot be written is named before the file is written without it', () => {
		const notes = opened({columns: 80, rows: 24}, {focus: 'notes/body'});
		const asked = press(type(notes, '```sh'), 'ctrl+s', 'enter');
		expect(screen(asked)).toMatch(/An answer cannot stand in the document/);
		expect(screen(asked)).toMatch(/begins on line 1/);
		expect(screen(asked)).toMatch(/y go there .* n write without/);
		expect(screen(press(asked, 'y'))).toContain('```sh');
	});

	test('what is open, and the dates that fill themselves, add up to what the meter leaves', () => {
		const source = '# [Title]\n\n- **Created:** YYYY-MM-DD\n- **Name:** [name]\n';
		const asked = press(opened({columns: 80, rows: 24}, {source}), 'ctrl+s');
		expect(screen(asked)).toContain('0/3 required');
		expect(screen(asked)).toContain('2 required answers are still open');
		expect(screen(asked)).toContain('One more is a date');
		const review = press(opened({columns: 80, rows: 24}, {source}), 'alt+r');
		expect(screen(review)).toMatch(/2 required answers open, 1 date filled in when written/);
	});

	test('the review lists what is open', () => {
		const state = press(opened({columns: 80, rows: 24}), 'alt+r');
		expect(screen(state)).toMatch(/Review.*0%/);
		expect(screen(state)).toContain('One-liner');
	});

	/** A document with a table of open questions, as it is opened. */
	function asking(rows: string) {
		const source = `# Plan\n\n## Open questions\n\n| ID | Question | Status | Owner | Due |\n| --- | --- | --- | --- | --- |\n${rows}`;
		const form = readForm(source);
		const begun = start({
			form,
			template: {name: 'plan.md', hash: '', origin: 'file'},
			context: {today: '2026-03-04', marker: false, begun: false},
			opened: {answers: asDocument(form).answers, isOwnForm: true, source},
			size: {columns: 80, rows: 24},
			savedAt: now,
		});
		if (!begun.ok) throw new Error(begun.problem.summary);
		return begun.value;
	}

	test('the review lists the questions that have no answer yet, and Enter leads to them', () => {
		const rows = '| Q1 | Who pays? | Open | Ada | 2026-03-01 |\n| Q2 | Who signs? | Blocked by the vendor | Bo | |\n';
		const begun = asking(`${rows}| Q3 | Who goes? | Resolved | | |\n`);
		const review = press(begun, 'alt+r');
		expect(screen(review)).toMatch(/Q1 Who pays\? +open, owner Ada, due 2026-03-01, overdue/);
		expect(screen(review)).toMatch(/Q2 Who signs\? +Blocked by the vendor, owner Bo/);
		expect(screen(review)).toContain('2 questions without an answer');
		expect(screen(review)).not.toContain('Who goes?');
		const at = gaps(review).findIndex(({kind}) => kind === 'question');
		const there = press(review, ...Array.from({length: at}, () => 'down'), 'enter');
		expect(there.focus).toBe('open-questions/body');
	});

	test('the review shows how a question stands, however long it is', () => {
		const long = 'Who pays for all of this, and from which budget of which house in the very end?';
		const rows = `| Q1 | ${long} | Open | Ada | 2026-03-01 |\n| Q2 | 誰が払うのか、どの予算から、そしていつまでにそれを決めるのか | Blocked | | |\n`;
		const begun = asking(rows);
		const lines = screen(press(begun, 'alt+r')).split('\n');
		expect(lines.find(line => line.includes('? Q1'))).toMatch(
			/Q1 Who pays for all.*…  open, owner Ada, due 2026-03-01, ov/,
		);
		expect(lines.find(line => line.includes('? Q2'))).toMatch(/Q2 誰が.*  blocked/);
		for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(80);
	});

	test('a finding in text that is no answer is told with its section and line, and Enter leads to it', () => {
		const source = '# Plan\n\nFIXME later.\n\n## Why\n\nReason: [why]\n\nSome words, TODO more.\n';
		const form = readForm(source);
		const answers = new Map([['why/reason', {state: 'answered', value: 'Speed'}]] as const);
		const begun = start({
			form,
			template: {name: 'plan.md', hash: '', origin: 'file'},
			context: {today: '2026-03-04', marker: false, begun: false},
			opened: {answers, isOwnForm: true, source},
			size: {columns: 80, rows: 24},
			savedAt: now,
		});
		if (!begun.ok) throw new Error(begun.problem.summary);
		const review = press(begun.value, 'alt+r');
		const rowOf = (word: string) => gaps(review).findIndex(({reason}) => reason.includes(word));
		const at = (word: string) => press(review, ...Array.from({length: rowOf(word)}, () => 'down'));
		expect(screen(review)).toMatch(/Why +line 9: "TODO" is left/);
		expect(screen(review)).toMatch(/Plan +line 3: "FIXME" is left/);
		const near = press(at('TODO'), 'enter');
		expect(near.focus).toBe('why/reason');
		expect(screen(near)).toContain('line 9: "TODO"');
		expect(press(at('FIXME'), 'enter').overlay).toMatchObject({
			type: 'preview',
			at: {from: source.indexOf('FIXME')},
		});
	});

	test('writing asks for the path, shows what would change, and says what a commit takes', () => {
		const asked = press(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}), 'ctrl+s');
		expect(screen(asked)).toMatch(/File: \S+\.md/);
		const overwrite = overwriting('old words\n');
		expect(screen(overwrite)).toContain('-old words');
		expect(screen(overwrite)).toMatch(/y .*replace/);
		const commit = press(overwrite, 'y');
		expect(screen(commit)).toContain('on main');
		const message = press(commit, 'y');
		expect(screen(message)).toMatch(/Message:\n ┃ docs: /);
		expect(screen(message)).toContain('Enter writes and commits. ↓ goes to its body.');
	});

	test('a footer offers to go down in a difference only while there is more of it', () => {
		const size = {columns: 80, rows: 24};
		const small = changedOnDisk('', size, 'second');
		expect(screen(small)).toContain('+One-liner: second');
		expect(screen(small)).not.toContain('↓ down');
		const large = changedOnDisk('More words.\n\n'.repeat(30), size);
		expect(screen(large)).toContain('more below');
		expect(screen(large)).toContain('↓ down  PgDn page down');
		expect(screen(press(large, 'pagedown', 'pagedown', 'pagedown'))).not.toContain('↓ down');
	});

	test('a message takes a body below its subject, where Enter begins lines and ^S commits', () => {
		const asked = press(overwriting('# Old\n'), 'y', 'y');
		const body = press(type(press(asked, 'down'), 'Because.'), 'enter');
		expect(screen(body)).toMatch(/┃ docs: .*\n ┃\n ┃ Because\.\n ┃\n/);
		expect(screen(body)).toContain('Enter begins a new line. ^S writes and commits.');
		expect(screen(body)).toMatch(/^ \^S commit {2}Tab branch {2}\^G editor {2}Esc back {2}\^Q quit$/m);
		expect(press(body, 'ctrl+s').overlay).toMatchObject({step: 'working'});
		// Back in the first line Enter commits as it does without a body.
		expect(press(body, 'up', 'up', 'up', 'enter').overlay).toMatchObject({step: 'working'});
	});

	test.each(sizes)('a long message is scrolled at %i×%i, and its long subject told', (columns, rows) => {
		const asked = press(overwriting('# Old\n', {columns, rows}), 'y', 'y', 'alt+s');
		const pasted = interpretPaste(asked, `${'w'.repeat(80)}\n\n${'line\n'.repeat(100)}end`, {
			now,
			table: bindings,
			area: textArea(asked, look),
		});
		const text = screen(after(asked, ...pasted));
		expect(text).toContain('┃ end');
		expect(text).toContain('The first line is 80 characters wide');
		expect(text).toContain('^S writes and commits');
		expect(Math.max(...text.split('\n').map(row => stringWidth(row)))).toBeLessThanOrEqual(columns);
	});

	test('what is not saved is told with the key that tries again, wherever one is, and only then', () => {
		const state = type(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}), 'Words');
		expect(screen(state)).not.toContain('Alt+T');
		const problem = {
			code: 'draft.enospc',
			summary: 'Could not write the draft: the disk is full.',
			next: 'Make room on the disk, then try again.',
			exit: 3,
		} as const;
		const full = after(state, {type: 'draft.failed', problem});
		const told = screen(full).replaceAll(/[\s─]+/g, ' ');
		expect(told).toContain('Not saved: Could not write the draft: the disk is full. Make room on the disk');
		expect(told).toContain('What you type stays in memory; Alt+T tries again.');
		for (const there of [full, press(full, 'ctrl+t'), press(full, 'ctrl+s'), press(full, 'ctrl+c')])
			expect(screen(there)).toContain('Alt+T save again');
		expect(update(full, {type: 'command', command: 'draft.save', now})[1]).toEqual([
			{type: 'draft.save', urgent: true},
		]);
		const saved = after(full, {type: 'draft.saved', revision: full.revision, at: now});
		expect(screen(saved)).not.toContain('Alt+T');
		expect(screen(press(saved, 'alt+t'))).toContain('Alt+T does nothing here.');
		const taken = after(state, {type: 'draft.failed', problem: {...problem, code: 'draft.taken', exit: 5}});
		expect(screen(taken)).not.toContain('tries again');
	});

	test('what is committed, in which repository and on which branch is shown before it is agreed to', () => {
		const {overlay} = overwriting('');
		const path = overlay?.type === 'write' ? overlay.path.lines.join('') : '';
		const repository = {
			branch: 'main',
			path: `docs/${path}`,
			folder: '~/work/of-a-name-that-has-to-be-wrapped/project',
		};
		const asked = after(overwriting(''), {type: 'target.looked-at', path, repository});
		const unwrapped = (text: string): string => text.replaceAll(/\s+/g, '');
		expect(unwrapped(screen(asked))).toContain(
			unwrapped(`Only docs/${path} is committed, on main, in the git repository ${repository.folder}.`),
		);
		const message = press(asked, 'y');
		expect(screen(message)).toContain(`Commit on: main in ${repository.folder}`);
	});

	test('Enter replaces no file and commits nothing; y does', () => {
		const asked = overwriting('old words\n');
		expect(press(asked, 'enter', 'enter').overlay).toMatchObject({type: 'write', step: 'overwrite'});
		const commit = press(asked, 'y');
		expect(commit.overlay).toMatchObject({type: 'write', step: 'commit'});
		expect(press(commit, 'enter').overlay).toMatchObject({type: 'write', step: 'commit'});
	});

	test.each(sizes)('at %i×%i the difference takes all the room there is, and is read to its end', (columns, rows) => {
		const old = Array.from({length: 150}, (_, index) => `old line ${index}\n`).join('');
		const asked = overwriting(old, {columns, rows});
		const shownRows = (state: WizardState) => rowsOf(wizardFrame(state, surroundings));
		expect(shownRows(asked).filter(row => /[+-]/.test(row))).not.toHaveLength(0);
		// Above and below the difference are the header, what is asked and the keys; nothing of the room is empty.
		expect(shownRows(asked).filter(row => row === '' || /^[ │]*$/.test(row)).length).toBeLessThanOrEqual(3);
		let state = asked;
		for (let page = 0; page < 40; page++) state = press(state, 'pagedown');
		expect(screen(asked)).toContain('-old line 0');
		expect(screen(state)).toContain('<!-- specwright: spec');
		const read = press(state, 'up');
		expect(screen(read)).not.toBe(screen(state));
		expect(screen(press(state, 'down'))).toBe(screen(state));
		expect(screen(state)).toMatch(/Replace it\?[\s\S]* y yes/);
	});

	test.each(sizes)('at %i×%i what changed on disk takes the room that the three answers leave', (columns, rows) => {
		const theirs = Array.from({length: 150}, (_, index) => `their line ${index}\n`).join('');
		const asked = changedOnDisk(theirs, {columns, rows});
		expect(screen(asked)).toContain('+their line 0');
		for (const words of [/m mine/, /t theirs/, /b both/]) expect(screen(asked)).toMatch(words);
		expect(screen(asked)).toMatch(/m mine  t theirs  b both  Esc back/);
		const empty = rowsOf(wizardFrame(asked, surroundings)).filter(row => /^[ │]*$/.test(row));
		// Below the heading and the path, inside the difference, and above the answers.
		expect(empty.length).toBeLessThanOrEqual(5);
		for (const words of ['Both together', '-One-liner: first', '+One-liner: mine'])
			expect(screen(press(asked, 'b'))).toContain(words);
		expect(press(press(asked, 'b'), 'n').overlay).toMatchObject({step: 'conflict'});
		expect(press(press(asked, 'm'), 'y').overlay).toMatchObject({step: 'commit', both: false});
	});

	test('lines that both changed are told, and there is no key that brings them together', () => {
		const asked = changedOnDisk('', {columns: 80, rows: 24}, 'theirs');
		expect(screen(asked)).toMatch(/line \d+: mine “One-liner: mine”, theirs “One-liner: theirs”/);
		// Neither among the answers nor among the keys.
		expect(screen(asked)).not.toMatch(/b both/);
		expect(screen(asked)).toMatch(/m mine  t theirs  Esc back/);
		expect(press(asked, 'b').overlay).toMatchObject({step: 'conflict'});
	});

	test('a block that goes is told, with the key that brings it back', () => {
		const source = '# [Title]\n\n## Component: <name>\n\n- **Purpose:** <what it does>\n';
		const one = opened({columns: 80, rows: 24}, {source});
		const named = type(press(one, 'tab'), 'Signer');
		const gone = press(press(named, 'alt+a'), 'alt+x');
		expect(screen(gone)).toMatch(/Component 2 of 2 was removed[^]*\^_\s+brings it back/);
		expect(screen(press(gone, 'ctrl+_'))).not.toContain('brings it back');
		expect(screen(press(press(gone, 'ctrl+_'), 'tab'))).toContain('2 of 2');
	});

	test('^S while it is written throws nothing away that was typed', () => {
		const typed = type(press(opened({columns: 80, rows: 24}), 'ctrl+s'), '-two');
		expect(screen(press(typed, 'ctrl+s'))).toContain('-two');
	});

	test('quitting with something that is not saved tells why once', () => {
		const problem = {code: 'io.full', summary: 'The disk is full.', exit: 3} as const;
		const state = after(opened({columns: 80, rows: 24}), {type: 'draft.failed', problem});
		const asked = screen(press(state, 'ctrl+c'));
		expect(asked.split('The disk is full.')).toHaveLength(2);
		expect(asked).toMatch(/NOT SAVED[^]*Quit\?[^]*only in memory[^]*Alt\+T save again/);
	});

	test('quitting says that the draft is kept', () => {
		expect(screen(press(opened({columns: 80, rows: 24}), 'ctrl+c'))).toMatch(/draft is saved[\s\S]*goes on writing/);
	});

	test('a document without a word says that there is nothing to preview', () => {
		const state = press(opened({columns: 80, rows: 24}), 'ctrl+o');
		const frame = wizardFrame(state, {...surroundings, preview: []});
		expect(rowsOf(frame).join('\n')).toContain('Nothing to preview yet: the document is empty.');
	});

	test('small windows say so, and how to leave', () => {
		expect(screen(opened({columns: 59, rows: 20}))).toContain('too small for the form');
		expect(screen(opened({columns: 39, rows: 20}))).toContain('too small');
		expect(screen(opened({columns: 39, rows: 20}))).toContain('^Q');
	});

	test('small windows offer one question at a time, and take no other key for the form that they do not show', () => {
		const small = opened({columns: 59, rows: 20});
		expect(screen(small)).toContain('press Enter: one question at a time');
		const left = press(small, 'enter');
		expect(left.outcome).toEqual({type: 'in-lines'});
		expect(update(left, {type: 'reopened'})[0]).toEqual(small);
		const typed = press(small, 'x', 'tab', 'escape');
		expect(typed).toEqual(small);
		const tiny = opened({columns: 39, rows: 9});
		expect(press(tiny, 'enter', 'x')).toEqual(tiny);
	});

	test('a small window asks whether to quit, and agrees to nothing else unseen', () => {
		const asked = press(opened({columns: 39, rows: 9}), 'ctrl+c');
		expect(screen(asked)).toContain('Quit? y or n');
		expect(press(asked, 'n').overlay).toBeUndefined();
		expect(press(asked, 'y').outcome).toEqual({type: 'quit'});
		const large = press(opened({columns: 80, rows: 24}), 'ctrl+s', 'enter');
		const shrunk = {...large, size: {columns: 59, rows: 20}};
		expect(press(shrunk, 'y')).toEqual(shrunk);
	});

	test('with ASCII glyphs alone nothing else is drawn', () => {
		const ascii = createLook({theme: themes.mono, ascii: true});
		for (const name of ['', 'ctrl+t', 'ctrl+p', 'alt+r', 'alt+h', 'ctrl+s', 'ctrl+c']) {
			const state =
				name === ''
					? opened({columns: 120, rows: 40}, {firstRun: true})
					: press(opened({columns: 120, rows: 40}), name);
			expect(rowsOf(wizardFrame(state, {look: ascii, table: bindings})).join('\n')).toMatch(/^[\n -~]*$/);
		}
	});
});

describe('the keys that the footer tells', () => {
	const footerOf = (state: WizardState): string => screen(state).split('\n').at(-1) ?? '';
	const at = (kind: string) => opened({columns: 80, rows: 24}, {focus: fieldOf(kind)});

	test.each(['text', 'date', 'prose', 'list', 'table', 'checklist', 'choice', 'code'])(
		'at 80 columns in a field of kind %s have the ways on, to write and out',
		kind => {
			expect(footerOf(at(kind))).toMatch(/Tab next.*\^S write.*\^Q quit/);
		},
	);

	test.each(['text', 'date', 'prose', 'list', 'table', 'checklist', 'choice', 'code'])(
		'at 60 columns in a field of kind %s have the ways on, to the commands, to write and out, in full',
		kind => {
			const narrow = opened({columns: 60, rows: 16}, {focus: fieldOf(kind)});
			expect(footerOf(narrow)).toMatch(/Tab next.*\^P commands.*\^S write.*\^Q quit$/);
		},
	);

	test('name the help wherever there is room for it beside these, once', () => {
		for (const kind of ['text', 'prose', 'table', 'choice']) {
			expect(footerOf(at(kind))).toMatch(/Alt\+H help/);
		}

		const wide = footerOf(press(opened({columns: 200, rows: 60}), 'alt+r'));
		expect(wide).toContain('? help');
		expect(wide.match(/help/g)).toHaveLength(1);
	});

	test('name your editor where there is a text for it, and nowhere else', () => {
		const wide = (kind: string) => footerOf(opened({columns: 200, rows: 60}, {focus: fieldOf(kind)}));
		expect(wide('prose')).toContain('^G editor');
		expect(wide('table')).toContain('^G editor');
		expect(wide('choice')).not.toContain('^G');
		expect(wide('checklist')).not.toContain('^G');
	});

	test('take with Space and go on with Enter where several may be taken', () => {
		const source = '# T\n\n## Reach\n\n- **Platforms:** [Linux / macOS / Windows]\n';
		const one = at('choice');
		expect(footerOf(one)).toContain('Enter take');
		const several = opened({columns: 80, rows: 24}, {source, focus: 'reach/platforms'});
		expect(several.form.fields.find(({id}) => id === several.focus)?.multiple).toBe(true);
		expect(footerOf(several)).toMatch(/Space take.*Enter go on/);
	});

	test('add, copy and drop rows where the table grows', () => {
		const wide = opened({columns: 120, rows: 40}, {focus: fieldOf('table')});
		expect(footerOf(wide)).toMatch(/Alt\+A add.*Alt\+D copy.*Alt\+X drop/);
	});

	test('tick a fixed checklist with Space alone', () => {
		expect(footerOf(at('checklist'))).toContain('Space tick');
		expect(footerOf(at('checklist'))).not.toContain('^X');
	});

	test('in a question are those that answer it, and how to leave', () => {
		const writing = press(opened({columns: 120, rows: 40}), 'ctrl+s');
		expect(footerOf(writing).trim()).toBe('Enter go on  Esc back  ^Q quit');
		const asked = press(at('date'), 'ctrl+n');
		expect(footerOf(asked).trim()).toBe('Enter go on  Esc back  ^Q quit');
		// They work there all the same: nobody is trapped.
		expect(press(writing, 'ctrl+t').overlay?.type).toBe('outline');
	});

	test('do a command and go to a place', () => {
		const palette = press(at('date'), 'ctrl+p');
		expect(footerOf(palette)).toContain('Enter do it');
		expect(footerOf(type(palette, 'one-liner'))).toContain('Enter go there');
		expect(footerOf(type(palette, 'no such thing anywhere'))).not.toContain('Enter');
	});

	test('lead nowhere from a review that found nothing', () => {
		const source = '# T\n\n## Goal\n\n[The goal]\n';
		const done = type(opened({columns: 80, rows: 24}, {source, focus: 'goal/body'}), 'Sleep.');
		const reviewed = press(type(press(done, 'shift+tab'), 'Title'), 'alt+r');
		expect(screen(reviewed)).toContain('Nothing is missing');
		expect(footerOf(reviewed)).not.toContain('Enter');
		expect(footerOf(press(at('date'), 'alt+r'))).toContain('Enter go there');
	});
});

test('the help does not call a key live that means something else here', () => {
	const help = (kind: string) => screen(press(opened({columns: 100, rows: 60}, {focus: fieldOf(kind)}), 'alt+h'));
	const live = (text: string) => text.split('Keys that work elsewhere')[0] ?? '';
	expect(live(help('table'))).toContain('add a row');
	expect(live(help('table'))).not.toContain('add another block');
	expect(live(help('date'))).not.toContain('this block');
	expect(live(help('date'))).not.toContain('keep what the template says');
	const source =
		'# T\n\n## Part [Name]\n\n[Repeat for each part]\n\n**Due:** YYYY-MM-DD\n\n## Notes\n\n**Version:** 1.0\n';
	const size = {columns: 100, rows: 60};
	const {form} = opened(size, {source});
	const inBlock = form.fields.find(({repeat}) => repeat !== undefined);
	const brought = form.fields.find(({prefilled}) => prefilled);
	expect([inBlock, brought]).not.toContain(undefined);
	const at = (focus: string) => live(screen(press(opened(size, {source, focus}), 'alt+h')));
	expect(at(inBlock?.id ?? '')).toContain('add another block');
	expect(at(brought?.id ?? '')).toContain('keep what the template says');
	expect(at(brought?.id ?? '')).not.toContain('add another block');
});

test('the help has the first letters that take an option', () => {
	const state = opened({columns: 100, rows: 60}, {focus: fieldOf('choice')});
	expect(screen(press(state, 'alt+h'))).toMatch(/a–z +in a choice: take the next option that begins with that letter/);
});

test('a message step names the key for a new line as the table has it', () => {
	const table = bindings.map(one =>
		one.scope === 'body' && one.keys.includes('enter') ? {...one, keys: ['alt+enter']} : one,
	);
	const body = press(overwriting('# Old\n'), 'y', 'y', 'down');
	expect(rowsOf(wizardFrame(body, {look, table})).join('\n')).toContain('Alt+Enter begins a new line.');
});

test('how much is selected is said in words too', () => {
	const typed = type(opened({columns: 80, rows: 24}, {focus: fieldOf('prose')}), 'alpha beta');
	expect(screen(press(typed, 'shift+left'))).toContain('1 character selected');
	expect(screen(press(typed, 'ctrl+shift+left'))).toContain('4 characters selected');
	expect(screen(press(typed, 'enter', 'alt+s'))).toContain('2 lines selected');
	expect(screen(press(typed, 'alt+s', 'left'))).not.toContain('selected');
});

test("a cell goes to the author's editor with its lines, and comes back with them", () => {
	const state = type(opened({columns: 80, rows: 24}, {focus: fieldOf('table')}), 'one<br>two');
	const [asked, effects] = update(state, {type: 'command', command: 'field.editor', now});
	expect(effects).toContainEqual(expect.objectContaining({type: 'editor.open', text: 'one\ntwo'}));
	const back = after(asked, {type: 'editor.closed', text: 'one\ntwo\nthree\n', now});
	expect(screen(back)).toContain('one<br>two<br>three');
});

const commands: readonly Command[] = [
	'field.next',
	'field.previous',
	'section.next',
	'field.not-applicable',
	'field.use-default',
	'field.undo',
	'cell.next',
	'row.add',
	'row.remove',
	'view.outline',
	'view.preview',
	'view.help',
	'view.palette',
	'view.review',
	'view.close',
	'list.up',
	'list.down',
	'list.choose',
	'list.toggle',
	'list.filter',
	'document.write',
	'wizard.interrupt',
	'confirm.yes',
	'confirm.no',
];

const hostile = fc.oneof(
	fc.string({unit: 'grapheme', maxLength: 40}),
	fc.constantFrom(
		'漢字かな交じり文',
		'👩‍👩‍👧🇩🇪',
		'e\u0301\u0302',
		'\u202Eabc',
		'\u001B[31mred',
		'a'.repeat(300),
		'שלום',
		'\t\tx',
		'word '.repeat(40),
	),
);

test('a table that is half filled says what it still holds once, not for every cell', () => {
	const source =
		'# T\n\n## Owners\n\n| Area | Lead | Deputy |\n|---|---|---|\n| API | <name> | <name> |\n| Data | <name> | <name> |\n';
	const state = after(opened({columns: 100, rows: 30}, {source, focus: 'owners/body'}), {
		type: 'edit',
		edit: {type: 'insert', text: 'Ada'},
		now,
	});
	const text = rowsOf(wizardFrame(state, surroundings)).join('\n');
	expect(text).toMatch(/\(and 2\s+more\)/);
	expect(text.split("still has the template's")).toHaveLength(2);
});

test('no state is drawn wider or higher than the window, and the cursor is inside', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 220}),
			fc.integer({min: 1, max: 70}),
			fc.array(
				fc.oneof(
					fc.constantFrom(...commands).map(command => ({command})),
					hostile.map(text => ({text})),
				),
				{maxLength: 25},
			),
			fc.boolean(),
			(columns, rows, steps, firstRun) => {
				let state = opened({columns, rows}, {firstRun});
				for (const step of steps) {
					state =
						'command' in step
							? after(state, {type: 'command', command: step.command, now})
							: after(state, {type: 'edit', edit: {type: 'insert', text: step.text}, now});
				}

				const frame = wizardFrame(state, surroundings);
				for (const {rect, text} of frame.panes) {
					const lines = text.split('\n');
					expect(lines).toHaveLength(rect.height);
					for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(rect.width);
					expect(rect.x + rect.width).toBeLessThanOrEqual(columns);
					expect(rect.y + rect.height).toBeLessThanOrEqual(rows);
				}

				if (frame.cursor) {
					expect(frame.cursor.x).toBeLessThan(columns);
					expect(frame.cursor.y).toBeLessThan(rows);
				}
			},
		),
		{numRuns: runs(300)},
	);
});

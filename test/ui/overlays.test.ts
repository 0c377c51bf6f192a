import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {sanitize} from '../../source/core/text/index.ts';
import {bindings} from '../../source/keymap/index.ts';
import {document, type WizardState} from '../../source/core/wizard/index.ts';
import {createLook} from '../../source/ui/drawing/look.ts';
import {wrapped, wrappedSpans} from '../../source/ui/drawing/line.ts';
import {markdownSpans} from '../../source/ui/drawing/markdown.ts';
import {wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import {themes} from '../../source/theme/index.ts';
import {look, press, screen, type} from './on-screen.ts';
import {after, opened} from './states.ts';
import {runs} from '../property.ts';

const small = {columns: 60, rows: 16};
const usual = {columns: 80, rows: 24};

const wordy = `# T

## Goal

<!-- **Say** what \`path:line\` shows, and why.
${Array.from({length: 20}, (_, index) => `Point ${index + 1} that a reader asks about.`).join('\n')} -->

[The goal]
`;

describe('what helps with a field', () => {
	test('and has no room beside it says so with the key that shows it whole, down to its end', () => {
		const state = opened(small, {source: wordy, focus: 'goal/body'});
		expect(screen(state)).toMatch(/more lines: Alt\+I/);
		expect(screen(state)).not.toContain('Point 20');
		const about = press(state, 'alt+i');
		expect(screen(about)).toContain('Point 1 ');
		const read = press(about, 'pagedown', 'pagedown', 'pagedown');
		expect(screen(read)).toContain('Point 20');
		expect(press(read, 'escape').overlay).toBeUndefined();
		expect(press(about, 'alt+i').overlay).toBeUndefined();
	});

	test('is told with at least one row where there is hardly any room', () => {
		const source = `# T\n\n## When\n\n<!-- ${'A reason to choose a day. '.repeat(60)} -->\nDay: YYYY-MM-DD\n`;
		for (let rows = 16; rows < 24; rows++) {
			expect(screen(opened({columns: 60, rows}, {source, focus: 'when/day'}))).toMatch(/Alt\+I/);
		}
	});

	test('is drawn, and not shown with the signs of Markdown', () => {
		const state = opened(usual, {source: wordy, focus: 'goal/body'});
		const text = screen(state);
		expect(text).toContain('Say what');
		expect(text).not.toContain('**');
		// Without colours code keeps its marks: nothing else tells it from words.
		expect(text).toContain('`path:line`');
		const colored = createLook({theme: themes.default});
		const editor = wizardFrame(state, {look: colored, table: bindings}).panes.find(({key}) => key === 'editor');
		expect(editor?.text).toContain(colored.paint('strong', 'Say'));
		expect(editor?.text).toContain(colored.paint('code', 'path:line'));
	});

	test('what is wrong with an answer never ends in the middle: it says that it goes on, and where', () => {
		const source = '# T\n\n## Links\n\n- **Docs:** [link]\n\n## Day\n\n- **Day:** YYYY-MM-DD\n';
		const state = type(opened(small, {source, focus: 'day/day'}), `no day ${'at all '.repeat(30)}`);
		expect(screen(state)).toMatch(/more lines: Alt\+I/);
		const about = press(state, 'alt+i');
		expect(screen(about)).toContain('Findings');
	});
});

describe('how the field in hand is read', () => {
	const source = '# T\n\n## Trip\n\n- Way out: [train, bus or on foot]\n- Note: [words]\n';

	test('is asked by one key and told by one digit, and what is asked for changes', () => {
		const asked = press(opened(usual, {source, focus: 'trip/way-out'}), 'alt+c');
		const rows = screen(asked).split('\n');
		expect(rows.find(row => row.includes('as it is read now'))).toContain('A line of text');
		expect(rows.find(row => row.includes('One of: train, bus or on foot'))).toMatch(/ 1 /);
		const choice = press(asked, '1');
		expect(choice.overlay).toBeUndefined();
		expect(screen(choice)).toMatch(/1.*train/);
		expect(screen(choice)).toContain('Read anew: One of: train, bus or on foot.');
		expect(document(choice).source).toBe(source);
	});

	test('stays as it is with Escape, and is told of boilerplate as what it is', () => {
		const before = opened(usual, {source, focus: 'trip/way-out'});
		expect(press(before, 'alt+c', 'escape').form).toBe(before.form);
		const brought = opened(usual, {
			source: `${source}\n## Rules\n\n- Room: [number]\n\n1. Knock first.\n2. Wait to be asked in.\n`,
			focus: 'rules/list',
		});
		expect(screen(press(brought, 'alt+c'))).toContain('text of the template');
	});
});

describe('overlays', () => {
	test('close to where they came from: help over the review, preview over the help', () => {
		const review = press(opened(usual), 'alt+r', 'down');
		const help = press(review, '?');
		expect(screen(help)).toMatch(/Keys that work here[\s\S]*go there/);
		const preview = press(help, 'ctrl+o');
		expect(preview.overlay?.type).toBe('preview');
		expect(press(preview, 'escape').overlay?.type).toBe('help');
		expect(press(preview, 'escape', 'escape').overlay).toEqual(review.overlay);
		expect(press(preview, 'escape', 'escape', 'escape').overlay).toBeUndefined();
	});

	test('the review names each section once, above what is open in it, with the entry in hand on the screen', () => {
		const source = `# T\n${Array.from({length: 20}, (_, index) => `\n## Part ${index + 1}.\n\n- **Cause:** [cause]\n- **Effect:** [effect]\n`).join('')}`;
		let review = press(opened(usual, {source}), 'alt+r');
		expect(screen(review).match(/^ Part 1\.$/gm)).toHaveLength(1);
		expect(screen(review)).toMatch(/^ Part 1\.\n.*○ Cause .*\n.*○ Effect /m);
		for (let count = 0; count < 39; count++) {
			review = press(review, 'down');
			const cursor = wizardFrame(review, {look, table: bindings}).cursor?.y ?? 0;
			const shown = screen(review).split('\n');
			expect(shown[cursor]).toMatch(/^ › ○ (?:Cause|Effect) /);
			expect(shown.slice(5, cursor).some(row => /^ Part \d+\.$/.test(row))).toBe(true);
		}
	});

	test('the help tells the keys in groups, those that work here first', () => {
		const help = press(opened({columns: 100, rows: 60}, {focus: 'summary/one-liner'}), 'alt+h');
		const pages = [help, press(help, 'pagedown'), press(help, 'pagedown', 'pagedown')].map(screen).join('\n');
		const groups = ['in choices, checklists and tables', 'in lists, the outline and questions'];
		const at = groups.map(group => pages.indexOf(`Keys that work elsewhere: ${group}`));
		expect(at[0]).toBeGreaterThan(pages.indexOf('next field'));
		expect(at[1]).toBeGreaterThan(at[0]!);
	});

	test('the reason for "not applicable" comes back to the outline, given or not', () => {
		const outline = press(opened(usual), 'ctrl+t', 'down', 'down');
		const asked = press(outline, 'n');
		expect(asked.overlay?.type).toBe('not-applicable');
		expect(press(asked, 'escape').overlay).toEqual(outline.overlay);
		const given = press(type(asked, 'nothing to launch'), 'enter');
		expect(given.overlay).toEqual(outline.overlay);
		expect(screen(given)).toMatch(/n\/a/);
	});

	test('the review shows what would change in the file, and comes back', () => {
		const blank = opened(usual);
		const review = press(blank, 'alt+r');
		expect(press(review, 'd').notice?.text).toContain('Nothing is written yet');
		const written = {...review, target: 'spec.md'};
		const text = `${document(blank).source.replace('## ', '## Old ')}`;
		const asked = press(written, 'd');
		expect(asked.overlay).toEqual(review.overlay);
		const found = after(asked, {type: 'target.compared', path: 'spec.md', existing: text});
		expect(screen(found)).toMatch(/What writing would change in spec\.md[^]*\+\d+ -\d+ lines change[^]*-## Old/);
		expect(press(found, 'escape').overlay).toEqual(review.overlay);
		const writing = press(asked, 'ctrl+s');
		expect(after(writing, {type: 'target.compared', path: 'spec.md', existing: text}).overlay).toBe(writing.overlay);
		const gone = after(asked, {type: 'target.compared', path: 'spec.md'});
		expect([gone.overlay, gone.notice?.text]).toEqual([review.overlay, 'There is no file spec.md yet.']);
	});

	test('what was typed for the file stays while the preview is looked at', () => {
		const asked = type(press(opened(usual), 'ctrl+s', 'ctrl+u'), 'mine.md');
		expect(screen(press(asked, 'ctrl+o', 'escape'))).toContain('File: mine.md');
	});

	test('a field that is taken from any of them is in hand at once', () => {
		const palette = type(press(opened(usual), 'alt+r', 'ctrl+p'), 'target date');
		const there = press(palette, 'enter');
		expect(there.overlay).toBeUndefined();
		expect(there.focus).toBe('summary/target-date');
	});

	test('never pile up: from anywhere a few Escapes lead back to the field', () => {
		const keys = [
			'ctrl+o',
			'ctrl+t',
			'alt+r',
			'ctrl+p',
			'alt+h',
			'alt+i',
			'ctrl+s',
			'ctrl+c',
			'ctrl+n',
			'n',
			'?',
			'/',
			'enter',
			'f',
		];
		const depth = ({overlay}: WizardState): number => {
			let count = 0;
			for (let each = overlay; each; each = each.under) count++;
			return count;
		};

		fc.assert(
			fc.property(fc.array(fc.constantFrom(...keys), {maxLength: 30}), pressed => {
				let state = opened(usual);
				for (const key of pressed) {
					const next = press(state, key);
					if (!next.outcome) state = next;
				}

				expect(depth(state)).toBeLessThan(10);
				// Each Escape closes one, or takes back a step of it first.
				for (let count = 2 * depth(state); count > 0 && state.overlay; count--) state = press(state, 'escape');
				expect(state.overlay).toBeUndefined();
			}),
			{numRuns: runs(200)},
		);
	});
});

test('text with meanings is wrapped as plain text is, and nothing of it is lost', () => {
	const part = fc.constantFrom(
		'word',
		'longer-word',
		' ',
		'\n',
		'漢字',
		'👩‍👩‍👧',
		'e\u0301',
		'\t',
		'\u001B[2J',
		'`code`',
		'**strong**',
	);
	fc.assert(
		fc.property(fc.array(part, {maxLength: 40}), fc.integer({min: 2, max: 30}), (parts, width) => {
			const spans = markdownSpans(parts.join(''), look);
			const textOf = (span: (typeof spans)[number]): string => (typeof span === 'string' ? span : span.text);
			const rows = wrappedSpans(spans, width).map(row => row.map(textOf).join(''));
			expect(rows).toEqual(wrapped(spans.map(span => sanitize(textOf(span))).join(''), width));
		}),
		{numRuns: runs(500)},
	);
});

import {describe, expect, it} from 'vitest';
import {cells} from '../../source/core/text/index.ts';
import {createDiagrams, hireWriter, type Artist} from '../../source/preview/diagram.ts';
import {drawText} from '../../source/preview/diagram/draw-text.ts';
import type {Drawing, Order} from '../../source/preview/diagram/types.ts';
import {drawBlock} from '../../source/preview/draw.ts';
import {createPreview} from '../../source/preview/render.ts';
import {themes, withAscii} from '../../source/theme/index.ts';
import {diagrams as made} from '../core/mermaid/diagrams.ts';
import {fc, runs} from '../property.ts';

const theme = themes.default;
/** The program's own drawings, made in a worker; the time for one is no matter here. */
const diagrams = createDiagrams(hireWriter, 60_000);

async function drawn(text: string, width: number, ascii = false): Promise<string> {
	const order: Order = {text, width, ascii};
	diagrams.drawing(order);
	await diagrams.settled();
	const drawing = diagrams.drawing(order)!;
	return 'rows' in drawing ? drawing.rows.join('\n') : `Not drawn: ${drawing.reason}`;
}

const chain = 'flowchart LR\n  A[Web app]-->B[Order service]\n  B-->|writes to|C[(Orders)]';

describe('a diagram drawn with characters', () => {
	it('goes from left to right where there is room, and from top to bottom where there is less', async () => {
		expect(await drawn(chain, 80)).toBe(
			[
				'┌─────────┐     ┌───────────────┐           ╭────────╮',
				'│ Web app ├────►│ Order service ├─writes to►│ Orders │',
				'│         │     │               │           │        │',
				'└─────────┘     └───────────────┘           ╰────────╯',
			].join('\n'),
		);
		const narrow = await drawn(chain, 40);
		expect(narrow).toMatch(/Web app[^]*Order service[^]*writes to[^]*Orders/);
		expect(narrow.split('\n').every(row => cells(row) <= 40)).toBe(true);
		expect(await drawn(chain, 14)).toBe('Not drawn: it is wider than there is room');
	});

	it('is drawn in ASCII where nothing else can be shown', async () => {
		const rows = await drawn(chain, 80, true);
		expect(rows).toContain('| Web app |---->| Order service |');
		expect(rows).toMatch(/^[ -~\n]*$/);
		const state = await drawn('stateDiagram-v2\n  [*] --> Idle\n  Idle --> [*]', 80, true);
		expect(state).toMatch(/^[ -~\n]*$/);
		expect(state).toMatch(/\*[^]*Idle[^]*@/);
	});

	it('keeps what its labels say, signs and blanks too', async () => {
		const rows = await drawn(
			'flowchart TB\n  A["a [b] (c): #quot;d#quot;"] -->|"x | y"| B{is it?}\n  B -- no --> A',
			80,
		);
		for (const label of ['a [b] (c): "d"', 'x | y', 'is it?', 'no']) expect(rows).toContain(label);
	});

	it('has the states, messages and entities of the other kinds', async () => {
		const state = await drawn('stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy: start\n  Busy --> [*]', 60);
		expect(state).toMatch(/●[^]*Idle[^]*start[^]*Busy[^]*◉/);
		const sequence = await drawn(
			'sequenceDiagram\n  participant A as Web app\n  A->>B: Ask (now)\n  alt found\n  B-->>A: Yes\n  else\n  B-->>A: No\n  end\n  Note over A,B: done',
			60,
		);
		expect(sequence).toMatch(/Web app[^]*Ask \(now\)[^]*alt \[found\][^]*Yes[^]*No[^]*done/);
		const er = await drawn('erDiagram\n  USER ||--o{ ORDER : "puts in"\n  USER {\n    uuid id PK\n  }', 60);
		expect(er).toMatch(/USER[^]*PK uuid id[^]*\(1\) USER puts in ORDER/);
	});

	it('has a reason where there is none', async () => {
		const reasons: readonly (readonly [text: string, reason: string])[] = [
			['flowchart LR\n  A -->', 'line 2: nothing after "-->"'],
			['flowchart LR\n  A[注文] --> B', 'it holds characters that are not one cell wide'],
			['flowchart LR\n  A --x B', 'it has links such as "--x"'],
			['flowchart TB\n  subgraph g\n  A\n  end\n  B --> g', 'a link begins or ends at a group'],
			['stateDiagram-v2\n  note right of A : hot', 'it has notes'],
			['sequenceDiagram\n  rect rgb(0,0,0)\n  A->>B: x\n  end', 'it has a "rect"'],
			['erDiagram', 'there is nothing in it'],
			['pie\n  "a" : 1', 'diagrams of this kind have no drawing in characters'],
			[`flowchart LR\n${'  A --> B\n'.repeat(1200)}`, 'it is too large'],
		];
		for (const [text, reason] of reasons) expect(await drawn(text, 80), text).toBe(`Not drawn: ${reason}`);
	});

	it('is made of the diagram in a form that the library reads for certain, or not at all', () => {
		for (const texts of Object.values(made)) {
			fc.assert(
				fc.property(texts, text => {
					// What the library is given stands in for its drawing: each label is in it, and nothing that could be a sign.
					const drawing = drawText({text, width: 10_000, ascii: false}, source => source);
					if ('rows' in drawing) expect(drawing.rows.length).toBeGreaterThan(0);
					else expect(drawing.reason).not.toMatch(/way|wider/);
				}),
				{numRuns: runs(300)},
			);
		}
	});
});

/** Draws when it is told to. */
function patientArtist() {
	const orders: {readonly order: Order; readonly begin: () => void; readonly answer: (drawing: Drawing) => void}[] = [];
	const counts = {hired: 0, stopped: 0};
	const hire = (): Artist => {
		counts.hired++;
		return {
			draw(order, begin, answer) {
				orders.push({order, begin, answer});
			},
			stop() {
				counts.stopped++;
			},
		};
	};
	return {orders, counts, hire};
}

describe('the drawing of diagrams', () => {
	const order = (text: string): Order => ({text, width: 80, ascii: false});

	it('is asked for once and remembered, and tells when it is there', () => {
		const {orders, hire} = patientArtist();
		const {drawing} = createDiagrams(hire, 60_000);
		let told = 0;
		expect(drawing(order('a'), () => told++)).toBeUndefined();
		expect(drawing(order('a'))).toBeUndefined();
		expect(orders).toHaveLength(1);
		orders[0]!.answer({rows: ['A']});
		expect(told).toBe(1);
		expect(drawing(order('a'))).toEqual({rows: ['A']});
		expect(orders).toHaveLength(1);
	});

	it('is given up when it takes too long, and the next one is drawn by another artist', async () => {
		const {orders, counts, hire} = patientArtist();
		const {drawing, settled} = createDiagrams(hire, 1);
		drawing(order('endless'));
		orders[0]!.begin();
		await settled();
		expect(drawing(order('endless'))).toEqual({reason: 'it takes too long'});
		expect(counts).toEqual({hired: 1, stopped: 1});
		drawing(order('short'));
		expect(counts.hired).toBe(2);
		orders[0]!.answer({rows: ['late']});
		orders[1]!.answer({rows: ['in time']});
		expect(drawing(order('short'))).toEqual({rows: ['in time']});
		expect(drawing(order('endless'))).toEqual({reason: 'it takes too long'});
	});
});

describe('in the preview', () => {
	const source = `# Plan\n\n\`\`\`mermaid\n${chain}\n\`\`\`\n\nAfter.\n`;
	const preview = createPreview(drawBlock, diagrams);
	const shown = (
		width: number,
		options: {held?: {from: number; to: number}; onDrawn?: () => void} = {},
		look = theme,
	) => preview.renderMarkdown(source, {width, theme: look, color: false, ...options});
	const text = (rows: readonly {readonly text: string}[]) => rows.map(row => row.text).join('\n');

	it('a diagram is shown as it is written until it is drawn', async () => {
		let told = 0;
		expect(text(shown(72, {onDrawn: () => told++}))).toContain('A[Web app]-->B[Order service]');
		await preview.settled();
		expect(told).toBe(1);
		expect(text(shown(72))).toContain('│ │ Web app ├────►│ Order service ├─writes to►│ Orders │');
	});

	it('it is drawn at three widths, no row wider than there is room', async () => {
		for (const width of [16, 40, 100]) {
			shown(width);
			await preview.settled();
			for (const row of shown(width)) expect(cells(row.text)).toBeLessThanOrEqual(width);
		}

		expect(text(shown(40))).not.toContain('-->');
		expect(text(shown(100))).toContain('├────►│');
		expect(text(shown(16)).replaceAll(/\s*\n│ /g, ' ')).toContain('Not drawn: it is wider than there is room.');
	});

	it('it stays as it was drawn where somebody is writing it, until it is drawn anew', async () => {
		const at = source.indexOf('Web app');
		const held = {from: at, to: at + 1};
		const own = createPreview(drawBlock, diagrams);
		const draw = (markdown: string, more = {}) =>
			text(own.renderMarkdown(markdown, {width: 72, theme, color: false, ...more}));
		draw(source, {held});
		await own.settled();
		expect(draw(source, {held})).toContain('│ Web app ├');
		const changed = source.replace('Web app', 'Web shop');
		expect(draw(changed, {held})).toContain('│ Web app ├');
		await own.settled();
		expect(draw(changed, {held})).toContain('│ Web shop ├');
		const broken = changed.replace('-->B', '-->');
		draw(broken, {held});
		await own.settled();
		expect(draw(broken, {held})).toMatch(/A\[Web shop\]-->[^]*Not drawn: line 2/);
		// Elsewhere what is not drawn yet is shown as it is written.
		expect(draw(source.replace('Web app', 'Elsewhere'))).toContain('A[Elsewhere]-->B');
	});

	it('each row of a drawing shows a line of the diagram, in order', async () => {
		shown(72);
		await preview.settled();
		const rows = shown(72).filter(row => row.text.startsWith('│ '));
		expect(rows.length).toBeGreaterThan(2);
		expect(source.slice(rows[0]!.from, rows[0]!.to)).toContain('flowchart LR');
		expect(source.slice(rows.at(-1)!.from, rows.at(-1)!.to)).toContain('writes to');
		for (const [index, row] of rows.entries()) expect(row.from).toBeGreaterThanOrEqual(rows[index - 1]?.from ?? 0);
	});

	it('what a diagram holds reaches the screen sanitised', async () => {
		const hostile = '```mermaid\nflowchart LR\n  A["a\u001B[31mb\u202E"] --> B\n```\n';
		const options = {width: 60, theme: withAscii(theme), color: true};
		preview.renderMarkdown(hostile, options);
		await preview.settled();
		const rows = text(preview.renderMarkdown(hostile, options));
		expect(rows).not.toMatch(/\u001B\[31m|\u202E/);
	});
});

import {renderMermaidSVG} from 'beautiful-mermaid';
import {describe, expect, it} from 'vitest';
import {drawSvg} from '../../source/preview/diagram/draw-svg.ts';
import {svgColors, svgFile, svgPart} from '../../source/preview/diagram/svg-file.ts';
import {diagrams as made} from '../core/mermaid/diagrams.ts';
import {fc, patience, runs} from '../property.ts';
import {xmlFault} from '../xml.ts';

function drawn(text: string): string {
	const picture = drawSvg(text, source => renderMermaidSVG(source, {padding: 16}));
	return 'svg' in picture ? picture.svg : `Not drawn: ${picture.reason}`;
}

/** What is written in a picture, piece by piece. */
function words(svg: string): readonly string[] {
	return [...svg.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text.trim()).filter(text => text !== '');
}

describe('a diagram drawn as SVG', () => {
	it('has all that its labels say, whatever signs and scripts they are in', () => {
		const svg = drawn(
			'flowchart LR\n  A["x <script>alert(1)</script> & #quot;q#quot; *a*"] -->|"yes | 注文 👩‍💻"| B[(Store)]\n  subgraph e [The Edge]\n  C{ok?}\n  end\n  B -.-> C',
		);
		expect(xmlFault(svg)).toBeUndefined();
		expect(words(svg)).toEqual(
			expect.arrayContaining([
				'x &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot; *a*',
				'yes | 注文 👩‍💻',
				'Store',
				'The Edge',
				'ok?',
			]),
		);
	});

	it('names relations in full, and adds nothing of its own', () => {
		const svg = drawn('erDiagram\n  USER ||--o{ ORDER : "puts in, many times"\n  USER {\n    uuid id PK\n  }');
		expect(words(svg).toSorted()).toEqual(['ORDER', 'PK', 'USER', 'id', 'puts in, many times', 'uuid']);
	});

	it('keeps what is said between two lifelines, to oneself or in a note beside one, off the next', () => {
		const svg = drawn(
			'sequenceDiagram\n  participant A as Desk\n  participant B as Store\n  participant C as Ledger\n  A->>A: check the limit and the fines\n  B->>B: mark\n  B->>C: a word for the book that is longer than most\n  A->>C: one for all of the way, as long as it can be without any end, and then another few words\n  Note right of B: what nobody wants to forget\n  Note left of C: nor this one\n  loop each day\n  A->>B: ask\n  end',
		);
		const lifelines = Array.from(svg.matchAll(/<line x1="([\d.]+)" y1="70"/g), ([, x]) => Number(x));
		expect(lifelines).toHaveLength(3);
		const width = (text: string): number => text.length * 5.8;
		const free = (from: number, to: number): boolean => lifelines.every(x => x <= from || x >= to);
		for (const [, x, anchor, text = ''] of svg.matchAll(
			/<text x="([\d.]+)"[^>]* font-size="11" text-anchor="(\w+)"[^>]*>([^<]+)</g,
		)) {
			const from = Number(x) - (anchor === 'middle' ? width(text) / 2 : 0);
			if (!text.startsWith('one for all')) expect([text, free(from, from + width(text))]).toEqual([text, true]);
		}
		for (const [, points = ''] of svg.matchAll(/<polygon points="([^"]{40,})" fill="var\(--bg\)"/g)) {
			const xs = points.split(' ').map(point => Number(point.split(',')[0]));
			expect(free(Math.min(...xs), Math.max(...xs))).toBe(true);
		}
		const [, viewed] = /viewBox="0 0 ([\d.]+)/.exec(svg)!;
		expect(Number(viewed)).toBeGreaterThan(lifelines[2]! + 40);
		// The frame goes around its own two.
		const [, left, wide] = /<rect x="([\d.]+)"[^>]* width="([\d.]+)"[^>]* fill="none"/.exec(svg)!;
		expect(Number(left)).toBeLessThan(lifelines[0]!);
		expect(Number(left) + Number(wide)).toBeGreaterThan(lifelines[1]!);
		expect(Number(left) + Number(wide)).toBeLessThan(lifelines[2]!);
		// Where there is room enough the library has its way.
		const short = 'sequenceDiagram\n  A->>B: hi\n  B->>B: ok\n  Note right of B: so';
		expect(Array.from(drawn(short).matchAll(/<line x1="(\d+)" y1="70"/g), ([, x]) => x)).toEqual(['70', '210']);
	});

	it('has a reason where there is none', () => {
		expect(drawn('flowchart LR\n  A -->')).toBe('Not drawn: line 2: nothing after "-->"');
		expect(drawn('gantt\n  section A')).toBe('Not drawn: diagrams of this kind have no drawing');
		expect(drawn('flowchart RL\n  A --> A\n  A --> A\n  B')).toBe('Not drawn: it could not be laid out');
		// The library passes over a note with no message above it; no picture is better than half of one.
		expect(drawn('sequenceDiagram\n  Note over A: x1y')).toBe('Not drawn: not all of its labels found a place');
		expect(drawn('erDiagram')).toBe('Not drawn: there is nothing in it');
	});

	it('is a file that any program shows: no style sheet, no variable, nothing from elsewhere', () => {
		const file = svgFile(drawn('sequenceDiagram\n  A->>B: hi'), 'a "b" <c>.md');
		expect(xmlFault(file)).toBeUndefined();
		expect(file).not.toMatch(/var\(|<style|color-mix|url\((?!#)|@import/);
		expect(file.replaceAll('http://www.w3.org/2000/svg', '')).not.toContain('http');
		expect(file).toContain(
			'<title>a &quot;b&quot; &lt;c&gt;.md</title><rect width="100%" height="100%" fill="#ffffff" />',
		);
		expect(file.endsWith('</svg>\n')).toBe(true);
	});

	it('is a part of a page that has its colours, and does not take the marks of another', () => {
		const text = 'flowchart LR\n  A --> B';
		const parts = ['d1', 'd2'].map(id => svgPart(drawn(text), 'x', id));
		const ids = parts.flatMap(part => [...part.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
		expect(new Set(ids).size).toBe(ids.length);
		expect(parts[1]).toContain('url(#d2-arrowhead)');
		for (const scheme of ['light', 'dark'] as const) {
			for (const [, name = ''] of parts[0]!.matchAll(/var\((--[\w-]+)\)/g))
				expect(svgColors(scheme)).toContain(`${name}:#`);
		}
	});

	it(
		'is well-formed, harmless and whole, or not there',
		() => {
			for (const texts of Object.values(made)) {
				let count = 0;
				fc.assert(
					fc.property(texts, text => {
						const svg = drawn(text);
						if (svg.startsWith('Not drawn: ')) return;
						count++;
						expect(xmlFault(svgFile(svg, text)), svg).toBeUndefined();
						expect(svg).not.toMatch(
							/[\uE000-\uF8FF]|NaN|undefined|<(?!\/?(?:svg|g|rect|text|tspan|line|polyline|polygon|circle|ellipse|path|defs|marker)\b)/,
						);
					}),
					{numRuns: runs(300)},
				);
				expect(count).toBeGreaterThan(5);
			}
		},
		patience,
	);
});

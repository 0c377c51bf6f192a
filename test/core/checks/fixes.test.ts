/** What follows from a document and is written into it: nothing else changes, and twice is the same as once. */

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {gateEdits, gatheredEvidence, idEdits, noFacts, withEdits} from '../../../source/core/checks/index.ts';
import {bind, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Document} from '../../../source/core/form/types.ts';
import {runs} from '../../property.ts';

const template = `# Spec: <name>

> Every paragraph must end with an \`Evidence:\` line or an \`Evidence gap:\` line.

## Context

[Where things stand]

## Goals

- G1: <goal>
- G2: <goal>

## Evidence Gaps

- **Gap:** <claim> — **Impact:** <what follows> — **Owner:** <name>
- **Gap:** <claim> — **Impact:** <what follows> — **Owner:** <name>

## Evidence Map

| Section | Evidence | Confidence |
| --- | --- | --- |
| <section> | <path> | High/Low |

## Risks

| ID | Risk |
| --- | --- |
| [R1] | [risk] |

## Quality gate

- [ ] Every paragraph ends with \`Evidence:\`
- [ ] Evidence Gaps and Evidence Map sections are complete
- [ ] No placeholders left
- [ ] Ada approved it
`;
const form = readForm(template);

function parts(context: string, gaps: string, map: string, goals = '- G1: lend', risks = '| R1 | rain |'): string {
	const given = template
		.replace(/^> .*\n\n/m, '')
		.replace('<name>', 'Holds')
		.replace('[Where things stand]', () => context)
		.replace(/^- G1: <goal>\n- G2: <goal>/m, () => goals)
		.replace(/^- \*\*Gap.*\n- \*\*Gap.*/m, () => gaps)
		.replace('| <section> | <path> | High/Low |', () => map)
		.replace('| [R1] | [risk] |', () => risks);
	return given;
}

const blankGaps = /^- \*\*Gap.*\n- \*\*Gap.*/m.exec(template)![0];
const blankMap = '| <section> | <path> | High/Low |';

/** As the command does it: what is filled in, then what is edited. */
function gathered(text: string): string {
	const seen = match(form, text);
	const {answers} = gatheredEvidence(seen);
	const filled = answers.size === 0 ? seen : match(form, fill(bind(form, text).form, answers).source);
	return withEdits(filled.source, gatheredEvidence(filled).edits);
}

const changed = (before: string, after: string) => {
	const lines = new Set(before.split('\n'));
	return after.split('\n').filter(line => !lines.has(line));
};

describe('what paragraphs rest on', () => {
	const context =
		'Queues grow.\nEvidence: src/a.ts; src/b.ts\n\nIt costs.\nEvidence gap: nobody counted — Impact: dear — Owner: Ada';

	it('goes where it is gathered, and the rest stays byte for byte', () => {
		const before = parts(context, blankGaps, blankMap);
		const after = gathered(before);
		expect(changed(before, after)).toEqual([
			'- **Gap:** nobody counted — **Impact:** dear — **Owner:** Ada',
			'| Context | src/a.ts |  |',
			'| Context | src/b.ts |  |',
		]);
		expect(gathered(after)).toBe(after);
	});

	it('keeps rows and cells that somebody wrote, and fills cells in which nothing stands', () => {
		const gaps =
			'- **Gap:** Nobody counted — **Impact:** mine — **Owner:** \n- **Gap:** my own — **Impact:** x — **Owner:** Bo';
		const before = parts(context, gaps, '|Where   it says so|  `src/a.ts`  |High|\n| Mine | a talk | Low |');
		const after = gathered(before);
		expect(changed(before, after)).toEqual([
			'- **Gap:** Nobody counted — **Impact:** mine — **Owner:** Ada',
			'| Context | src/b.ts |  |',
		]);
		expect(gathered(after)).toBe(after);
	});

	it('is none where every paragraph has its evidence, until one admits a gap', () => {
		const sound = gathered(parts('Queues grow.\nEvidence: src/a.ts', blankGaps, blankMap));
		expect(sound).toContain('## Evidence Gaps\n\n- None.\n\n');
		expect(gathered(sound)).toBe(sound);
		const later = gathered(sound.replace('Evidence: src/a.ts', 'Evidence gap: nobody counted'));
		expect(later).toContain('- **Gap:** nobody counted');
		expect(later).not.toContain('None.');
		const open = parts('Queues grow.', blankGaps, blankMap);
		expect(gathered(open)).toBe(open);
	});

	it('changes nothing in a blank template', () => {
		expect(gathered(template)).toBe(template);
	});

	it('is the same with Windows line ends', () => {
		const before = parts(context, blankGaps, '| Mine | a talk | Low |');
		expect(gathered(before.replaceAll('\n', '\r\n'))).toBe(gathered(before).replaceAll('\n', '\r\n'));
	});

	it('is the same twice as once, whatever the paragraphs and rows say, and leaves all other lines', () => {
		const word = fc.constantFrom(
			'src/a.ts',
			'docs/b.md:3',
			'a talk',
			'https://example.org/x',
			'café | bar',
			'`code`',
			'A.',
		);
		const claim = fc.oneof(
			fc.array(word, {minLength: 1, maxLength: 3}).map(list => `Evidence: ${list.join('; ')}`),
			word.map(text => `Evidence gap: ${text}`),
			fc.tuple(word, word).map(([gap, owner]) => `Evidence gap: ${gap} — Impact: ${gap} — Owner: ${owner}`),
		);
		const row = fc
			.tuple(word, word)
			.map(([one, other]) => `| ${one.replace('|', '&#124;')} |  ${other.replace('|', '&#124;')}| |`);
		const gap = fc.tuple(word, word).map(([one, other]) => `- **Gap:** ${one} — **Impact:** ${other} — **Owner:** Bo`);
		fc.assert(
			fc.property(
				fc.array(claim, {minLength: 1, maxLength: 4}),
				fc.array(row, {maxLength: 3}),
				fc.array(gap, {maxLength: 3}),
				(claims, rows, gaps) => {
					const context = claims.map((text, index) => `Words ${index} say.\n${text}`).join('\n\n');
					const before = parts(context, gaps.join('\n') || blankGaps, rows.join('\n') || blankMap);
					const after = gathered(before);
					expect(gathered(after)).toBe(after);
					const outside = (text: string): string => text.replace(/## Evidence Gaps[^]*?(?=## Risks)/, '');
					expect(outside(after)).toBe(outside(before));
					for (const line of rows) expect(after).toContain(line);
				},
			),
			{numRuns: runs(60)},
		);
	});
});

describe('boxes', () => {
	const ticked = (text: string): string => {
		const seen = match(form, text);
		return withEdits(text, gateEdits(seen, noFacts));
	};

	it('are ticked and unticked as the document says, and those for a person stay', () => {
		const sound = parts('Queues grow.\nEvidence: src/a.ts', '- None.', '| Context | src/a.ts | High |');
		const after = ticked(sound);
		expect(changed(sound, after)).toEqual([
			'- [x] Every paragraph ends with `Evidence:`',
			'- [x] Evidence Gaps and Evidence Map sections are complete',
			'- [x] No placeholders left',
		]);
		expect(ticked(after)).toBe(after);
		const faulty = after.replace('\nEvidence: src/a.ts', '').replace('[ ] Ada', '[x] Ada');
		expect(changed(faulty, ticked(faulty))).toEqual(['- [ ] Every paragraph ends with `Evidence:`']);
	});
});

describe('ids', () => {
	const counted = (text: string) => {
		const seen: Document = match(form, text);
		const {edits, left} = idEdits(seen);
		return {text: withEdits(text, edits), left};
	};
	const sound = (goals: string, risks: string, context = 'Queues grow.') =>
		parts(context, blankGaps, blankMap, goals, risks);

	it('count from one on in a list, and are given once in a table', () => {
		const before = sound('- G1: lend\n- G1: wait\n- G4: return', '| R01 | rain |\n|  R01 |  snow |\n| R02 | ice |');
		const {text, left} = counted(before);
		expect(left).toEqual([]);
		expect(changed(before, text)).toEqual(['- G2: wait', '- G3: return', '|  R03 |  snow |']);
		expect(counted(text).text).toBe(text);
	});

	it('stay where the text refers to one that would be another', () => {
		for (const named of ['As G4 says.', 'As G3 says.']) {
			const before = sound('- G1: lend\n- G1: wait\n- G4: return', '| R1 | rain |', named);
			expect(counted(before)).toEqual({text: before, left: ['"Goals"']});
		}
	});
});

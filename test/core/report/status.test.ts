import {describe, expect, it} from 'vitest';
import {check, noFacts, questionRows} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {match, readForm} from '../../../source/core/form/index.ts';
import {statusMarkdown, statusRow, statusTable, type StatusRow} from '../../../source/core/report/index.ts';
import {cells} from '../../../source/core/text/index.ts';
import {hostile, template} from './checked.ts';

function row(path: string, source: string, title = 'Move'): StatusRow {
	const document = match(readForm(template.replace('- **Owner', '- **Status:** [Draft | Final]\n- **Owner')), source);
	const messages = check(document);
	const questions = questionRows(document, noFacts);
	const seen = {path, title, template: 'plan', document, messages, questions};
	return statusRow({...seen, completeness: completeness(document, messages)});
}

const half = '# Plan: Move\n\n- **Status:** Draft\n- **Owner:** [name]\n- **Due:** soon\n\n## Goals\n\n- Be quick\n';

describe('the status of a document', () => {
	it('is what it says of itself, how much is open, and what is wrong besides', () => {
		const {status, open, errors, warnings, required} = row('a.md', half);
		// The wrong date is open and an error; the missing name is open and no finding as well.
		expect({status, open, errors, warnings, percent: required.percent}).toEqual({
			status: 'Draft',
			open: 2,
			errors: 1,
			warnings: 0,
			percent: 60,
		});
	});

	it('is found at the head and in the section that is about the document, not at one of its parts', () => {
		const said = (template: string, source: string): string | undefined => {
			const document = match(readForm(template), source);
			const seen = {path: 'a.md', title: 'A', template: 'plan', messages: [], questions: []};
			return statusRow({...seen, document, completeness: completeness(document, [])}).status;
		};
		const control = '# [Title]\n\n## 1. Document control\n\n- Status: Draft | Final\n- Owner: [name]\n';
		expect(said(control, control.replace('Draft | Final', 'Final'))).toBe('Final');
		const review = '# [Title]\n\n## Goal\n\n[What]\n\n## Compliance review\n\n- Status: [not started/complete]\n';
		expect(said(review, review.replace('[not started/complete]', 'complete'))).toBeUndefined();
		const part = '# [Title]\n\n## Component: <name>\n\n- Status: planned | current\n- Use: <what>\n';
		expect(said(part, part.replace('<name>', 'Desk').replace('planned | current', 'current'))).toBeUndefined();
	});

	it('stands in columns, whatever script its title is in, and is cut to a terminal', () => {
		const rows = [
			row('a.md', half, '移行計画 👩‍💻'),
			row('deep/down/in/folders/b.md', half, 'A title that is very long indeed'),
		];
		const lines = statusTable(rows);
		const at = (line: string, word: string): number => cells(line.slice(0, line.indexOf(word)));
		expect(new Set(lines.slice(1).map(line => at(line, 'Draft'))).size).toBe(1);
		expect(at(lines[0]!, 'status')).toBe(at(lines[1]!, 'Draft'));
		const narrow = statusTable(rows, 78);
		expect(Math.max(...narrow.map(cells))).toBeLessThanOrEqual(78);
		expect(narrow[2]).toContain('…olders/b.md  ');
		expect(narrow[2]).toContain('A title tha…');
	});

	it('has a column for its questions where there are any, and still fits into a window', () => {
		const asks = {...row('deep/down/in/folders/b.md', half, 'Long title of it'), template: 'technical-specification'};
		const [head = '', line = ''] = statusTable([{...asks, questions: 2}], 98);
		expect(head).toContain('  open  questions  errors');
		expect(line).toMatch(/ 2 +2 +1$/);
		expect(cells(head)).toBeLessThanOrEqual(98);
		expect(line).toContain('  technical-specif…  ');
	});

	it('is one row of a page: nothing in a title or name ends a cell, a link or the page', () => {
		const rows = [row(`x/${hostile} (1).md`, half, `${hostile} *b* \`c\` @team & #1`), row('note: b.md', half, '')];
		const page = statusMarkdown(rows);
		expect(page.split('\n')).toHaveLength(5);
		const cellsIn = page.split('\n').map(line => line.split(/(?<!\\)\|/).length);
		expect(new Set(cellsIn.slice(0, 4))).toEqual(new Set([10]));
		expect(page).not.toMatch(/[\u001B\u202E]/);
		const [, link = ''] = /\]\((\S+)\) \|/.exec(page.split('\n')[2]!) ?? [];
		expect(decodeURIComponent(link)).toBe(`./x/${hostile} (1).md`);
		expect(link).toMatch(/^[\w./%~-]+$/);
		expect(page).toContain('[note: b.md](./note%3A%20b.md)');
	});
});

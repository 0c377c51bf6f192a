/** What speaks to the author, and what only looks like it. */

import {describe, expect, test} from 'vitest';
import {fill, readForm, type Form} from '../../../source/core/form/index.ts';
import {instructive} from '../../../source/core/form/read/prompt.ts';
import {fieldOf, sectionsOf} from './reading.ts';

/** A document with one section to look at. */
const form = (body: string): Form => readForm(`# Harbour cranes at night\n\n## Part\n\n${body}\n`);

/** What the section's body is: asked for with the text as help, kept as it stands, or no field at all. */
function body(text: string): 'asked' | 'stands' | 'none' {
	const field = form(text).fields.find(one => one.id === 'part/body');
	return field === undefined ? 'none' : field.prefilled ? 'stands' : field.blank ? 'asked' : 'none';
}

const helps = (text: string): readonly string[] => sectionsOf(form(text)).find(one => one.id === 'part')!.guidance;

describe('a section that holds a quote alone', () => {
	const quote = '> What the crane lifts, and for whom.\n> Keep it short.';

	test('asks in its place, with the quote as help', () => {
		const field = fieldOf(form(quote), 'part/body');
		expect([field.kind, field.line, field.blank, field.guidance]).toEqual([
			'prose',
			5,
			true,
			['What the crane lifts, and for whom.\nKeep it short.'],
		]);
	});

	test('is answered instead of the quote', () => {
		const template = form(quote);
		const {source} = fill(template, new Map([['part/body', {state: 'answered', value: 'It lifts logs.'}]]));
		expect(source).toBe('# Harbour cranes at night\n\n## Part\n\nIt lifts logs.\n');
	});

	test('is a list where its items are blanks and nothing else', () => {
		const template = form('> - [Load 1]\n> - [Load 2]');
		const field = fieldOf(template, 'part/body');
		expect([field.kind, field.blank, field.guidance]).toEqual(['list', true, []]);
		const {source} = fill(template, new Map([['part/body', {state: 'answered', value: ['Logs', 'Steel']}]]));
		expect(source).toBe('# Harbour cranes at night\n\n## Part\n\n- Logs\n- Steel\n');
		expect(fieldOf(form('> - What it lifts\n> - How far'), 'part/body').kind).toBe('prose');
	});

	test('and a quote beside a blank or a warning stays what it is', () => {
		expect(helps(`${quote}\n\n- Load: <tonnes>`)).toHaveLength(1);
		expect(fieldOf(form('> **Warning:** the hook swings.'), 'part/body').rule).toBe('body-empty');
	});
});

describe('a sentence that speaks to the author', () => {
	test.each([
		'Describe the crane.',
		'Please briefly summarise what changes.',
		'➥ Outline the lifts that are planned.',
		'💬 _Defines how far the crane reaches._',
		'Lists the people on the quay.',
		'In two or three sentences, explain the wind limits.',
		'The wind matters. If you know a limit, state it.',
		'The load, and the chain that carries it. Explain how both were measured.',
		'What breaks, for whom, how often',
		'Is the quay wide enough?',
		'A short account of the load.',
		'Links to drawings that show the boom.',
		'The issues that we saw on the quay.',
		'One to two paragraphs on the hook.',
		'2–3 sentences',
		'The `Loads` section is used to record what was lifted.',
		'Risks to the crew must be addressed here.',
		'This is a template for lifting plans.',
		'Copy to `plans/` and delete the sections that do not apply.',
		'e.g. (crane)_north',
		'Each row must have an owner.',
		'Bitte beschreiben Sie den Kran.',
		'Beschreiben Sie den Kran.',
		'Décrivez la grue et sa charge.',
		'Describa la grúa.',
		'Descreva o guindaste.',
		'Опишите кран.',
		'Vinç yükünü belirtin.',
		'这里列出起重机。',
		'クレーンの荷重を記述してください。',
		'In diesem Abschnitt wird der Kran beschrieben.',
		'Kurze Beschreibung der Last.',
		'Lista detallada de las grúas del muelle.',
		'Breve descripción del muelle.',
		'Descrição da carga.',
		'Description détaillée de la grue.',
		'Краткое описание крана.',
		'В этом разделе перечислены краны.',
		'이 섹션은 크레인을 다룹니다.',
	])('%s', sentence => {
		expect(instructive(sentence)).toBe(true);
	});

	test.each([
		'The crane lifts forty tonnes.',
		'Start the engine and wait for the lamp.',
		'Do not rely on the brake alone.',
		'Then remove the pin and lower the hook.',
		'Need a hand? Call the harbour office.',
		'A list of loads is kept in the cabin.',
		'Every lift has a spotter.',
		'Cranes are checked in May.',
		'See section 3 of the port rules.',
		'Der Kran hebt vierzig Tonnen.',
		'La grue est contrôlée en mai.',
		'起重机每年五月检查。',
		'Describir la grúa y su carga.',
		'Como resultado, la grúa descansa.',
		'Was greased at noon.',
		'Records are kept for a year.',
		'The crane is old. State inspections come in May.',
		'New hooks can be added by the crew.',
		'Changes to the boom need two days.',
		'Map tiles come from the port.',
		'Как правило, кран стоит.',
		'La lista de las grúas está en la cabina.',
		'Beschreibungen helfen der Mannschaft.',
		'Обзоров не было.',
	])('and one that does not: %s', sentence => {
		expect(instructive(sentence)).toBe(false);
	});
});

describe('the body of a section', () => {
	test.each([
		['prose that asks', 'Say what is lifted. Describe the sling as well.'],
		['italics from end to end', '_The people who stand on the quay at night._'],
		['a bracket that closes in a later paragraph', '[The load and its sling.\n\n* Its weight\n\nThe chain as well.]'],
		['what an order leads to', 'Consider the following:\n\n- Wind\n- Tide'],
		['a lone word that leads to topics', 'Weigh:\n\n- Wind\n- Tide'],
		['names of topics', '- Wind and tide\n- Crew'],
		[
			'an instruction with a label before some of its items',
			'Say more.\n\n- Describe the hook\n- Define the reader: crew, owner\n- If applicable, give the load',
		],
		['an order before a colon', 'Describe the limits of the crane: wind, tide and load in all of them.'],
		[
			'a long sentence with a colon in it',
			'What is lifted, and how it is lifted: the sling, the chain, the hook and what each of them carries on a windy day',
		],
	])('is asked for: %s', (_, text) => {
		expect(body(text)).toBe('asked');
		expect(helps(text).join('\n')).not.toBe('');
	});

	test.each([
		['a statement', 'The crane is checked in May.'],
		['labelled statements', '- **Hook**: Carries forty tonnes\n- **Chain**: Is greased in May'],
		['steps under a line that leads to them', 'After the lift:\n\n1. Park the boom.\n2. Lock the brake.'],
	])('stands: %s', (_, text) => {
		expect(body(text)).toBe('stands');
	});

	test('tips, formats and examples under a label are help with it', () => {
		const text = 'List the loads.\n\nFormat:\n\n- Weight (tonnes)\n\nTips:\n\n- Round to tonnes.';
		expect(body(text)).toBe('asked');
		expect(helps(text)).toHaveLength(5);
	});

	test('but a label with a blank behind it asks by itself', () => {
		expect(form('**Example:** [a load]').fields.map(one => one.id)).toContain('part/example');
		expect(form('**Notes:**').fields.map(one => one.id)).toContain('part/notes');
	});

	test('a note may stand, unless it speaks of writing', () => {
		expect(body('**Note:** The boom is short.')).toBe('stands');
		expect(body('**Note:** Describe only what is lifted.')).toBe('asked');
	});

	test('labels that ask for nothing explain a section together, up to its end', () => {
		const read = form(
			'<div>\n\n**Contents**\n\n</div>\n\nThe loads of the year.\n\n<div>\n\n**Purpose**\n\n</div>\n\nYou should know what is lifted.',
		);
		expect(read.fields.map(one => one.id)).toEqual(['document/title', 'part/body']);
		expect(fieldOf(read, 'part/body').placeholder).toMatch(/^<div>\s+\*\*Contents[\s\S]*lifted\.$/u);
	});

	test('claims under labels beside an order stay where they are', () => {
		const read = form('Describe the lift.\n\n**By day**:\n\n- Two spotters\n- One radio');
		expect(fieldOf(read, 'part/body').placeholder).toBe('Describe the lift.');
	});

	test('labels with orders beside them ask one by one', () => {
		const read = form(
			'- **Load**: Describe it.\n- **Sling**: State its length.\n- **Crew**: Who is there?\n- **Day**: Today',
		);
		expect(read.fields.map(one => [one.id, one.blank])).toEqual([
			['document/title', false],
			['part/load', true],
			['part/sling', true],
			['part/crew', true],
			['part/day', false],
		]);
	});
});

describe('a template as a whole', () => {
	const asking = ['Describe one.', 'What is two?', 'List the third.', 'Explain the fourth.'];
	const written = (bodies: readonly string[]): Form =>
		readForm(
			`# Harbour cranes at night\n${bodies.map((text, index) => `\n## Part ${'abcdefghi'[index]}\n\n${text}\n`).join('')}`,
		);
	const stands = (read: Form): readonly string[] =>
		read.fields.filter(one => one.prefilled && one.place.at === 'block').map(one => one.placeholder);

	test('that asks in prose means all of its prose so', () => {
		expect(stands(written([...asking, 'Known limits of the quay.']))).toEqual([]);
	});

	test('but a clause that every document keeps stands', () => {
		const clause = 'The word "MUST" is meant as in RFC 2119.';
		expect(stands(written([...asking, clause, 'None.']))).toEqual([clause, 'None.']);
	});

	test('and where few sections ask, prose is prose', () => {
		const prose = ['The quay is wide.', 'The crane is old.', 'Lifts are rare.'];
		expect(stands(written([...asking.slice(0, 2), ...prose]))).toEqual(prose);
	});

	test('that asks in brackets has lists that stand', () => {
		const bracketed = ['[What is lifted today]', '[Who stands on the quay]', '[How wide the quay is]'];
		const list = '- Hook inspection\n- Chain inspection';
		const kept = (bodies: readonly string[]) =>
			written(bodies).fields.filter(one => one.prefilled && one.kind === 'list').length;
		expect(kept([...bracketed, list])).toBe(1);
		expect(kept(['The quay is wide.', list])).toBe(0);
		expect(kept([...bracketed, '- Load 1\n- Load 2'])).toBe(0);
	});

	test('that says that italics are to be replaced, also in italics', () => {
		const read = readForm(
			'# Harbour cranes at night\n\n_Italics show what is to be replaced._\n\n## Part\n\n- Load: _heavy_\n',
		);
		expect(read.guidance.map(one => one.text)).toEqual(['_Italics show what is to be replaced._']);
		expect(fieldOf(read, 'part/load').blank).toBe(true);
	});

	test('is spoken of under a title that calls it a template', () => {
		const read = readForm('# Lifting plan template\n\nPlans live in the harbour office.\n\n## Part\n\n<load>\n');
		expect(read.guidance.map(one => one.text)).toEqual(['Plans live in the harbour office.']);
		const plain = readForm('# Harbour cranes at night\n\nPlans live in the harbour office.\n\n## Part\n\n<load>\n');
		expect(plain.guidance).toEqual([]);
	});

	test('has its own name, and what is said of it, above the title of the document', () => {
		const read = readForm('# Plan template\n\nOne file for each crane.\n\n# Plan of <crane>\n\n## Part\n\n<load>\n');
		expect(read.fields.map(one => one.id)).toEqual(['document/title', 'part/body']);
		expect(read.guidance.map(one => one.text)).toEqual(['# Plan template', 'One file for each crane.']);
	});

	test('ends with a bold line that asks for nothing', () => {
		const read = form('<load>\n\n---\n\n**End of plan**');
		expect(read.fields.map(one => one.id)).toEqual(['document/title', 'part/body']);
		expect(form('<load>\n\n---\n\n**Owner:**').fields.map(one => one.id)).toContain('part/owner');
	});
});

describe('comments, quotes and folds', () => {
	const guided = (text: string) => form(`<load>\n\n${text}`).guidance.map(one => one.text);

	test.each([
		'<!-- toc -->',
		'<!-- omit in toc -->',
		'<!-- markdownlint-disable MD013 -->',
		'<!-- prettier-ignore-start -->',
		'<!-- some-tool:start -->',
		'<!-- more -->',
		'<!-- This plan is licensed under CC0. -->',
		'<!-- Copyright (c) 2020 The Harbour -->',
	])('%s is for tools and lawyers', comment => {
		expect(guided(comment)).toEqual([]);
	});

	test.each(['<!-- Say who signs. -->', '<!-- Start with the load. -->', '<!-- Name the licence. -->'])(
		'%s is for the author',
		comment => {
			expect(guided(comment)).toHaveLength(1);
		},
	);

	test('a warning to whoever follows the document stands; one to its author does not', () => {
		expect(guided('> **WARNING:** The boom swings without a sound.')).toEqual([]);
		expect(guided('> [!CAUTION]\n> Hands off the chain.')).toEqual([]);
		expect(guided('> **WARNING:** Replace this section before you send it.')).toHaveLength(1);
		expect(guided('> [!NOTE]\n> Loads are in tonnes.')).toHaveLength(1);
	});

	test('what is folded away to explain goes with its fold', () => {
		expect(guided('<details>\n<summary>Instructions</summary>\n\n- Weigh the load.\n\n</details>')[0]).toContain(
			'Weigh the load.',
		);
		expect(guided('<details>\n<summary>Log of lifts</summary>\n\nForty lifts.\n\n</details>')).toEqual([]);
	});

	test('a comment beside a value in front matter helps with that value', () => {
		const read = readForm(
			'---\n# For the office\nowner: TBD # who signs\nload: 40\n---\n\n# Harbour cranes at night\n',
		);
		expect(fieldOf(read, 'document/owner').guidance).toEqual(['who signs']);
		expect(fieldOf(read, 'document/load').guidance).toEqual([]);
		expect(sectionsOf(read)[0]?.guidance).toEqual(['For the office']);
	});

	test('a note on repeating shows its own words, and goes with its label', () => {
		const read = form('**[Crane 1]**:\n- Reach: [m]\n\n**[Crane 2]**:\n- [Same structure]');
		const [note] = read.guidance;
		expect(note?.text).toBe('- [Same structure]');
		expect(read.source.slice(note!.range.from, note!.range.to)).toContain('[Crane 2]');
	});
});

test('a value that says what to write there is no value', () => {
	const read = readForm(
		'# Harbour cranes at night\n\n| Field | Value |\n|---|---|\n| Load | Describe what is lifted |\n| Quay | North |\n',
	);
	expect(read.fields.filter(one => one.place.at === 'cell').map(one => [one.label, one.blank, one.prefilled])).toEqual([
		['Load', true, false],
		['Quay', false, true],
	]);
});

test('a title or a label said once more shows where its answer goes', () => {
	const read = readForm(
		'# Harbour cranes at night\n\nDate: DATE\n\n## Status\n\nSTATUS\n\n## Crew on quay\n\nCrew on quay\n\n## Load\n\nHeavy\n',
	);
	expect(read.fields.map(one => [one.id, one.kind, one.blank])).toEqual([
		['document/title', 'text', false],
		['document/date', 'date', true],
		['status/body', 'text', true],
		['crew-on-quay/body', 'prose', true],
		['load/body', 'prose', false],
	]);
});

test("a line right below a title that is the word for one says how to give it; another line is the document's own", () => {
	const head = (title: string, line: string) => {
		const form = readForm(`# ${title}\n\n${line}\n\n## Cargo\n\n<what>\n`);
		return [form.fields[0]?.blank, sectionsOf(form)[0]?.guidance];
	};
	expect(head('Title', 'A short title that names the voyage.')).toEqual([
		true,
		['A short title that names the voyage.'],
	]);
	expect(head('Titre', 'Un titre bref pour le voyage.')).toEqual([true, ['Un titre bref pour le voyage.']]);
	expect(head('Titel', 'Die Reise führt nach Norden.')).toEqual([true, []]);
	expect(head('Voyage north', 'A voyage north of the line.')).toEqual([false, []]);
});

import {describe, expect, test} from 'vitest';
import {fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answers} from '../../../source/core/form/index.ts';
import {fieldOf, kindsOf, textOf} from './reading.ts';

const body = (line: string) =>
	readForm(`# A\n\n## Part\n\n- First: <x>\n- Second: ${line}\n`).fields.filter(
		field => field.id.startsWith('part/') && !field.id.endsWith('/first'),
	);

describe('what marks a blank', () => {
	test.each([
		['[the name]', '[the name]'],
		['<the name>', '<the name>'],
		['{the name}', '{the name}'],
		['{{the name}}', '{{the name}}'],
		['${NAME}', '${NAME}'],
		['TBD', 'TBD'],
		['…', '…'],
		['_____', '_____'],
		['__NAME__', '__NAME__'],
		['__FULL_NAME__ of it', '__FULL_NAME__'],
		['YYYY-MM-DD', 'YYYY-MM-DD'],
		['(the name goes here)', '(the name goes here)'],
		['&lt;the name&gt;', '&lt;the name&gt;'],
		['`<the name>`', '<the name>'],
		['`[the name of it]`', '[the name of it]'],
		['`<имя>`', '<имя>'],
		['~할 때', '~할 때'],
		['@TEAM_LEAD', '@TEAM_LEAD'],
		['@username', '@username'],
		['__ minutes', '__'],
		['$__', '__'],
		['@your-github-handle', '@your-github-handle'],
		['@DESK_MATE goes here', '@DESK_MATE'],
		['`out/[path/to/report]`', '[path/to/report]'],
		['○○の荷役', '○○の荷役'],
		['[one of {a}, "b/c" | [d]]', '[one of {a}, "b/c" | [d]]'],
		['', ''],
	])('%s', (line, placeholder) => {
		expect(body(line).map(field => field.placeholder)).toEqual([placeholder]);
		expect(body(line)[0]?.blank).toBe(true);
	});

	test.each([
		['a link', 'see [the guide](https://example.org)'],
		['a reference', 'see [the guide][g]\n\n[g]: https://example.org'],
		['a defined shortcut', 'see [guide]\n\n[guide]: https://example.org'],
		['a footnote', 'as said[^1]'],
		['an image', '![a chart](chart.png)'],
		['an autolink', '<https://example.org>'],
		['an address', '<ada@example.org>'],
		['a tag', '<b>bold</b> and <br>'],
		['code', '`{id}` and `[0]` and `<T>`'],
		['a path parameter', 'GET /books/{id}'],
		['a naming pattern', 'named {environment}-{entity}'],
		['an index', 'the value of rows[index]'],
		['a tag', '[P] rows marked [US1] run beside others'],
		['a value of a pipeline', 'release {{ env.VERSION }}'],
		['a wiki link', '[[weekly notes]]'],
		['loud words', '__NOTE__ that it is so'],
		['a type in braces', 'gives {`null|object`} back'],
		['bold words', '__this__ and __that__'],
		['signs of bold on a line of their own', '__\nnot bold__'],
		['an escape', '\\[not a blank\\]'],
		['a computed placeholder', '<% tp.date.now("YYYY-MM-DD") %>'],
		['a shortcode', '{{< crane name="north" >}} and {{< /crane >}}'],
		['a shortcode of Markdown', '{{% note %}}'],
		['a tag of a site', '{% include harbour.html %}'],
		['a generic type', 'returns List<String>'],
		['a generic type in entities', 'returns List&lt;String&gt;'],
		['an element in entities', 'wrap it in &lt;div&gt; first'],
		['a comparison in entities', 'where 3 &lt; n and n &gt; 1'],
		['an element in code', '`<button>`'],
		['a component in code', '`<DatePicker />`'],
		['a custom element in code', '`<date-picker>`'],
		['an argument in code', '`[flags]`'],
		['a tag with attributes', '<crane:begin name="north">'],
		['an address for a tool', '[QUAY:CRANES:NORTH]'],
		['a size', '~40 tonnes'],
		['a handle', '@harbour-crew keeps the keys'],
		['loud handles', '@SKIPPER is told by @CRANE_CREW'],
		['a media type in code', 'sends `[text/plain]`'],
	])('no blank: %s', (_, line) => {
		const form = readForm(
			`# A tale of two parts\n\n## Part\n\n**Topic:** one\n\n- First: <x>\n- Second one\n- ${line}\n`,
		);
		expect(form.fields.filter(field => field.line > 7).map(field => field.placeholder)).toEqual([]);
	});

	test('a task box is no blank', () => {
		expect(kindsOf('# A b c\n\n## Done\n\n- [ ] one\n- [x] two\n')).toContain('done/body checklist');
	});

	test('a blank in a label of its own is one field, whatever stands below', () => {
		const asked = (text: string) =>
			readForm(`# A b c\n\n## Crane\n\n${text}\n`)
				.fields.slice(1)
				.map(field => field.placeholder);
		expect(asked('**Q: [question]**')).toEqual(['[question]']);
		expect(asked('**Q: [question]**\n\nA: [answer]')).toEqual(['[question]', '[answer]']);
		expect(asked('**Crane: [name]**\n\nIt stands on the quay.')).toEqual(['[name]']);
	});

	test('several blanks on a line are several fields, with the text between them kept', () => {
		const form = readForm('# A b c\n\n## Story\n\nAs a [role], I want [capability].\n');
		expect(form.fields.slice(1).map(field => [field.id, field.placeholder, field.place.at])).toEqual([
			['story/role', '[role]', 'inline'],
			['story/capability', '[capability]', 'inline'],
		]);
	});

	test('signs that hang on a date mask make an id of it, a code before a blank stands', () => {
		const form = readForm(
			'# A b c\n\n- Case: INC-YYYYMMDD-NN\n- Day: YYYYMMDD\n\n## Faults\n\n- [404] [when]\n- [500] [when]\n',
		);
		expect(form.fields.slice(1).map(field => [field.placeholder, field.kind])).toEqual([
			['INC-YYYYMMDD-NN', 'text'],
			['YYYYMMDD', 'date'],
			['[when]', 'text'],
			['[when]', 'text'],
		]);
	});

	test('a quoted statement with blanks is to be filled, a quoted order about blanks is help', () => {
		const fields = (quote: string) =>
			readForm(`# A b c\n\n## Bet\n\n${quote}\n`)
				.fields.slice(1)
				.map(field => field.label);
		expect(fields('> We think that [change/solution]\n> brings [gain].')).toEqual(['change/solution', 'gain']);
		expect(fields('> Replace [name] by yours and remove [what is left].')).toEqual(['Bet']);
	});

	test('a quoted head is metadata, also as a list or with one label; a quoted remark is help', () => {
		const fields = (quote: string) =>
			readForm(`# A b c\n\n${quote}\n\n## Bet\n\n<x>\n`)
				.fields.slice(1)
				.map(field => field.label);
		expect(fields('> - Captain: <name>\n> - Boat: <which>\n> - State: afloat | sunk')).toEqual([
			'Captain',
			'Boat',
			'State',
			'Bet',
		]);
		expect(fields('> **Boat** : [name of the boat]')).toEqual(['Boat', 'Bet']);
		expect(fields('> - Boats: all that float\n> - Cranes: those on the quay')).toEqual(['Bet']);
		expect(fields('> **Note**: keep [names] short.')).toEqual(['Bet']);
	});

	test('a name and what is labelled behind it are asked for each, a name and its address together', () => {
		const fields = (value: string) =>
			readForm(`# A b c\n\n- **Approved by**: ${value}\n`)
				.fields.slice(1)
				.map(field => [field.kind, field.placeholder]);
		expect(fields('[Name] Date: _____')).toEqual([
			['person', '[Name]'],
			['date', '_____'],
		]);
		expect(fields('[Name] <email>')).toEqual([['person', '[Name] <email>']]);
	});

	test('an id is text, a pull request is a link', () => {
		const kind = (label: string, blank: string) => readForm(`# A b c\n\n- ${label}: ${blank}\n`).fields[1]?.kind;
		expect(kind('PRD ID', 'PRD-XXX')).toBe('text');
		expect(kind('Ticket', '[PR number]')).toBe('link');
	});

	test('a long blank alone on its line asks for prose, a name alone on its line for a line', () => {
		const kinds = (text: string) =>
			readForm(`# A b c\n\n## Bet\n\n${text}\n`)
				.fields.slice(1)
				.map(field => field.kind);
		expect(kinds('[What the crane lifts and for whom]\n[Why it is the one to lift it]')).toEqual(['prose', 'prose']);
		expect(kinds('[Boat]\n[Quay]')).toEqual(['text', 'text']);
	});

	test('a pair of things to choose from is a choice, a pair of words for one thing is not', () => {
		const kinds = (blank: string) => readForm(`# A b c\n\n## Bet\n\nIt is a [${blank}] with <x>.\n`).fields[1]?.kind;
		expect(kinds('narrow/wide')).toBe('choice');
		expect(kinds('action/approach')).toBe('text');
	});

	test('quotes and code ticks around a blank stay', () => {
		const form = readForm('# A b c\n\n- **Branch**: `[feature-name]`\n');
		expect(textOf(form, 'document/branch')).toBe('[feature-name]');
	});

	test('a trailing hard break stands outside the range', () => {
		const form = readForm('# A b c\n\n**Owner:** <name>  \n**Team:** <team>  \n');
		expect(textOf(form, 'document/owner')).toBe(' <name>');
	});

	test('a tag-like blank alone on its line is a blank, a closed element is not', () => {
		expect(kindsOf('# A b c\n\n## Parts\n\n- <part>\n- <part>\n')).toContain('parts/body list');
		const html = readForm('# A b c\n\n## Parts\n\n<details>\nmore\n</details>\n');
		expect(html.fields.map(field => field.placeholder)).not.toContain('<details>');
	});
});

describe('variables', () => {
	const form = readForm('# {Feature Name} design\n\n## About\n\nThe {Feature} serves all, and {feature} is fast.\n');

	test('one name in three spellings is one field with mirrors', () => {
		expect(form.fields.filter(field => field.variable !== undefined).map(field => field.id)).toEqual([
			'document/title',
		]);
		expect(fieldOf(form, 'document/title').mirrors.map(mirror => mirror.spelling)).toEqual(['Feature', 'feature']);
		expect(
			fieldOf(form, 'document/title').mirrors.map(mirror => form.source.slice(mirror.range.from, mirror.range.to)),
		).toEqual(['{Feature}', '{feature}']);
	});

	test('words that any blank may hold are no variable', () => {
		const form = readForm(
			'# A b c\n\n- Captain: {name}\n- Mate: {name}\n- Costs: {if any}\n- Gains: {if any}\n- Boat: {boat}\n- Again: {boat}\n',
		);
		expect(form.fields.slice(1).map(field => field.label)).toEqual(['Captain', 'Mate', 'Costs', 'Gains', 'Boat']);
	});

	test('the same name in two instances of a repeat is two answers', () => {
		const stories = readForm(
			'# A b c\n\n## Story 1: {{AREA}}\n\n**As:** {{ROLE}}\n\n## Story 2: {{AREA}}\n\n**As:** {{ROLE}}\n',
		);
		expect(stories.fields.map(field => field.id)).toEqual([
			'document/title',
			'story/name',
			'story/as',
			'story[2]/name',
			'story[2]/as',
		]);
	});
});

describe('kinds', () => {
	test.each([
		['Status: Draft | In Review | Approved', 'choice', ['Draft', 'In Review', 'Approved']],
		['Status: 🚧 Building | ✅ Done', 'choice', ['🚧 Building', '✅ Done']],
		['Sensitivity tier: <public/internal/secret>', 'choice', ['public', 'internal', 'secret']],
		['Database: [PostgreSQL, MySQL, etc.]', 'choice', ['PostgreSQL', 'MySQL']],
		['Idempotent: yes/no (how)', 'choice', ['yes', 'no']],
		['Status: `Proposed`, `Accepted`', 'choice', ['Proposed', 'Accepted']],
		['Status: Draft <!-- Acceptable values: Draft, Approved -->', 'choice', ['Draft', 'Approved']],
		['Owner: [Team/Owner]', 'person', []],
		['Last updated: [Date]', 'date', []],
		['Created: YYYY-MM-DD', 'date', []],
		['Due: dd/mm/yyyy', 'date', []],
		['Ticket: [Issue links]', 'link', []],
		['Max retries: [3]', 'number', []],
		['Budget: <monthly/annual>', 'text', []],
		['Rule applied: <yes/no + details>', 'text', []],
		['Scope: [What it does. What it does not do.]', 'prose', []],
		[
			'Status: [draft | open | … | replaced by [that](0-that.md)]',
			'choice',
			['draft', 'open', 'replaced by [that](0-that.md)'],
		],
		['Status: {state} (open | closed)', 'choice', ['open', 'closed']],
		['Status: {state} (since when)', 'text', []],
		['Story: [description | ticket URL]', 'text', []],
		['Found by (guest/ guard/ neighbour):', 'choice', ['guest', 'guard', 'neighbour']],
		['Grades: [H/M/L]', 'choice', ['H', 'M', 'L']],
		['Run: Full | Lite *(as the harbour master says)*', 'choice', ['Full', 'Lite']],
		['Case: INC-YYYYMMDD-NN', 'text', []],
		['Runs in: {cabin / deck areas, or `all`}', 'text', []],
		['Paths: `crew/boats/`, `crew/trains/`', 'text', []],
		['Engine: [SELECT: steam / sail]', 'choice', ['steam', 'sail']],
		['Opened on: [when]', 'date', []],
		['Depends on: [what]', 'text', []],
		['State: _{open / closed}_', 'choice', ['open', 'closed']],
		['Affected: [number / percentage]', 'text', []],
		['Severity (low/high):', 'choice', ['low', 'high']],
		['Weight (gross/net):', 'list', []],
		['Signals at sea (lights/horns/flags):', 'list', []],
		['Harbour lead:', 'person', []],
		['Conducted by: {Names of those who answer questions}', 'person', []],
		['Lead time:', 'text', []],
		['Comments due: <Date until which comments are read>', 'date', []],
		['Item: {Link to the item that this belongs to, for more context}', 'link', []],
	])('%s', (line, kind, options) => {
		const form = readForm(`# A b c\n\n- ${line}\n- Other: <x>\n`);
		expect([form.fields[1]?.kind, form.fields[1]?.options]).toEqual([kind, options]);
	});

	test('suggestions are open, choices are not', () => {
		const form = readForm(
			'# A b c\n\n- Database: [PostgreSQL, MySQL, etc.]\n- State: on | off\n- Environments: dev | staging | prod\n',
		);
		expect(form.fields.slice(1).map(field => [field.open, field.multiple])).toEqual([
			[true, false],
			[false, false],
			[false, true],
		]);
	});

	test('a number offers its default, a date its format', () => {
		const form = readForm('# A b c\n\n- Max instances: [20]\n- Wait: [30 min]\n- Day: MM/DD/YYYY\n');
		expect(form.fields.slice(1).map(field => field.default ?? field.format)).toEqual(['20', '30 min', 'MM/DD/YYYY']);
	});

	test.each([
		['Date: DATE', true],
		['Issue: [boats#0000](https://example.org/issues/0000)', true],
		['Unit: SI', false],
		['Issue: [boats#12](https://example.org/issues/12)', false],
	])('%s only stands in for a value: %s', (line, blank) => {
		expect(readForm(`# A b c\n\n- ${line}\n- Other: <x>\n`).fields[1]?.blank).toBe(blank);
	});

	test('a bold blank on a line of its own is one field, a bold label with a colon is another', () => {
		const fields = (line: string) =>
			readForm(`# A b c\n\n## Map\n\n${line}\n`)
				.fields.slice(1)
				.map(field => field.label);
		expect(fields('**\\<Map or table\\>**')).toEqual(['Map or table']);
		expect(fields('**<place>:**')).toEqual(['place', 'place']);
	});

	test('a value that may stand is prefilled, not blank', () => {
		const form = readForm('# A b c\n\n- Version: 0.1.0\n- Owner: <name>\n');
		expect([fieldOf(form, 'document/version').prefilled, fieldOf(form, 'document/version').blank]).toEqual([
			true,
			false,
		]);
	});
});

describe('an example in brackets behind a blank', () => {
	const source = [
		'# [Name] (e.g., Night bus)',
		'',
		'- Owner: [who] (e.g. Ada)',
		'- Port: <port> (for example 8080)',
		'- Zeit: [zeit] (z. B. 12 Uhr)',
		'- Plan: [plan] (see chapter 2)',
		'',
	].join('\n');
	const form = readForm(source);

	test('is what a good answer looks like', () => {
		expect(form.fields.map(({label, placeholder, example}) => [label, placeholder, example])).toEqual([
			['Name', '[Name] (e.g., Night bus)', 'Night bus'],
			['Owner', '[who] (e.g. Ada)', 'Ada'],
			['Port', '<port> (for example 8080)', '8080'],
			['Zeit', '[zeit] (z. B. 12 Uhr)', '12 Uhr'],
			['Plan', '[plan]', undefined],
		]);
	});

	test('goes with the blank when that is answered, and comes back with it', () => {
		const text = (value: string) => ({state: 'answered', value}) as const;
		const answers = new Map([
			['document/title', text('Day bus')],
			['document/owner', text('Bob')],
			['document/plan', text('None yet')],
		]);
		const {source: written} = fill(form, answers);
		expect(written.split('\n').slice(0, 6)).toEqual([
			'# Day bus',
			'',
			'- Owner: Bob',
			'- Port: <port> (for example 8080)',
			'- Zeit: [zeit] (z. B. 12 Uhr)',
			'- Plan: None yet (see chapter 2)',
		]);
		expect(match(form, written).answers).toEqual(answers);
	});
});

describe('a date in the form that the template shows', () => {
	const shown = [
		['DD MMM YYYY', '26 Nov 2026'],
		['YYYY/MM/DD', '2026/11/26'],
		['MM/DD/YYYY', '11/26/2026'],
		['DD.MM.YYYY', '26.11.2026'],
		['D. M. YYYY', '26. 11. 2026'],
		['MMMM D, YYYY', 'November 26, 2026'],
		['dd-mmm-yyyy', '26-Nov-2026'],
		['DD/MM/YY', '26/11/26'],
		['YYYY-MM', '2026-11'],
		['MMM YYYY', 'Nov 2026'],
	] as const;

	test.each(shown)('%s: behind a label, in brackets, in a sentence, front matter and a cell', (mask, day) => {
		const source = (text: string, inner: string) =>
			`---\nsince: ${inner}\n---\n\n# A b c\n\n- Due: ${inner}\n- End: ${text}\n\n## Log\n\nSeen on ${inner} by all.\n\n| Id | Day |\n| --- | --- |\n| Fixed | ${inner} |\n| Other | ${inner} |\n`;
		const form = readForm(source(`[${mask}]`, mask));
		const dates = form.fields.filter(field => field.format === mask);
		expect(dates.map(({kind}) => kind)).toEqual(['date', 'date', 'date', 'date']);
		const answers: Answers = new Map(dates.map(({id}) => [id, {state: 'answered', value: day}] as const));
		const filled = fill(form, answers).source;
		expect(filled).toContain(`- Due: ${day}\n- End: ${day}\n`);
		expect(filled).toContain(`Seen on ${day} by all.`);
		for (const {id} of dates) expect(match(form, filled).answers.get(id)).toEqual(answers.get(id));
	});

	test('in round brackets of a label or a table head it says how the day is written', () => {
		const form = readForm(
			'# A b c\n\n- Due (DD/MM/YYYY):\n- Seen (DD MMM YYYY): [date]\n\n| What | On (MM/DD/YYYY) |\n| --- | --- |\n| [what] | |\n| [what] | |\n',
		);
		expect(form.fields.slice(1).map(({label, kind, format}) => [label, kind, format])).toEqual([
			['Due (DD/MM/YYYY)', 'date', 'DD/MM/YYYY'],
			['Seen (DD MMM YYYY)', 'date', 'DD MMM YYYY'],
			[expect.any(String), 'table', undefined],
		]);
		expect(form.fields.at(-1)?.columns?.[1]).toMatchObject({kind: 'date', format: 'MM/DD/YYYY'});
	});
});

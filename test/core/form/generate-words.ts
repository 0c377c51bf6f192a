/** Arbitrary pieces of a line in a template: words, blanks of every style, labels and what only looks like them. */

import fc from 'fast-check';

/** Blanks as authors of templates write them. */
export const blank = fc.constantFrom(
	'[Name]',
	'[what it does]',
	'[Provide a short summary of the change]',
	'<name>',
	'<a short title>',
	'{Feature Name}',
	'{feature}',
	'{{owner}}',
	'${region}',
	'__TEAM__',
	'YYYY-MM-DD',
	'DD/MM/YYYY',
	'TBD',
	'TODO',
	'…',
	'...',
	'___',
	'____________',
	'[20]',
	'[30 ms]',
	'[Low | Medium | High]',
	'[draft/review/final]',
	'<yes/no>',
	'[Names]',
	'[@owner, @other]',
	'[Example: forty]',
	'[ ]',
	'[x]',
	'[漢字]',
	'[שם]',
	'**[Bold]**',
	'*<slanted>*',
	'`[code]`',
	'[**strong** word]',
	'[a [nested] one]',
	'[one], [two]',
	'[a][b]',
	'<one> → <two>',
	'[ ] Low [ ] High',
	'☐ Rope ☐ Wood ☐ Paint',
	'Yes [x] / No [ ]',
	'__ days',
);

/** Words that are the template's own, also such as look like something else. */
export const words = fc.constantFrom(
	'The service',
	'We decided',
	'See below.',
	'in order to',
	'e.g. this',
	'a | b',
	'a\\|b',
	'`code`',
	'**bold**',
	'*x*',
	'_y_',
	'~~z~~',
	'[link](https://example.org)',
	'[reference][ref]',
	'[ref]',
	'![image](a.png)',
	'https://example.org/{id}',
	'<https://example.org>',
	'<me@example.org>',
	'<br>',
	'<b>raw</b>',
	'<!-- aside -->',
	'&amp;',
	'&#124;',
	'$x^2$',
	'漢字かな',
	'שלום',
	'مرحبا',
	'é',
	'👩‍👩‍👧‍👦',
	'a\u00A0b',
	'a\u2028b',
	'a\tb',
	'a  b',
	'(optional)',
	'(required)',
	'note[^1]',
	'10:30',
	'a/b/c',
	'yes/no',
	'C:\\path\\',
	'\\[not one\\]',
	'it’s “so”',
	'50%',
	'1.',
	'#tag',
	'=',
);

/** What an author asks for without brackets. */
export const prompt = fc.constantFrom(
	'Describe the context.',
	'What problem does this solve?',
	'List the goals of the change.',
	'Explain why, in two or three sentences.',
	'_Say who is affected._',
	'(Say when.)',
	'Add links here.',
);

export const label = fc.constantFrom(
	'Owner',
	'Status',
	'Date',
	'Reviewers',
	'Last updated',
	'Decision',
	'Risk level',
	'Tickets',
	'Größe',
	'担当',
	'Inputs',
	'Method',
	'G1',
	'Link',
	'Non-goals',
	'Rationale',
	'Owner (optional)',
);

/** A label and its colon, in every style. */
export const labelled = fc
	.tuple(
		label,
		fc.constantFrom<(name: string) => string>(
			name => `**${name}:**`,
			name => `**${name}**:`,
			name => `__${name}__:`,
			name => `*${name}*:`,
			name => `${name}:`,
			name => `\`${name}\`:`,
			name => `${name} :`,
		),
	)
	.map(([name, style]) => style(name));

/** Something behind a label. */
export const value = fc.oneof(
	{weight: 4, arbitrary: blank},
	{weight: 2, arbitrary: fc.constant('')},
	{weight: 1, arbitrary: fc.constantFrom('Draft | Approved', 'low/medium/high', '1.0.0', '2026-01-02', '@ada, @grace')},
	{weight: 1, arbitrary: words},
);

/** A run of words and blanks. */
export const phrase = fc
	.array(fc.oneof({weight: 3, arbitrary: words}, {weight: 2, arbitrary: blank}), {minLength: 1, maxLength: 4})
	.map(pieces => pieces.join(' '));

/** A heading's text. */
export const title = fc.oneof(
	{
		weight: 4,
		arbitrary: fc
			.tuple(
				fc.constantFrom('', '', '', '1. ', '1) ', '2.1 ', '0.1) ', '16b) ', 'A. ', 'Step 1: ', 'Phase 2 — '),
				fc.constantFrom(
					'Context',
					'Goals',
					'Goals / non-goals',
					'Design',
					'Caching Strategy',
					'Open questions',
					'概要',
					'Résumé',
					'API `v1`',
					'What *really* matters',
					'C#',
					'Links [here](https://example.org)',
					'…',
				),
				fc.constantFrom('', '', '', ' (required)', ' (optional)', ' (if applicable)', ' *(mandatory)*', ' — RNIA', ':'),
			)
			.map(parts => parts.join('')),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			'[Name] design',
			'Component: <name>',
			'Table: [entity]',
			'{Feature Name}',
			'[Title]',
			'Endpoint `GET /{id}`',
			'Component 1',
			'Component 2',
		),
	},
);

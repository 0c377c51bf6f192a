/** The reader's rules by name, each in a sentence that says why there is a field: for `inspect --explain`. */

/** Why something is a field, by the name of the rule that found it. */
export const reasons = {
	title: "The document's first heading is its title.",
	'title-sample': 'The first heading only says that a title goes there, or is the name of the template.',
	'heading-inline': 'A blank stands in a heading.',
	'heading-choice': 'A blank in a heading offers alternatives.',
	'heading-sample': 'A heading says itself that what stands behind its colon is a placeholder.',
	'id-mask': 'An id counts in signs that stand for digits.',
	'front-matter': 'A key in the front matter has a value.',
	'front-matter-inline': 'Variables stand among other words in the value of a key in the front matter.',
	label: 'A blank stands behind a label.',
	'label-choice': 'Alternatives stand behind a label.',
	'label-inline': 'A blank stands beside other words behind a label, or in the label.',
	'label-empty': 'Nothing stands behind a label.',
	'label-value':
		'A plain value stands behind a label, at the head of the file or among labels with blanks; it may stay as it is.',
	'label-topics': 'The list below a label only names what to write about.',
	'label-prompt': 'The paragraph below a label says what to write.',
	'label-instruction': 'An instruction or a question stands behind a label.',
	'label-block': 'A blank is all that stands below a label.',
	'label-block-choice': 'Alternatives are all that stands below a label.',
	'label-block-inline': 'A blank stands among other words below a label.',
	'nested-value': 'The only item below a label is a blank.',
	'nested-value-choice': 'The only item below a label offers alternatives.',
	'nested-value-inline': 'A blank stands among other words in the only item below a label.',
	'item-inline': 'A blank stands in a list item.',
	'prose-inline': 'A blank stands in a sentence.',
	list: 'The items of a list are blanks, so that it may have more or fewer.',
	'list-numbered-ids': 'The items of a list begin with ids that count up.',
	'list-counted': 'The items of a list are one word that only counts, such as "Reason 1" and "Reason 2".',
	'list-sample': 'A list has a blank for an item, and a sample of one beside it.',
	'list-grows': 'A list ends with dots, so that it goes on.',
	'list-pattern': 'The item of a list is made of blanks with signs between them, and may have others like it.',
	'list-patterns': 'The items of a list have the same blanks in the same places.',
	'list-steps': 'Each item of a numbered list begins with a blank.',
	'list-alike': 'The items of a list differ in their blanks only.',
	checklist: 'A list has check boxes, with blanks as their texts.',
	'checklist-fixed': 'A list has check boxes with texts that stay.',
	table: 'A table has rows of blanks or samples, or none yet.',
	'table-fixed-rows': 'Each row of a table begins with a name that stays, and has blanks behind it.',
	'metadata-table': "A table's row has a name in one cell, and a blank or nothing in the next.",
	'metadata-table-choice': "A table's row has a name in one cell, and alternatives in the next.",
	'metadata-table-inline': "A table's row has a name in one cell, and a blank among other words in the next.",
	'metadata-table-instruction': "A table's row has a name in one cell, and an instruction or a question in the next.",
	'metadata-table-value': "A table's row has a name in one cell, and a value in the next that may stay as it is.",
	'code-fence': 'A code block stands there as a sample.',
	'code-indented': 'Indented code stands there as a sample.',
	'body-empty': 'Nothing stands below a heading.',
	'body-bracketed': 'A blank, or a paragraph in brackets, is all that stands below a heading.',
	'body-value': 'The only line below a heading is a choice, a day, a person or the like, as the heading says.',
	'body-labelled': 'Below a heading, labels of its own say what goes there.',
	'body-quoted': 'All that stands below a heading is a quote that says what goes there.',
	'body-topics': 'The list below a heading names what to write about, or may stay as it is.',
	'body-written': 'In a document, what stands below a heading and asks for nothing is its author’s text.',
	'body-prose': 'What stands below a heading says what to write, or is text that may stay as it is.',
	'boilerplate-list': 'The items of a list ask for nothing and may stand as they are.',
	'boilerplate-text': 'A text asks for nothing and may stand as it is.',
	'boilerplate-label': 'What stands behind a label asks for nothing and may stand as it is.',
} as const;

/** The name of a rule. */
export type Rule = keyof typeof reasons;

/** Rules about a value that stands by itself; it may be one blank, a choice, or text with blanks in it. */
export type ValueRule = 'label' | 'label-block' | 'nested-value' | 'metadata-table';

/** Rules about blanks among other words. */
export type InlineRule = ValueRule | 'item' | 'prose' | 'heading' | 'front-matter';

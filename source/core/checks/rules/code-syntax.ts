import type {Answer, Document, Range} from '../../form/types.ts';
import {linesOf} from '../../text/index.ts';
import {codeFault} from '../code/index.ts';
import type {CodeFault} from '../code/types.ts';
import {nameOf} from '../naming.ts';
import {rangeOf} from '../place.ts';
import {isOwnForm, standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';

/**
 * Code that is not of its language: diagrams that Mermaid can't draw, JSON and YAML that don't parse, OpenAPI that
 * lacks what it must have, GraphQL and SQL whose brackets and quotes don't close. The template's own sample is no
 * answer, so it is left alone. Without the template nobody has said that a block is to be parsed whole, and people
 * shorten JSON and YAML; a diagram that can't be drawn is a fault in any document.
 */
export const codeSyntax: Rule = {
	id: 'code-syntax',
	severity: 'error',
	summary: 'Diagrams, JSON, YAML, OpenAPI, GraphQL and SQL can be read by what is to read them.',
	*run(document) {
		for (const entry of standingOf(document).fields.values()) {
			const {field, state} = entry;
			const {language} = field;
			if (field.kind !== 'code' || state !== 'answered' || language === undefined) continue;
			if (isOwnForm(document) && language.toLowerCase() !== 'mermaid') continue;
			const answer = document.answers.get(field.id);
			if (answer?.state !== 'answered' || typeof answer.value !== 'string') continue;
			const fault = faultIn(answer, language, answer.value);
			if (!fault) continue;
			const line = linesOf(answer.value).lineOf(fault.range.from);
			const words = `line ${line}: ${fault.reason}.`;
			yield {
				reason: `${nameOf(entry)}, ${words}`,
				words,
				range: placeOf(document, field.id, answer.value, fault.range),
				section: field.section,
				field: field.id,
				help: fault.help,
			};
		}
	},
	examples: [
		{
			title: 'A link that goes nowhere.',
			template: '# Plan\n\n## Parts\n\n```mermaid\nflowchart LR\n  A --> B\n```\n',
			document: '# Plan\n\n## Parts\n\n```mermaid\nflowchart LR\n  Web --> Orders\n  Orders -->\n```\n',
			findings: 1,
		},
		{
			title: 'A diagram of a kind that is not looked at.',
			template: '# Plan\n\n## Parts\n\n```mermaid\nflowchart LR\n  A --> B\n```\n',
			document: '# Plan\n\n## Parts\n\n```mermaid\npie title Orders\n  "Paid" : 3\n```\n',
			findings: 0,
		},
		{
			title: "The template's sample, sound or not.",
			template: '# Plan\n\n## Parts\n\n```mermaid\nflowchart LR\n  [System name] -->\n```\n',
			document: '# Plan\n\n## Parts\n\n```mermaid\nflowchart LR\n  [System name] -->\n```\n',
			findings: 0,
		},
		{
			title: 'JSON with a comma too many.',
			template: '# Plan\n\n## Body\n\n```json\n{"id": "o1"}\n```\n',
			document: '# Plan\n\n## Body\n\n```json\n{\n  "id": "o2",\n}\n```\n',
			findings: 1,
		},
		{
			title: 'OpenAPI without a title.',
			template: '# Plan\n\n## API\n\n```yaml\nopenapi: 3.1.0\n```\n',
			document:
				'# Plan\n\n## API\n\n```yaml\nopenapi: 3.0.3\ninfo:\n  version: 1.0.0\npaths:\n  /holds:\n    get:\n      responses: {}\n```\n',
			findings: 1,
		},
		{
			title: 'GraphQL and SQL with a bracket that is never closed; brackets in quotes and comments are none.',
			template: '# Plan\n\n## Schema\n\n```graphql\ntype A\n```\n\n## Tables\n\n```sql\nCREATE TABLE a;\n```\n',
			document:
				"# Plan\n\n## Schema\n\n```graphql\ntype Hold { # one {\n  id: ID!\n```\n\n## Tables\n\n```sql\n-- a hold (one\nCREATE TABLE hold (id TEXT DEFAULT '(');\n```\n",
			findings: 1,
		},
		{
			title: 'Several YAML documents.',
			template: '# Plan\n\n## Flags\n\n```yaml\nflag: x\n```\n',
			document: '# Plan\n\n## Flags\n\n```yaml\n---\nflag: on\n---\nflag: off\n```\n',
			findings: 0,
		},
	],
};

const known = new WeakMap<Answer, {readonly fault: CodeFault | undefined}>();

/** An answer's code is looked at once, not at each key that is typed elsewhere. */
function faultIn(answer: Answer, language: string, code: string): CodeFault | undefined {
	const found = known.get(answer) ?? {fault: codeFault(language, code)};
	known.set(answer, found);
	return found.fault;
}

/** Where in the document a piece of the code stands, whose lines may be indented there. */
function placeOf(document: Document, field: string, code: string, range: Range): Range {
	const whole = rangeOf(document, field);
	const lines = linesOf(code);
	const line = lines.lineOf(range.from) - 1;
	const own = linesOf(document.source);
	const first = own.lineOf(whole.from) + (/^(?:`{3}|~{3})/.test(document.source.slice(whole.from)) ? 0 : -1);
	const start = own.starts[first + line];
	const text = code.slice(lines.startOf(range.from), lines.endOf(range.from));
	if (start === undefined) return whole;
	const indent = own.endOf(start) - start - text.length;
	if (indent < 0 || document.source.slice(start + indent, own.endOf(start)) !== text) return whole;
	const from = start + indent + range.from - lines.startOf(range.from);
	return {from, to: Math.min(own.endOf(start), from + range.to - range.from)};
}

/** The page about the rules, made of what they say of themselves: their summaries and examples. */

import type {Rule} from '../source/core/checks/index.ts';

const head = `# Rules

What \`specwright check\` looks after, in the order in which findings at one place are told. This page is made from the rules'
own summaries and examples, which are their tests too: \`npm run readme\` writes it.

A rule is found by what a template asks for, in whatever words, so that it holds for yours as well. \`--rule ID=off\`, \`info\`,
\`warn\` or \`error\` changes one. An error keeps a document below 100 %; a warning should be looked at; the rest is a hint.
`;

/** The whole page. */
export function rulePage(rules: readonly Rule[]): string {
	const rows = rules.map(({id, severity, summary}) => `| [\`${id}\`](#${id}) | ${severity} | ${escaped(summary)} |`);
	const table = ['| rule | severity | holds when |', '| --- | --- | --- |', ...rows].join('\n');
	return `${[head, table, ...rules.map(section)].join('\n\n').replaceAll(/\n{3,}/g, '\n\n')}\n`;
}

function section({id, severity, summary, examples}: Rule): string {
	const lines = examples.map(({title, findings}) => `- ${escaped(title)} ${told(findings)}`);
	const shown = examples.find(({findings}) => findings > 0) ?? examples[0];
	const sample = shown ? `A template, and a document of it with ${count(shown.findings)}:` : '';
	return [
		`## ${id}`,
		`${escaped(summary)} Severity: ${severity}.`,
		lines.join('\n'),
		...(shown ? [sample, fenced(shown.template), fenced(shown.document)] : []),
	].join('\n\n');
}

function told(findings: number): string {
	return findings === 0 ? '_Nothing is found._' : `_${count(findings)}._`;
}

function count(findings: number): string {
	return findings === 1 ? '1 finding' : `${findings} findings`;
}

/** What a page's Markdown would take for its own: placeholders in pointed brackets look like HTML. */
function escaped(text: string): string {
	return text.replaceAll(/[<|]/g, sign => `\\${sign}`);
}

function fenced(text: string): string {
	const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([ticks]) => ticks.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}markdown\n${visible(text).replace(/\n+$/, '')}\n${fence}`;
}

/** Characters that nobody can see, as their numbers. */
function visible(text: string): string {
	return text.replaceAll(
		/[\p{Cf}\u0080-\u009F]/gu,
		sign => `\\u{${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}}`,
	);
}

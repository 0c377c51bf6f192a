/** Documents as authors leave them: a template with answers, edited by hand. */

import fc from 'fast-check';
import {fill} from '../../../source/core/form/index.ts';
import type {Form} from '../../../source/core/form/index.ts';
import {answersFor} from './values.ts';

/** What authors do to a document by hand. */
export const edits: ReadonlyArray<readonly [string, (text: string) => string]> = [
	['nothing', text => text],
	['a blank line at the end', text => `${text}\n`],
	['CRLF', text => text.replaceAll('\n', '\r\n')],
	['a byte order mark', text => `\uFEFF${text}`],
	['an appendix', text => `${text}\n## Appendix Z\n\nWhat else I wanted to say.\n\n- one\n- two\n`],
	[
		'a section of their own in the middle',
		text => text.replace(/\n(## [^\n]*\n)(?=[^]*\n## )/, '\n## My own part\n\nWords of mine.\n\n$1'),
	],
	['a paragraph below the first heading', text => text.replace(/^(# [^\n]*\n)/, '$1\nA remark of mine.\n')],
	['headings in capitals', text => text.replaceAll(/^##? .*$/gm, line => line.toUpperCase())],
	['headings without their numbers', text => text.replaceAll(/^(#{2,4}) (?:\d+[.)]|\d+\.\d+[.)]?) /gm, '$1 ')],
	['front matter', text => `---\nstate: mine\n---\n\n${text}`],
	['a section dropped', text => text.replace(/\n## [^\n]*\n(?:(?!## )[^\n]*\n)*(?=## )/, '\n')],
	['the last sections dropped', text => text.replace(/(\n## [^]*?\n)(## [^]*)$/, '$1')],
	['a line with a label dropped', text => text.replace(/\n[-*] (?:\*\*)?[A-Z][^\n:]*:[^\n]*(?=\n)/, '')],
	['double blank lines', text => text.replaceAll(/\n\n(?=## )/g, '\n\n\n')],
];

/** What may become of a template, with the name of the edit. */
export function editedBy(form: Form, some = edits): fc.Arbitrary<readonly [name: string, text: string]> {
	return fc
		.tuple(answersFor(form, 4), fc.constantFrom(...some))
		.map(([answers, [name, edit]]) => [name, edit(fill(form, answers).source)] as const);
}

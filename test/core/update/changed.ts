/** Templates as their authors change them. */

/** What becomes of a template from one version to the next. */
export const changes: ReadonlyArray<readonly [string, (template: string) => string]> = [
	['nothing', text => text],
	[
		'a section more in the middle',
		text => text.replace(/\n(## [^\n]*\n)(?=[^]*\n## )/, '\n## Carbon\n\n- **Footprint:** [grams]\n\n$1'),
	],
	['a section more at the end', text => beforeMarker(text, '## Carbon (optional)\n\n[How many grams?]\n')],
	['a section of text', text => beforeMarker(text, '## Licence\n\nAll of this may be copied.\n')],
	[
		'a line with a label more',
		text => text.replace(/\n([-*] (?:\*\*)?[A-Z][^\n:]*:[^\n]*)\n/, '\n$1\n- **Steward:** [name]\n'),
	],
	['guidance said otherwise', text => text.replaceAll(/^(> [^\n]*[^\n.]\.)$/gm, '$1 Be brief.')],
	[
		'blanks said otherwise',
		text =>
			text.replaceAll(
				/^(?<mark>[-*] )?\[(?<words>(?!Repeat|Same)[A-Z][^\]\n|]{8,})\]$/gm,
				'$<mark>[$<words>, in short]',
			),
	],
	['headings said otherwise', text => text.replaceAll(/^(## [A-Z][\w ]*\w)$/gm, '$1 and more')],
	['a line with a label less', text => text.replace(/\n[-*] (?:\*\*)?[A-Z][^\n:]*:[^\n]*(?=\n)/, '')],
	['a section less', text => text.replace(/\n## [^\n]*\n(?:(?!## )[^\n]*\n)*(?=## )/, '\n')],
	[
		'two sections the other way round',
		text => text.replace(/\n(## (?:(?!\n## )[^])*)\n(## (?:(?!\n## )[^])*)\n(?=## )/, '\n$2\n$1\n'),
	],
	['CRLF', text => text.replaceAll('\n', '\r\n')],
	[
		'several at once',
		text =>
			beforeMarker(text, '## Carbon\n\n> Count all of it.\n\n- **Footprint:** [grams]\n')
				.replaceAll(/^(> [^\n]*[^\n.]\.)$/gm, '$1 Be brief.')
				.replace(/\n([-*] (?:\*\*)?[A-Z][^\n:]*:[^\n]*)\n/, '\n- **Steward:** [name]\n$1\n'),
	],
];

function beforeMarker(text: string, section: string): string {
	const at = text.search(/<!-- specwright: [^\n]*-->\s*$/);
	return at < 0 ? `${text.trimEnd()}\n\n${section}` : `${text.slice(0, at)}${section}\n${text.slice(at)}`;
}

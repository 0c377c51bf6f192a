/** All there is to say about the field in hand, where the editor's pane has room for a part of it. */

import type {Message} from '../../core/checks/types.ts';
import type {EditorProps} from '../components/editor.ts';
import {titleLine} from '../components/field-title.ts';
import {problemLines} from '../components/findings.ts';
import {exampleLines, spokenLines} from '../components/guidance.ts';
import type {Line, View} from '../drawing/line.ts';
import {span, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {scrolled} from '../drawing/scrolled.ts';

export type AboutProps = Pick<EditorProps, 'field' | 'help' | 'offer' | 'keys'> & {
	/** Titles of the sections down to the field. */
	readonly path: readonly string[];
	readonly messages: readonly Message[];
};

/** Guidance, example, what is offered and every finding, to be scrolled. */
export function aboutView(props: AboutProps, scroll: number, width: number, height: number, look: Look): View {
	const {field, help, offer, messages, path} = props;
	const room = Math.max(1, width - 2);
	const plain = (text: string): readonly Line[] => wrapped(text, room).map(row => [' ', row]);
	const part = (lines: readonly Line[], heading?: string): readonly Line[] =>
		lines.length === 0 ? [] : [[], ...(heading === undefined ? [] : [[' ', span('strong', heading)]]), ...lines];
	const guidance = spokenLines(help, room, look);
	return scrolled(
		[
			titleLine(props, width, look),
			...wrapped(path.join(` ${look.glyphs.pointer} `), room).map((row): Line => [' ', span('dim', row)]),
			...part(guidance.length === 0 ? plain('The template says nothing about this field.') : guidance),
			...part(
				messages.flatMap(message => problemLines([message], width, look)),
				'Findings',
			),
			...part(help.example === undefined ? [] : exampleLines(help.example, room)),
			...part(field.options.length === 0 ? [] : field.options.flatMap(plain), 'Options'),
			...part(offer ? plain(offer.text) : [], offer && `Offered (${offer.from})`),
		],
		scroll,
		height,
	);
}

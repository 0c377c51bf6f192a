/** The top of the screen: what is being written, how far it is, whether it is safe, and where the author is. */

import type {Share} from '../../core/completeness/types.ts';
import type {Count} from '../../core/wizard/index.ts';
import type {Saved} from '../../core/wizard/types.ts';
import type {Line, Span} from '../drawing/line.ts';
import {apart, fit, span, widthOf} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

export type HeaderProps = {
	readonly title: string;
	readonly required: Share;
	readonly all: Share;
	readonly readyToFinish: boolean;
	/** True while the numbers are those of a moment ago, for it takes long to count anew. */
	readonly isBehind?: boolean;
	readonly saved: Saved;
	/** True while the newest change is not on disk yet. */
	readonly pending: boolean;
	/** Titles of the sections down to the field in hand, and the field's label. */
	readonly path: readonly string[];
	/** 1-based. */
	readonly section: number;
	readonly sections: number;
	/** How far the section in hand is. */
	readonly here: {readonly required: Count; readonly all: Count};
};

/** A bar of `width` cells; it is full only at 100 %. */
export function meterBar(share: Share, width: number, look: Look): readonly Span[] {
	const full = share.percent >= 100 ? width : Math.min(width - 1, Math.round((share.percent * width) / 100));
	return [span('meter', look.glyphs.full.repeat(full)), span('dim', look.glyphs.light.repeat(width - full))];
}

/** `58% 14/24 required, 20/40 all` behind a bar; in the narrowest windows what is required alone. */
export function meter(
	props: Pick<HeaderProps, 'required' | 'all' | 'readyToFinish' | 'isBehind'>,
	columns: number,
	look: Look,
): readonly Span[] {
	const {required, all} = props;
	const word = props.readyToFinish ? 'ready to finish' : `${required.answered}/${required.total} required`;
	return [
		...meterBar(required, columns >= 110 ? 20 : columns >= 100 ? 10 : 6, look),
		' ',
		span(required.percent >= 100 ? 'good' : 'strong', `${required.percent}%`),
		` ${word}`,
		...(columns >= 76 ? [span('dim', `, ${countWords(all)} all`)] : []),
		...(props.isBehind ? [span('dim', ` counting${look.glyphs.ellipsis}`)] : []),
	];
}

/** Whether the work is on disk; this line never says saved before it is. */
export function savedWords(saved: Saved, pending: boolean, look: Look): Span {
	if (saved.state === 'unsaved') {
		return span('bad', `${look.glyphs.cross} NOT SAVED`);
	}

	if (saved.state === 'read-only') {
		return span('warn', 'read only');
	}

	if (saved.state === 'saving' || pending) {
		return span('dim', `saving${look.glyphs.ellipsis}`);
	}

	const time = /T(\d\d:\d\d)/.exec(saved.at)?.[1];
	return span('dim', time ? `saved ${time}` : 'saved');
}

/** The header's three rows. */
export function headerLines(props: HeaderProps, width: number, look: Look): readonly Line[] {
	const right = [...meter(props, width, look), '  ', savedWords(props.saved, props.pending, look), ' '];
	const name = [' ', span('accent', 'specwright'), ` ${look.glyphs.dot} `, span('strong', props.title)];
	const place = span('dim', `${hereWords(props, width)}${sectionWords(props)} `);
	return [
		apart(name, right, width, look),
		apart(breadcrumb(props.path, width - widthOf([place]) - 1, look), [place], width, look),
		[span('border', look.glyphs.rule.repeat(width))],
	];
}

function countWords({answered, total}: Count): string {
	return `${answered}/${total}`;
}

/** How far the section in hand is; nothing where nothing in it applies yet, as in an optional one that is not begun. */
function hereWords({here: {required, all}}: HeaderProps, width: number): string {
	if (all.total === 0) {
		return '';
	}

	if (required.total === 0) {
		return `${countWords(all)} optional here  `;
	}

	const isSame = required.total === all.total || width < 76;
	return `${countWords(required)} here${isSame ? '' : `, ${countWords(all)} all`}  `;
}

/** Which section of how many; none while the one in hand is passed over because it does not apply. */
function sectionWords({section, sections}: HeaderProps): string {
	return section > 0 ? `section ${section}/${sections}` : `${sections} sections`;
}

/** The way down to the field; where room is short the field keeps its name and the sections before it give way. */
function breadcrumb(path: readonly string[], width: number, look: Look): readonly Span[] {
	const joint = ` ${look.glyphs.pointer} `;
	const label = path.at(-1) ?? '';
	const before = path.slice(0, -1).join(joint);
	const room = width - widthOf([' ', joint, label]);
	const sections = before === '' ? [] : [...fit([before], Math.max(8, room), look), joint];
	return [' ', ...sections, span('label', label)];
}

import {describe, expect, it} from 'vitest';
import {film, type Frame} from '../../scripts/film.ts';
import {xmlFault} from '../xml.ts';

const size = {columns: 10, rows: 2, label: 'Two rows & a cursor'};
const text = (words: string): string => `<text x="1">${words}</text>`;
const frame = (rows: readonly string[], milliseconds: number, cursor?: Frame['cursor']): Frame => ({
	rows: rows.map(row => [text(row)]),
	cursor,
	milliseconds,
});

describe('a film of a terminal', () => {
	const picture = film(
		[
			frame(['first', 'same'], 1000, {column: 1, row: 0}),
			frame(['second', 'same'], 500, {column: 2, row: 1}),
			frame(['first', 'same'], 2500),
		],
		{...size, still: 1},
	);

	it('moves a row to what it shows when a frame begins, and draws what comes again once', () => {
		expect(picture).toContain(
			'#row0{animation:row0 4.00s step-end infinite}' +
				'@keyframes row0{0%{transform:translate(0px,0px)}25%{transform:translate(0px,-18px)}37.5%{transform:translate(0px,0px)}}',
		);
		expect(picture.match(/>first</g)).toHaveLength(1);
		expect(picture.match(/>same</g)).toHaveLength(1);
		expect(picture).not.toContain('#row1{');
		expect(xmlFault(picture)).toBeUndefined();
	});

	it('has the cursor where it is, and out of sight where it is hidden', () => {
		expect(picture).toContain(
			'0%{transform:translate(8.4px,0px)}25%{transform:translate(16.8px,18px)}37.5%{transform:translate(0px,-99px)}',
		);
	});

	it('stands at one frame where nothing moves', () => {
		expect(picture).toContain('<g id="row0" transform="translate(0 -18)">');
		expect(picture).toContain('<rect id="cursor" transform="translate(16.8 18)"');
		expect(picture).toContain('prefers-reduced-motion');
	});

	it('draws what several rows show once for all of them', () => {
		const shared = film([frame(['rule', 'rule'], 1000)], {...size, still: 0});
		expect(shared.match(/>rule</g)).toHaveLength(1);
		expect(shared.match(/<use href="#p0"\/>/g)).toHaveLength(2);
	});
});

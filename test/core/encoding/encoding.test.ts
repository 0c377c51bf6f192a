import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {tests as specification} from 'commonmark-spec';
import {describe, expect, it} from 'vitest';
import {findDamage, repair} from '../../../source/core/encoding/index.ts';
import {fc, runs, test} from '../../property.ts';
import {misread, pages, type Lost} from './misread.ts';
import {lookalikes, whole} from './texts.ts';

const named = Object.entries(whole);
const readings = pages.flatMap(first => [[first], ...pages.map(second => [first, second])]);

function misreadBy(text: string, reading: readonly (typeof pages)[number][], lost: Lost = 'kept'): string {
	return reading.reduce((damaged, page) => misread(damaged, page, lost), text);
}

/** Regions, languages and months in every language that Node knows: real words of some hundred languages. */
const locales =
	'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh zu'.split(
		' ',
	);
const codes = 'DE FR TR VN BR PL AX CI ST CV HU CZ SE IS GR EG IL TH JP CN KR MX ES RE CW'.split(' ');
const words = new Map(
	locales.map(locale => {
		const regions = new Intl.DisplayNames([locale], {type: 'region'});
		const months = new Intl.DateTimeFormat(locale, {dateStyle: 'full', timeZone: 'UTC'});
		const dates = Array.from({length: 12}, (_, month) => months.format(Date.UTC(2024, month, 2 + month)));
		return [locale, [...codes.map(code => regions.of(code) ?? code), ...dates]];
	}),
);

/** A line or several of words of one language, with the punctuation of real text. */
const prose = fc
	.constantFrom(...words.values())
	.chain(list =>
		fc
			.array(
				fc.tuple(
					fc.constantFrom(...list),
					fc.constantFrom(
						' ',
						', ',
						' – ',
						'…\n',
						'. ',
						'\n\n',
						' (',
						') ',
						'” ',
						' “',
						'’s ',
						'»\n',
						'\r\n',
						' | ',
						' → ',
					),
					fc.boolean(),
				),
				{minLength: 1, maxLength: 30},
			)
			.map(parts => parts.map(([word, sign, isLoud]) => (isLoud ? word.toUpperCase() : word) + sign).join('')),
	);

describe('text that is whole', () => {
	it.each(named)('stays as it is: %s', (_, text) => {
		expect(findDamage(text)).toEqual([]);
	});

	it.each(lookalikes)('stays as it is, though it looks damaged: %s', text => {
		expect(findDamage(text)).toEqual([]);
	});

	it('is every example of the CommonMark specification', () => {
		for (const {markdown} of specification)
			for (const text of [markdown, markdown.replaceAll('\n', '\r\n'), `\uFEFF${markdown}`])
				expect(repair(text)).toBe(text);
	});

	test.prop([prose], 1000)('is any text of real words, in capitals and with quotation marks too', text => {
		expect(repair(text)).toBe(text);
	});
});

const corpus = process.env['SPECWRIGHT_CORPUS'] ?? '';
const files = ['templates', 'documents']
	.map(folder => join(corpus, folder))
	.filter(folder => corpus !== '' && existsSync(folder))
	.flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
	.filter(name => name.endsWith('.md'));

describe('other people’s files', () => {
	if (files.length === 0)
		it.skip('SPECWRIGHT_CORPUS names no folder with templates/ and documents/: left out', () => {});

	it.each(files)('%s is whole, and is found again after damage', path => {
		const text = readFileSync(path, 'utf8');
		expect(repair(text)).toBe(text);
		for (const reading of readings) expect(repair(misreadBy(text, reading))).toBe(text);
	});

	// Beside a corpus there may be a document that reached somebody damaged, and the same document as it was.
	const pairs = join(corpus, '../seeds');
	const damaged = existsSync(pairs) ? readdirSync(pairs).filter(name => name.endsWith('.as-received.md')) : [];
	if (damaged.length === 0) it.skip('no document that was received damaged stands beside it: left out', () => {});

	it.each(damaged)('%s becomes what it was', name => {
		const wanted = readFileSync(join(pairs, name.replace('.as-received', '')), 'utf8');
		expect(repair(readFileSync(join(pairs, name), 'utf8'))).toBe(wanted);
	});
});

describe('damaged text', () => {
	it.each(named)('is what it was again, read wrongly once or twice: %s', (_, text) => {
		for (const reading of readings) expect(repair(misreadBy(text, reading))).toBe(text);
	});

	it('keeps what it looks like it was, where it speaks of damage itself', () => {
		const text = 'The word é becomes Ã© → and the quote ’ becomes â€™.';
		for (const reading of readings) expect(repair(misreadBy(text, reading))).toBe(text);
	});

	it.each(['\r\n', '\n', '\r'])('keeps its line ends %j and its byte order mark', end => {
		const text = `\uFEFF# Résumé${end}${end}C’est “fini”${end}`;
		expect(repair(misread(text, 'windows-1252'))).toBe(text);
		expect(repair(`\uFEFF${misread(text.slice(1), 'windows-1252')}`)).toBe(text);
	});

	it('says where each character was, what stands there, how it came about, and is told apart from the rest', () => {
		const text = 'Don’t\n';
		const damaged = misread(misread(text, 'windows-1252'), 'windows-1252');
		expect(findDamage(damaged)).toEqual([
			{
				range: {from: 3, to: 11},
				shown: damaged.slice(3, 11),
				repaired: '’',
				reading: {page: 'windows-1252', times: 2},
				lossy: false,
			},
		]);
		expect(findDamage('ğŸš€ up')[0]).toMatchObject({repaired: '🚀', reading: {page: 'windows-1254', times: 1}});
	});

	it.each(['Don’t stop', 'A – B', '• one', 'x→y', 'naïve', '25°C', 'Größe', 'Δx', 'Hello.\u00A0World', '👍'])(
		'is found where it is a single character in plain English: %s',
		text => {
			for (const page of pages) expect(repair(misread(text, page))).toBe(text);
		},
	);
});

describe('text of which a part is damaged', () => {
	const sound = 'Überall “Größe” – auch SÃO PAULO und `â€™`.';
	const pasted = 'L’été “passé” — déjà vu…';

	test.prop([
		fc.array(fc.boolean(), {minLength: 2, maxLength: 12}),
		fc.constantFrom(...readings),
		fc.constantFrom('\n', '\n\n', '\r\n'),
	])('has its paragraphs or lines repaired and the others left', (parts, reading, end) => {
		const wanted = parts.map(isPasted => (isPasted ? pasted : sound)).join(end);
		const text = parts.map(isPasted => (isPasted ? misreadBy(pasted, reading) : sound)).join(end);
		expect(repair(text)).toBe(wanted);
	});

	it('has what nobody would write repaired within a line, and only that', () => {
		expect(repair('- Größe â€” itâ€™s “MAÇÔ')).toBe('- Größe — it’s “MAÇÔ');
	});
});

describe('damaged text that lost bytes', () => {
	const recovered = [
		'“quoted”, and ‘so’ – said “he”.',
		'┌──┐ ┌────┐\n│ a│←│  b │\n└──┘ └────┘',
		'╔══╗\n║  ║\n╚══╝',
		'✅ done | ❌ failed | ⏳ waiting | 📝 draft',
		'⚠️ careful, 👩‍💻 and 👍🏽',
		'“Dağ” ve “çağ”.',
	];

	it.each(recovered)('has the likeliest character for each: %s', text => {
		for (const page of pages)
			for (const lost of ['dropped', 'replaced'] as const) {
				const damaged = misread(text, page, lost);
				expect(repair(damaged)).toBe(text);
				expect(findDamage(damaged).some(({lossy}) => lossy)).toBe(true);
			}
	});

	it('tells which characters are guesses', () => {
		const places = findDamage(misread('“a”', 'windows-1252', 'dropped'));
		expect(places.map(({repaired, lossy}) => [repaired, lossy])).toEqual([
			['“', false],
			['”', true],
		]);
	});

	it.each([
		['Łódź – żółć', 'Åódź – żółć'],
		['Ángel está aquí', 'Ãngel está aquí'],
	])('leaves a letter that several can have been, and mends the rest: %s', (text, mended) => {
		expect(repair(misread(text, 'windows-1252', 'dropped'))).toBe(mended);
	});

	test.prop(
		[
			fc.array(fc.constantFrom(...named.map(([, text]) => text)), {minLength: 1, maxLength: 4}),
			fc.constantFrom(...pages),
		],
		200,
	)('has no wrong letter: each is the right one or as it stands there', (texts, page) => {
		const text = texts.join('\n\n');
		const damaged = misread(text, page, 'dropped');
		const letters = (some: string): readonly string[] => some.match(/[^\0-\x7F\p{S}\p{P}\p{Cf}\p{M}]/gu) ?? [];
		const known = new Set([...letters(text), ...letters(damaged)]);
		expect(letters(repair(damaged)).filter(letter => !known.has(letter))).toEqual([]);
	});
});

describe('any text', () => {
	test.prop([fc.string({unit: 'grapheme', maxLength: 200})], runs(500))('is repaired in one go', text => {
		const once = repair(text);
		expect(repair(once)).toBe(once);
	});

	const alphabet = fc.constantFrom(...'ÃÂâğðŸ€™”“…©¨®Åéa b\n`"\uFFFD\u0081');
	test.prop([fc.string({unit: alphabet, maxLength: 80})], 1000)(
		'has its places in order, in its bounds, each of them as told',
		text => {
			let end = 0;
			for (const {range, shown, repaired} of findDamage(text)) {
				expect(range.from).toBeGreaterThanOrEqual(end);
				expect(text.slice(range.from, range.to)).toBe(shown);
				expect(repaired).not.toBe('');
				end = range.to;
			}
			expect(end).toBeLessThanOrEqual(text.length);
		},
	);
});

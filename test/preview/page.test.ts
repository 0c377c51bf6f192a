import {describe, expect, it} from 'vitest';
import {readPage, writePage} from '../../source/preview/page/index.ts';
import {fc, test} from '../property.ts';

function written(source: string, pictures: Parameters<typeof writePage>[2] = new Map()): string {
	return writePage(readPage(source), 'Title', pictures);
}

/** What is in the page between its frame. */
function body(source: string, pictures?: Parameters<typeof writePage>[2]): string {
	return /<main>\n([^]*)<\/main>/.exec(written(source, pictures))![1]!;
}

describe('a page', () => {
	it('prints the address behind a link once: not where it is what is read', () => {
		const page = written('See https://example.org/a?b=1&c=2 and [the plan](https://example.org/plan).\n');
		expect(page).toContain('<a href="https://example.org/a?b=1&amp;c=2" class="bare" rel="noopener noreferrer">');
		expect(page).toContain('<a href="https://example.org/plan" rel="noopener noreferrer">the plan</a>');
		expect(page).toContain('a[href^="http"]:not(.bare)::after');
	});

	it('keeps a date and an id on one line in the narrowest column, and other words as they are', () => {
		const page = body(
			'| When | What |\n| --- | --- |\n| 2026-03-09 | by 2026-05-06, see [T-12](docs/a-1.md "x-1") and `y-2`, well-known <b>z</b> |\n',
		);
		expect(page).toContain('<td><span class="whole">2026-03-09</span></td>');
		expect(page).toContain('by <span class="whole">2026-05-06</span>, see <a href="docs/a-1.md" title="x-1"');
		expect(page).toContain('<span class="whole">T-12</span></a>');
		expect(page).toContain(', well-known ');
		expect(written('')).toContain('.whole{white-space:nowrap}');
		expect(body('On 2026-03-09.\n')).toBe('<p>On 2026-03-09.</p>\n');
	});

	it('has the headings, tables, boxes and code of the document', () => {
		expect(
			body(
				'# A & *b*\n\n## Goals (1)\n\n## Goals (1)\n\n- [ ] open\n- [x] done\n\n| a | b |\n|:-:|--:|\n| `x\\|y` | 1<br>2 |\n\n```js run\na < b\n```\n',
			),
		).toBe(
			[
				'<h1 id="a--b">A &amp; <em>b</em></h1>',
				'<h2 id="goals-1">Goals (1)</h2>',
				'<h2 id="goals-1-1">Goals (1)</h2>',
				'<ul>',
				'<li class="task"><input type="checkbox" disabled> open</li>',
				'<li class="task"><input type="checkbox" disabled checked> done</li>',
				'</ul>',
				'<div class="table"><table>',
				'<thead>',
				'<tr><th class="center">a</th><th class="right">b</th></tr>',
				'</thead>',
				'<tbody>',
				'<tr><td class="center"><code>x|y</code></td><td class="right">1<br>2</td></tr>',
				'</tbody>',
				'</table></div>',
				'<pre><code class="language-js">a &lt; b',
				'</code></pre>',
				'',
			].join('\n'),
		);
	});

	it('shows front matter as it is, and no comment', () => {
		expect(body('---\ntitle: <b>\n---\n# A\n\ntext <!-- not this --> on\n\n<!-- nor this -->\n')).toBe(
			'<pre class="matter"><code>title: &lt;b&gt;\n</code></pre>\n<h1 id="a">A</h1>\n<p>text  on</p>\n',
		);
	});

	it('takes a few tags for what they mean, where they have their partner, and shows all others', () => {
		expect(body('H<sub>2</sub>O <kbd class="x">^S</kbd> <b>a <i>b</b> c</i> <name> </u>')).toBe(
			'<p>H<sub>2</sub>O <kbd>^S</kbd> <b>a &lt;i&gt;b</b> c&lt;/i&gt; &lt;name&gt; &lt;/u&gt;</p>\n',
		);
		expect(body('<b>x *y</b> z*')).toBe('<p>&lt;b&gt;x <em>y&lt;/b&gt; z</em></p>\n');
		expect(body('<details>\n<summary>More &amp; more</summary>\n\ninside\n\n</details>\n')).toBe(
			'<p><strong>More &amp; more</strong></p>\n<p>inside</p>\n',
		);
	});

	it('links to the web, by mail and beside itself, and to nothing else', () => {
		const kept = [
			'https://x.y/?a=1&b=2',
			'http://x',
			'mailto:a@b.c',
			'#goals',
			'docs/a.md',
			'../b.md',
			'//x.y/z',
			'?a:b',
		];
		for (const href of kept) expect(body(`[t](${href})`), href).toContain(`href="${href.replaceAll('&', '&amp;')}"`);
		const dropped = [
			'javascript:alert(1)',
			'JaVaScript:alert(1)',
			'javascript&#58;alert(1)',
			'javascript&#x3A;alert(1)',
			'&#1;javascript:alert(1)',
			'java&#9;script:alert(1)',
			'vbscript:x',
			'data:text/html,x',
			'file:///etc/passwd',
		];
		for (const href of dropped) expect(body(`[t](${href})`), href).toBe('<p>t</p>\n');
		// What is no character reference to us is none to the browser either.
		expect(body('[t](javascript&colon;alert(1))')).toContain('href="javascript&amp;colon;alert(1)"');
		expect(body('[r] <javascript:alert(1)>\n\n[r]: javascript:alert(1)')).toBe('<p>r javascript:alert(1)</p>\n');
	});

	it('holds no picture from elsewhere: those of the document itself stay, others are links', () => {
		expect(body('![a "q"](data:image/png;base64,AAAA)')).toBe(
			'<p><img src="data:image/png;base64,AAAA" alt="a &quot;q&quot;"></p>\n',
		);
		expect(body('![alt](https://x.y/z.png)')).toBe(
			'<p><a href="https://x.y/z.png" rel="noopener noreferrer">alt</a></p>\n',
		);
		expect(body('![alt](data:image/svg+xml;base64,AAAA)')).toBe('<p>alt</p>\n');
		expect(body('![](javascript:x)')).toBe('<p>javascript:x</p>\n');
	});

	it('draws diagrams where there are pictures, and says why not where there are none', () => {
		const picture = {svg: '<svg viewBox="0 0 1 1"><g id="m" fill="url(#m)"></g></svg>'};
		const fence = (text: string) => `\`\`\`mermaid\n${text}\n\`\`\`\n`;
		const source = `${fence('a')}\n- x\n\n  ${fence('a').replaceAll('\n', '\n  ')}\n${fence('b')}`;
		expect(readPage(source).diagrams).toEqual(['a', 'b']);
		const page = body(
			source,
			new Map<string, {svg: string} | {reason: string}>([
				['a', picture],
				['b', {reason: 'a < b'}],
			]),
		);
		expect([...page.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title)).toEqual(['Diagram 1', 'Diagram 2']);
		expect(page).toContain('id="d2-m" fill="url(#d2-m)"');
		expect(page).toContain(
			'<pre><code class="language-mermaid">b\n</code></pre>\n<figcaption>Not drawn: a &lt; b.</figcaption>',
		);
	});

	it('runs nothing and fetches nothing, says its title, and has a look for the dark and for paper', () => {
		const page = writePage(readPage('# A\n\n```mermaid\na\n```\n'), '</title><script>', new Map());
		expect(page).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
		expect(page).toContain("default-src 'none'");
		expect(page).toContain('@media (prefers-color-scheme:dark)');
		expect(page).toContain('@media print');
		expect(page).not.toMatch(/<script|<link|@import|url\((?!#)|https?:/);
	});
});

const hostile = fc
	.array(
		fc.constantFrom(
			'<script>',
			'</script>',
			'<img src=x onerror=alert(1)>',
			'<b>',
			'</b>',
			'<i ',
			'<svg/onload=alert(1)>',
			'<a href="javascript:x">',
			'</a>',
			'[x](javascript:alert(1))',
			'![x](javascript:x "t")',
			'[x]: javascript:x\n',
			'<javascript:x>',
			'`',
			'``',
			'```html\n',
			'\n```\n',
			'\n\n',
			'\n',
			'- ',
			'> ',
			'# ',
			'| a | b |\n|--|--|\n',
			'2026-03-09',
			'[a-1](b-2 "c-3")',
			'| T-1 ',
			'|',
			'*',
			'**',
			'_',
			'~~',
			'<!--',
			'-->',
			'<?',
			'?>',
			'<![CDATA[',
			']]>',
			'"',
			"'",
			'&lt;',
			'&#60;',
			'&',
			'<',
			'>',
			'\\',
			'word ',
			'    ',
			'" onmouseover="x',
			'<details open ontoggle=alert(1)>',
			'<summary>',
			'</summary>',
			'<style>',
			'</style>',
			'<textarea>',
			'<pre>',
			'</pre>',
			'\t',
			'\u0000',
			'\uFEFF',
			'</main></body></html>',
			'<meta http-equiv=refresh>',
			'<base href=//x>',
			'<p>',
			'</p>',
			'<div style="x">',
			'{#id}',
			'---\n',
			'a: b\n',
		),
		{maxLength: 30},
	)
	.map(parts => parts.join(''));

/** Every tag that a page may have, with its attributes. */
const tags = new RegExp(
	`^<(?:/?(?:h[1-6]|p|ul|ol|li|em|strong|del|code|pre|blockquote|table|thead|tbody|tr|th|td|div|a|figure|figcaption|b|i|s|u|br|hr)|/span|${[
		'h[1-6] id="[^"]*"',
		'ol start="\\d+"',
		'li class="task"',
		'(?:code|pre|div|th|td|span) class="[\\w+#.-]*"',
		'input type="checkbox" disabled(?: checked)?',
		'a href="[^"]*"(?: title="[^"]*")? rel="noopener noreferrer"',
	].join('|')})>$`,
);

describe('whatever stands in a document', () => {
	test.prop([hostile], 1000)('a page has only tags of its own, closed in order, and leads to no script', source => {
		const page = body(source);
		const open: string[] = [];
		for (const [tag] of page.matchAll(/<[^>]*>/g)) {
			expect(tag, page).toMatch(tags);
			const [, close, name = ''] = /^<(\/?)(\w+)/.exec(tag)!;
			if (close === '/') expect(open.pop(), page).toBe(name);
			else if (!['br', 'hr', 'input'].includes(name)) open.push(name);
			expect(tag).not.toMatch(/="\s*javascript:/i);
		}
		expect(open, page).toEqual([]);
		expect(page.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
	});
});

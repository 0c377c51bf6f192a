import {spawnSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {isBranchName} from '../../../source/core/wizard/branch-name.ts';

describe("a branch's name is what git takes for one", () => {
	it.each([
		...[
			'main',
			'docs/spec',
			'a-b_c.d',
			'ümlaut',
			'日本',
			'a@b',
			'a{b',
			'x.locked',
			'HEAD/x',
			'@/x',
			'a/-b',
			"a'b",
			'#1',
		],
		...['', '-d', '--', 'bad name', 'a..b', '@', 'a@{b', '.a', 'a/.b', 'a.lock', 'a.lock/b', 'a/', '/a', 'a//b', 'a.'],
		...['a~b', 'a^b', 'a:b', 'a?b', 'a*b', 'a[b', 'a\\b', 'a\tb', 'a\u007Fb', 'HEAD', 'a\nb'],
	])('%j', name => {
		const {status, stdout} = spawnSync('git', ['check-ref-format', '--branch', name], {encoding: 'utf8'});
		expect(isBranchName(name)).toBe(status === 0 && stdout === `${name}\n`);
	});
});

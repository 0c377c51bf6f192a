/** Names that mean more than a name to a shell, to git or to a terminal: each is one file, and the only one. */

import {play} from './git-scenes.ts';

const names = [
	'-rf.md',
	'--all',
	':(exclude)x',
	':(top,glob)*',
	':x',
	'*.md',
	'?',
	'[a-z]*.md',
	'!x.md',
	'a b.md',
	' .md',
	'new\nline.md',
	'tab\t.md',
	'$(id).md',
	'`id`.md',
	'a;b|c&d.md',
	"it's.md",
	'"quote".md',
	String.raw`back\slash.md`,
	'#hash.md',
	'~',
	'HEAD',
	'main',
	'@{-1}',
	'^HEAD',
	'a..b',
	'\u001B[2J.md',
	'a\u202Eb.md',
	'ünï.md',
	'e\u0301.md',
	`${'n'.repeat(252)}.md`,
];

play(
	'name',
	names.map(file => ({what: file.length > 40 ? `${file.slice(0, 8)}… of 255 bytes` : file, file})),
);

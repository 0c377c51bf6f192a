/** `commit FILE`: the one-file commit by itself. */

import {readDocument} from '../adapters/files/index.ts';
import {readForm} from '../core/form/index.ts';
import type {Command} from './context.ts';
import {commitWritten, wrongForGit} from './write-document.ts';

/** Commits exactly FILE; without `--message` the document's title gives one. */
export const commit: Command = async (invocation, context) => {
	const [path = ''] = invocation.args;
	const wrong = await wrongForGit(invocation);
	if (wrong !== undefined) {
		context.output.problem({code: 'usage.flags', summary: wrong, next: 'See: specwright commit --help', exit: 2});
		return 2;
	}
	const read = readDocument(path);
	if (!read.ok) {
		context.output.problem(read.problem);
		return read.problem.exit;
	}
	const {text} = read.value;
	return commitWritten({path, real: path, text, title: readForm(text).title}, invocation, context);
};

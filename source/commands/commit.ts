/** `commit FILE`: the one-file commit by itself. */

import {readDocument} from '../adapters/files/index.ts';
import {readForm} from '../core/form/index.ts';
import {proposeMessage} from '../core/wizard/index.ts';
import {textOption, type Command} from './context.ts';
import {commitWritten} from './write-document.ts';

/** Commits exactly FILE; without `--message` the document's title gives one. */
export const commit: Command = async (invocation, context) => {
	const [path = ''] = invocation.args;
	const read = readDocument(path);
	if (!read.ok) {
		context.output.problem(read.problem);
		return read.problem.exit;
	}
	const {title} = readForm(read.value.text);
	const message = textOption(invocation, 'message') ?? proposeMessage({title, isNew: false});
	return commitWritten(path, message, invocation, context);
};

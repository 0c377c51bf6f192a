/** `preview FILE`: the document rendered for the terminal, or as it is. */

import {readDocument} from '../adapters/files/index.ts';
import {loadPreview} from '../preview/index.ts';
import {chooseTheme} from '../theme/index.ts';
import {loadSettings} from './user-settings.ts';
import {isSet, type Command} from './context.ts';
import {inTime} from './in-time.ts';

/** Text is never wider than this, however wide the terminal. */
const widest = 100;

export const preview: Command = async (invocation, context) => {
	const {output, env} = context;
	const [path = ''] = invocation.args;
	const read = readDocument(path);
	if (!read.ok) {
		output.problem(read.problem);
		return read.problem.exit;
	}
	if (isSet(invocation, 'raw')) {
		output.text(read.value.text);
		return 0;
	}
	const theme = chooseTheme(env, {name: loadSettings(context).theme});
	const {renderMarkdown, settled} = await loadPreview();
	const drawn = () =>
		renderMarkdown(read.value.text, {
			width: Math.min(output.stdout.columns, widest),
			theme,
			color: output.color,
		});
	// The first time says which diagrams there are.
	const first = inTime(read.value.text, path, drawn);
	if (!first.ok) {
		output.problem(first.problem);
		return first.problem.exit;
	}

	await settled();
	output.drawn(drawn().map(({text}) => text));
	return 0;
};

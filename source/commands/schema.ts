/** `schema TEMPLATE`: the JSON Schema of its answers file. */

import {answersSchema} from '../core/form/index.ts';
import type {Command} from './context.ts';
import {loadTemplate} from './load.ts';

export const schema: Command = async (invocation, context) => {
	const [name = ''] = invocation.args;
	const template = await loadTemplate(name, context);
	if (!template.ok) {
		context.output.problem(template.problem);
		return template.problem.exit;
	}
	context.output.json(answersSchema(template.value.form, template.value.name));
	return 0;
};

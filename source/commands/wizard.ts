/** The interactive part: wires the wizard to the adapters and to the screen that fits the terminal. */

import type {ExitCode} from '../core/problem.ts';
import type {Context} from './context.ts';
import type {WizardRequest} from './wizard-request.ts';

/** Runs a session and gives the program's exit code. */
export async function runWizard(_request: WizardRequest, {output}: Context): Promise<ExitCode> {
	output.say('specwright: there is no wizard in this build. Give --yes to write what --answers and --set hold.');
	return 2;
}

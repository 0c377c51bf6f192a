/** Measuring one state after another, each told by what changed since the one before. */

import {measure, withChange, type Measurable} from '../../core/wizard/index.ts';
import type {MeasuringOrder, MeasuringReply} from './measuring.ts';

/** What measures; it keeps the state it measured last. */
export function createMeasurer(): (order: MeasuringOrder) => MeasuringReply {
	let state: Measurable | undefined;
	return ({change, purpose}) => {
		state = withChange(state, change);
		return measure(state, purpose);
	};
}

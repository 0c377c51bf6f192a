/** The wizard's door: the machine, what it starts from, and everything that can be seen of it. */

export type * from './actions.ts';
export type * from './types.ts';
export type {Edit, TextBuffer} from '../text/types.ts';
export type {Field} from '../form/types.ts';
export {branchInTheWay, isBranchName} from './branch-name.ts';
export {broughtTogether, settledText} from './conflict.ts';
export {start, type Beginning} from './start.ts';
export {fieldInHand} from './answers.ts';
export {otherPeople, pathsToTake, suggestions, textWithPath, textWithPerson, type Suggestions} from './complete.ts';
export {update} from './update.ts';
export {
	completeness,
	countsInHand,
	document,
	filled,
	isAbsent,
	isToLookAt,
	messages,
	messagesOf,
	openFields,
	position,
	sectionTitle,
	stateOf,
	title,
	type Count,
} from './select.ts';
export {outline, type OutlineRow} from './outline.ts';
export {guidanceFor} from './help.ts';
export {computedInHand, computedWords, type Computed} from './boxes.ts';
export {documentToWrite, leftOpen, placeToWrite} from './completed.ts';
export {filledByWriting, leftOutByFinishing, refused, untickedByWriting, writtenText} from './written.ts';
export {gaps, type Gap} from './gaps.ts';
export {isHeavy, type Measurable} from './measurable.ts';
export {
	adopt,
	changeBetween,
	isMeasured,
	measure,
	withChange,
	type Change,
	type Measurement,
	type Purpose,
} from './measurement.ts';
export {purposeOf} from './what-reads.ts';
export {beneath} from './layers.ts';
export {messageNotes} from './message.ts';
export {filteredOutline, nextShow} from './outline-filter.ts';
export {readings} from './mending.ts';
export {reasonIsDue} from './overlays.ts';
export {whyNot} from './disabled.ts';
export {paletteEntries, type PaletteEntry} from './palette.ts';
export {commandTitles} from './commands.ts';
export {offerInHand} from './cell-offer.ts';
export {derived} from './derived.ts';
export {isGuess, offer, sourceWords, type Offer} from './offers.ts';
export {datesOfStatus, renewedDates, stampsItself} from './own-dates.ts';
export {reusable} from './earlier.ts';
export {itemMarks, listPlaceholder, withoutItem} from './lists.ts';
export {blockInHand} from './instances.ts';
export type {BlockPlace} from './instances.ts';
export {valueOf} from './input.ts';
export {bufferOf} from './in-hand.ts';
export {keptOf, recordsBetween, replay, layoutOf, type Kept, type Replayed} from './draft.ts';
export {changedSections} from './changed-sections.ts';
export {isMessagePattern, nextNumber, proposeFileName, proposeMessage, usualPattern} from './proposals.ts';
export {addDays, resolveDate} from './dates.ts';

/** The door of the form room. */

export * from './types.ts';
export {readForm} from './read.ts';
export {flatten, pathTo} from './sections.ts';
export {slug} from './slug.ts';
export {nearest} from './nearest.ts';
export {isOptional, isRequired} from './needed.ts';
export {fill} from './fill.ts';
export {bind} from './bind.ts';
export {clear} from './clear.ts';
export {match} from './match.ts';
export {likeliest, outlineOf} from './likeness.ts';
export type {Outline} from './likeness.ts';
export {asDocument} from './as-document.ts';
export {readMarker, withMarker} from './marker.ts';
export {expand, fit, mostSections} from './repeat.ts';
export {resize} from './resize.ts';
export {faultIn, fieldState} from './state.ts';
export {sampleText} from './mirror.ts';
export {sameAnswer} from './reading.ts';
export {daysIn} from './value/date.ts';
export {decode, encode, mostBytes, sameValue, validate} from './value/index.ts';
export {readAnswers} from './answers.ts';
export {answersSchema} from './schema.ts';
export {layOver} from './above.ts';
export {writeAnswers} from './write-answers.ts';
export type {AnswerPlaces, AnswersResult} from './answers.ts';

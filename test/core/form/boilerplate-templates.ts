/** Templates that bring boilerplate, and what stands in it. */

import type {Field, Form, Item} from '../../../source/core/form/index.ts';
import {decode} from '../../../source/core/form/value/index.ts';

export const lighthouse = `# [Name] lighthouse

Every keeper reads this before the first night.

- Owner: [Keeper]

## Lamp

**Fuel**: [Oil or gas]

**Nightly steps**:
1. Trim the wick
2. **Light** the lamp
3. Wind the clockwork
4. Note the hour

**Colour of the light**: white

**Spare parts**:
- Wicks
- Glass: [How many panes]
- Matches in a tin
- A second key

## Weather

[What the sky looks like]

**Signals**:
- Fog
  - one long stroke
  - every two minutes
- Storm

## Closing

All entries are read aloud once a month.

Nobody signs alone.
`;

/** Boilerplate below items that ask for something, in records and in quotes. */
export const quay = `# Quay [Name]

## Boats

- **Boat**: [Name of the boat]
  - Owner: [Who]
  - Moored at both ends
  - Seen from the light
    - by day
    - by night
  - Length: [Metres]
  - Left dry:
    1. Bilge
    2. Locker

[Repeat for each boat]

## Crane

- Driver: [Who drives it]
  - Holds a licence
  - Wears a helmet
- Lifts: [Tons]
- Greased on Mondays
- Reach: [Metres]

> [!CAUTION]
> Nobody stands below the hook.
>
> - Ring before lifting
> - Ring again

## Harbour master

**Name**: [Who]
`;

/** The items that stand at a list. */
export function itemsOf(form: Form, one: Field): readonly Item[] {
	return decode(one, form.source.slice(one.range.from, one.range.to)) as readonly Item[];
}

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

/** Single items between items that are nothing but a blank. */
export const ropewalk = `# Ropewalk [Name]

## Steps

- Hemp is combed
- [Kilograms of hemp]
- Yarn is spun
- [Yards of yarn]
- [Threads in a strand]
- Strands are laid into rope
- Each coil bears a seal

**Order of work**:
1. The doors are opened
2. [Who is there]
3. The floor is swept
4. [What is spun]

## Sales

- Master: [Who]
- Paid by weight
- [Place of the scales]
- Sold on Fridays
`;

/** Raw HTML, alone and beside lists and text, one element of which is opened here and closed there. */
export const pier = `# Pier [Name]

<div class="warning">
No boat passes while the <b>bridge</b> is down.
</div>

**Toll**: [Coins]

## Gates

**Checked by day**:

- Hinges
- Locks

<details>
<summary>Why twice?</summary>

A gate was left open in the fog.

</details>

**Keeper**: [Who]

<table>
<tr><td>High water</td><td>Six</td></tr>
</table>

## Boards

<section>

- Planks: [How many]
- Nailed from below

</section>

Painted in May.

<img src="pier.png">
`;

/** The items that stand at a list. */
export function itemsOf(form: Form, one: Field): readonly Item[] {
	return decode(one, form.source.slice(one.range.from, one.range.to)) as readonly Item[];
}

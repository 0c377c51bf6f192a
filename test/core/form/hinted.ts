/** A template that says things outright, in every place where a hint can stand. */
export const hinted = `---
title: "{Product}"
specwright:
  fields:
    document/status: {kind: choice, options: [Draft, In Review], default: Draft}
    Headcount:
      kind: number
      unit: people
      guidance: Those who work on it now.
  sections:
    risks:
      requirement: if applicable
      condition: only with personal data
created: YYYY-MM-DD
---
# Plan for {Product} <!-- specwright: guidance: Its name on the market. -->

<!-- specwright: guidance: The whole plan in one page. -->

- Status: [status]
- Owner: [who] <!-- specwright: kind: person, requirement: optional -->
- Contact: <!-- specwright: {kind: person, multiple: true} -->
- Background: [what came before] <!-- specwright: kind: prose -->
- Headcount: [n]

## Risks

<!-- specwright:
guidance: Think of people, money and time.
example: |
  The vendor leaves.
-->

Describe the risks.

## Goals
<!-- specwright: kind: list -->

## Notes <!-- specwright: requirement: optional -->

What else is there? <!-- specwright: default: Nothing else. -->

## Delivery <!-- specwright: repeatable: true -->

- Name: [name]
- Due: [when] <!-- specwright: kind: date, format: DD.MM.YYYY -->

<!-- specwright: columns: {Level: {options: [Low, High]}} -->

| Risk | Level |
| --- | --- |
| [risk] | [level] |

## Sign-off

| Field | Value |
| --- | --- |
| Reviewer | [who] <!-- specwright: kind: person --> |
| Team | [Team name] <!-- specwright: variable: team --> |
| Room | [room] |

The team is {team}, and [who else] <!-- specwright: kind: person -->

> Speak of {Product}.
<!-- specwright: label: Sample, id: sample -->

\`\`\`sql
select 1;
\`\`\`
`;

/** A template with a field of every kind in every place. */

export const everything = `---
title: "[Title]"
owner: <name>
---

# [Name] design

**Owner:** [Team]
**Status:** Draft | Approved
**Date:** YYYY-MM-DD
**Reviewers:** [Names]
**Latency:** <number> ms
**Wait:** [N s]

## 1) Context (required)

> Say what forces the decision.

Describe the context.

## 2) Goals

- G1: [goal]
- G2: [goal]

### Non-goals (optional)

- [left out]

## 3) Design

- Components:
- Data flow:
- Risks:

**Inputs**

- [input]

**Outputs**

- [output]

### Diagram

Say what it shows.

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

### Interfaces

| Name | Method | Notes |
|------|--------|-------|
| [name] | GET/POST | [notes] |

### Owners

| Area | Lead | Deputy |
|------|------|--------|
| Product | <name> | <name> |
| Security | <name> | <name> |

## 4) Threats

- T1: <threat> → <mitigation>
- T2: <threat> → <mitigation>

## 5) Gate

- [ ] Reviewed by a second person
- [ ] Measured before and after

## 6) Questions

- Q1: [question] (Owner: [name], Due: YYYY-MM-DD)

---

### Component: <name>

**Status:** planned | current

[What it does]

## 7) Notes (optional)
`;

"""Translations: what each was made from, how its sections stand, and what readers get of them.

`sections` cuts a page, `digests` hashes its parts, `record` keeps the hashes in the translation's
front matter, and `states` compares them. The structure rules are `comparing` (one section) and
`checking` (a page); `sync` records, `composition` makes the page that readers get.

`todo` says what to do next, and `start` puts it in place. What English has and a translation must
have as well is taken over by `mending` and `relinking`: `fixing` does so for the slips of a
translator, `propagate`, with `moves`, for what English has changed; `remedies` says which of it
mends what a check has found. `memo` knows what was worked out before.
"""

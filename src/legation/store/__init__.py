"""Where does a case live on disk, and how is it asked?

Public names, by module:

`case`: `Case.create`, `Case.open`; a case has `kept`, `memo`, `derived`, `confidential`, `vault` (a path), `states()`,
`states_digest`, `evidence(keys)`, `inputs_digest(keys, rules)`, `writing(wait)` and `database.problems()`.
`kept`: `KeptTables` (`add_capture`, `captures`, `record`, `undo`, `judgements`, `live_judgements`, `add_note`,
`notes`), `Note`, `capture_id`, `subject`.
`memo`: `MemoTables` (`missing`, `save`, `accounts`, `rosters`, `reports`, `prune`, `count`), `MemoKey`, `memo_key`,
`Reading`, `Account`.
`derived`: `DerivedTables` (`inputs`, `swap`, `load`, `clear`, `persons`, `person`, `members`, `postings`, `changes`,
`happenings`, `tallies`, `sums`, `remaining`, `missions`, `loose`).
`finding`: `find`, `Found`, `Kind`, `KINDS`. `digest`: `case_digest`.

Everything is SQLAlchemy Core over one `schema`; what is written is on disk when the call returns.
"""

"""The embedded store: one SQLite file, by the standard library alone.

`store` opens the file and its transactions, `schema` has the tables, `session` joins the recorders: `complaints`,
`outbox`, `schedule`, `keys` and `tree`. `checks` compares the file with what we ship.
"""

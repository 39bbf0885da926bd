"""The store on a database of its own or of the house: PostgreSQL, and SQLite by the same statements.

It needs the extra: `pip install 'complaintflow[postgresql]'`, or `[sql]` for SQLite alone.

Many may read and decide at once on PostgreSQL; `turns` says how what they decide holds nevertheless. `store` opens the
database and its transactions, `connections` keeps them, `schema` runs the numbered `scripts`, `dialects` names what the
two databases have otherwise, `session` joins the recorders.
"""

"""The tables of the desk, by the numbered scripts of the SQL store: one migration for each."""

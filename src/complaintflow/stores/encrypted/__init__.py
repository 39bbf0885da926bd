"""Words that lie encrypted in any store: a session in front of its session, and a table of keys beside its tables.

`cipher` has the format and AES-GCM, `house` the root keys, `keyring` opens data keys and keeps some of them, `words`
hides what a search finds by. `events`, `cards` and `letters` say what of each is encrypted; `session` and `store`
put it in front of a store.
"""

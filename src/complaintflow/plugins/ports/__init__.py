"""What a plugin may bring, as Protocols. Each docstring is the contract, in the same five points:

- Calls: who calls, when and how often.
- Threads: what may happen at the same time.
- Errors: what an exception means. It is raised, never swallowed; the host names the plugin.
- Idempotency: what the same call again does.
- Time: which times come and go, and how long a call may take. Every time is an aware `datetime` in UTC.

`storage` has the store and its session, `stored` what they keep, `abilities` what a store may offer beside all that it
must, `lists` how lists are asked for, `sending` messages and channels, `linking` the links in them, `sources` what
brings knowledge in, `deciding` what watches the rules, `reading` what watches who reads, `changes` what a reader of
changes is told. `complaintflow.plugins` exports them all.
"""

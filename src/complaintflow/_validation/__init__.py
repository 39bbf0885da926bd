"""How values from outside are checked: their structure, the types that fields accept, lengths, and secrets."""

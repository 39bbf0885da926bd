"""What is on record: the facts that rules read, the complaint, its events, and the chain that protects them."""

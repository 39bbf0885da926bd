"""The built-in stores: in memory, and embedded SQLite."""

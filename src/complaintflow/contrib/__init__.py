"""Bridges to other libraries, each on the public face alone. Nothing here is loaded before somebody asks for it."""

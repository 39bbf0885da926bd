"""The checker: explores what can happen under a lifecycle, and shows the shortest story that breaks a promise."""

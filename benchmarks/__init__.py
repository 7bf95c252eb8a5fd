"""Accuracy and speed, ours beside the peers'."""

"""The record in other formats, one file per format."""

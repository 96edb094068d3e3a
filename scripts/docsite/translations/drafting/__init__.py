"""Drafts: sections translated by a machine, checked like everybody's work, and told to readers.

`endpoint` talks to the model, `masks` hides from it what must not change, `prompts` says what is
wanted, and `drafts` puts it together: section by section, each sent back at most twice.
"""

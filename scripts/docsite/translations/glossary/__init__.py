"""Glossaries: how the terms of the field are said in a language, and how they are not.

`terms` loads `data/glossary/<code>.yml`, `wording` finds the words of a section, `matching` finds
terms in them whatever the script, and `faults` says where a translation says a term otherwise.
"""

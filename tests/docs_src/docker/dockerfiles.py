"""A strict reader of Dockerfiles: only what the examples use, and nothing by guess."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

KNOWN = frozenset({"FROM", "WORKDIR", "COPY", "RUN", "USER", "CMD"})


@dataclass(frozen=True)
class Instruction:
    """One instruction: its name in capitals, and what follows on the line."""

    name: str
    value: str

    @property
    def words(self) -> list[str]:
        """The value as a list: of its exec form, or of what blanks separate."""
        if self.value.startswith("["):
            found = json.loads(self.value)
            assert isinstance(found, list)
            assert all(isinstance(word, str) for word in found)
            return found
        return self.value.split()


def parse(text: str) -> list[Instruction]:
    """Return the instructions; raise `ValueError` for a line that is none."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, value = line.partition(" ")
        if name not in KNOWN or not value.strip() or line != line.rstrip():
            raise ValueError(f"line {number} is no instruction: {line!r}")
        if value.endswith("\\") or " #" in value:
            raise ValueError(f"line {number} is not complete on its own: {line!r}")
        found.append(Instruction(name, value))
    if not found or found[0].name != "FROM":
        raise ValueError("the first instruction must be FROM")
    return found


def only(instructions: list[Instruction], name: str) -> Instruction:
    """Return the one instruction of a name."""
    (found,) = [entry for entry in instructions if entry.name == name]
    return found


def laid_out(instructions: list[Instruction], context: Path, image: Path) -> Path:
    """Copy what COPY names into a folder that stands for the image; return the WORKDIR in it."""
    for instruction in instructions:
        if instruction.name == "COPY":
            source, target = instruction.words
            found = (context / source).resolve()
            assert found.is_relative_to(context.resolve())
            place = image / target.lstrip("/")
            files = [found] if found.is_file() else sorted(found.rglob("*.py"))
            assert files, f"COPY finds nothing at {source}"
            for file in files:
                copy = place if found.is_file() else place / file.relative_to(found)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(file.read_bytes())
    return image / only(instructions, "WORKDIR").value.lstrip("/")

import json
from pathlib import Path
from typing import Any


def remove_tags(schema: dict[str, Any]) -> None:
    seen = set()
    for operations in schema["paths"].values():
        for operation in operations.values():
            old = operation["operationId"]
            new = old.removeprefix(operation["tags"][0] + "-")
            if new in seen:
                raise SystemExit(f"Two operations would be called {new}.")
            seen.add(new)
            operation["operationId"] = new
            print(f"{old} -> {new}")


if __name__ == "__main__":
    file = Path("openapi.json")
    schema = json.loads(file.read_text(encoding="utf-8"))
    remove_tags(schema)
    file.write_text(json.dumps(schema, indent=2), encoding="utf-8")

"""From `name: Annotated[T, Query(…)] = value` to `name: T = Query(default=value, …)`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NoReturn

import libcst as cst
from libcst import matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location

PARAMETERS = frozenset({"Body", "Cookie", "File", "Form", "Header", "Path", "Query"})
DEPENDENCIES = frozenset({"Depends", "Security"})
BY_HAND = (
    "write the plain form by hand and name the example below `by_hand` in data/examples.yml, "
    "or below `annotated_only` if it has none"
)
_NAME = "Annotated"
_MODULES = ("typing", "typing_extensions")
_NO_RENAMES: Mapping[str, str] = MappingProxyType({})


def derive(
    source: str, path: str = "example.py", *, renames: Mapping[str, str] = _NO_RENAMES
) -> str:
    """Return the plain form of an example's `source`, not yet formatted.

    `path` names the source in messages; `renames` says how modules are called in the plain form
    that the source imports: `{"app_an": "app"}`. Text without `Annotated` comes back with only
    its imports renamed. Raises `DocsError` with the line that has no plain form.
    """
    try:
        module = cst.parse_module(source)
    except cst.ParserSyntaxError as error:
        raise DocsError(
            f"the example does not compile: {error.message}",
            at=Location(path, error.raw_line),
            hint="mend the line",
        ) from error
    transformer = _Derivation(path, renames)
    changed = MetadataWrapper(module, unsafe_skip_copy=True).visit(transformer)
    for call, line in transformer.calls:
        _check_call(call, transformer.changed, Location(path, line))
    return changed.code


@dataclass(frozen=True, slots=True)
class _Changed:
    """A function whose parameters have changed."""

    parameters: int
    reordered: bool


class _Derivation(cst.CSTTransformer):
    """Rewrites parameters, the import of `Annotated`, and the names of imported modules."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: str, renames: Mapping[str, str]) -> None:
        super().__init__()
        self.path = path
        self.renames = renames
        self.calls: list[tuple[cst.Call, int]] = []
        self.changed: dict[str, _Changed] = {}
        self._derivable: set[cst.CSTNode] = set()
        self._classes: list[str] = []
        self._imports = 0

    def _refuse(self, node: cst.CSTNode, message: str) -> NoReturn:
        raise DocsError(message, at=Location(self.path, self._line(node)), hint=BY_HAND)

    def _line(self, node: cst.CSTNode) -> int:
        line: int = self.get_metadata(PositionProvider, node).start.line
        return line

    # What can't be derived

    def visit_Param(self, node: cst.Param) -> None:
        """Check a parameter that is `Annotated`, and remember that this one is understood."""
        subscript = _annotated(node)
        if subscript is None:
            return
        if node.star in ("*", "**"):
            self._refuse(node, f"the parameter {node.star}{node.name.value} can't have a default")
        metadata = [_value(element) for element in subscript.slice[1:]]
        if len(metadata) != 1:
            self._refuse(node, f"the parameter {node.name.value} has more than one metadata")
        marker = metadata[0]
        name = _called(marker)
        if name not in PARAMETERS | DEPENDENCIES or not isinstance(marker, cst.Call):
            code = cst.Module([]).code_for_node(marker)
            self._refuse(node, f"{code} of the parameter {node.name.value} is not FastAPI's")
        if name in DEPENDENCIES and node.default is not None:
            self._refuse(node, f"the dependency {node.name.value} has a default")
        if name in PARAMETERS and any(_is_default(arg) for arg in marker.args):
            self._refuse(node, f"the parameter {node.name.value} has its default in {name}(…)")
        if m.findall(subscript, m.Comment()):
            self._refuse(node, f"there is a comment inside the type of {node.name.value}")
        self._derivable.add(subscript.value)

    def visit_Name(self, node: cst.Name) -> None:
        """Refuse `Annotated` wherever it is not understood."""
        if node.value == _NAME and node not in self._derivable:
            self._refuse(node, f"{_NAME} stands where the plain form has nothing like it")

    def visit_Call(self, node: cst.Call) -> None:
        """Remember the call: it may be one of a function that changes."""
        self.calls.append((node, self._line(node)))

    # Functions

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        """Remember the class: calling it calls its `__init__`."""
        self._classes.append(node.name.value)

    def leave_ClassDef(
        self, original_node: cst.ClassDef, updated_node: cst.ClassDef
    ) -> cst.ClassDef:
        """Forget the class."""
        self._classes.pop()
        return updated_node

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        """Move the metadata into the defaults, and parameters without one to the front."""
        before = updated_node.params
        if not any(_annotated(param) for param in _all(before)):
            return updated_node
        if before.posonly_params:
            self._refuse(original_node, "the function has positional-only parameters")
        plain = [_plain(param) for param in before.params]
        params = sorted(plain, key=lambda param: param.default is not None)
        keywords = [_plain(param) for param in before.kwonly_params]
        name = updated_node.name.value
        known = self._classes[-1] if name == "__init__" and self._classes else name
        count = len(_all(before)) - (1 if self._classes else 0)
        self.changed[known] = _Changed(count, reordered=params != plain)
        after = before.with_changes(params=params, kwonly_params=keywords)
        return updated_node.with_changes(params=after)

    # Imports

    def visit_ImportFrom(self, node: cst.ImportFrom) -> None:
        """Accept the name `Annotated` where it is imported under no other name."""
        self._imports += 1
        for alias in node.names if not isinstance(node.names, cst.ImportStar) else ():
            if m.matches(alias, m.ImportAlias(m.Name(_NAME), asname=None)):
                self._derivable.add(alias.name)

    def leave_ImportFrom(
        self, original_node: cst.ImportFrom, updated_node: cst.ImportFrom
    ) -> cst.ImportFrom | cst.RemovalSentinel:
        """Take `Annotated` out of what is imported."""
        self._imports -= 1
        module = updated_node.module
        if isinstance(updated_node.names, cst.ImportStar) or not isinstance(module, cst.Name):
            return updated_node
        if module.value not in _MODULES:
            return updated_node
        names = [alias for alias in updated_node.names if alias.evaluated_name != _NAME]
        if len(names) == len(updated_node.names):
            return updated_node
        if not names:
            return cst.RemoveFromParent()
        last = names[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
        return updated_node.with_changes(names=[*names[:-1], last])

    def leave_SimpleStatementLine(
        self,
        original_node: cst.SimpleStatementLine,
        updated_node: cst.SimpleStatementLine,
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        """Remove the line of an import of which nothing is left."""
        if updated_node.body:
            return updated_node
        if m.findall(original_node, m.Comment()):
            self._refuse(original_node, f"the import of {_NAME} carries a comment")
        return cst.RemoveFromParent()

    def visit_Import(self, node: cst.Import) -> None:
        """Begin to rename modules."""
        self._imports += 1

    def leave_Import(self, original_node: cst.Import, updated_node: cst.Import) -> cst.Import:
        """End to rename modules."""
        self._imports -= 1
        return updated_node

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        """Rename a module that is imported."""
        if self._imports and updated_node.value in self.renames:
            return updated_node.with_changes(value=self.renames[updated_node.value])
        return updated_node


def _annotated(param: cst.Param) -> cst.Subscript | None:
    """Return the `Annotated[…]` that is the parameter's annotation, or None."""
    found = param.annotation.annotation if param.annotation else None
    if isinstance(found, cst.Subscript) and m.matches(found.value, m.Name(_NAME)):
        return found
    return None


def _plain(param: cst.Param) -> cst.Param:
    """Return the parameter with its metadata as the default."""
    subscript = _annotated(param)
    if subscript is None or param.annotation is None:
        return param
    marker = cst.ensure_type(_value(subscript.slice[1]), cst.Call)
    if param.default is not None:
        default = cst.Arg(param.default, keyword=cst.Name("default"), equal=_tight_equal())
        marker = marker.with_changes(args=[default, *marker.args])
    return param.with_changes(
        annotation=param.annotation.with_changes(annotation=_value(subscript.slice[0])),
        default=marker,
        equal=cst.MaybeSentinel.DEFAULT,
    )


def _value(element: cst.SubscriptElement) -> cst.BaseExpression:
    return cst.ensure_type(element.slice, cst.Index).value


def _called(marker: cst.BaseExpression) -> str:
    """Return the last name of what an expression calls: `Query` of `fastapi.Query()`."""
    function = marker.func if isinstance(marker, cst.Call) else marker
    if isinstance(function, cst.Attribute):
        function = function.attr
    return function.value if isinstance(function, cst.Name) else ""


def _is_default(arg: cst.Arg) -> bool:
    return arg.keyword is None or arg.keyword.value == "default"


def _tight_equal() -> cst.AssignEqual:
    blank = cst.SimpleWhitespace("")
    return cst.AssignEqual(blank, blank)


def _all(params: cst.Parameters) -> Sequence[cst.Param]:
    return [*params.posonly_params, *params.params, *params.kwonly_params]


def _check_call(call: cst.Call, changed: Mapping[str, _Changed], at: Location) -> None:
    """Refuse a call that would mean something else with the parameters of the plain form."""
    if not isinstance(call.func, cst.Name) or call.func.value not in changed:
        return
    name = call.func.value
    function = changed[name]
    if function.reordered and any(arg.keyword is None for arg in call.args):
        raise DocsError(
            f"{name}() is called by position, and the plain form has another order",
            at=at,
            hint="name the arguments in the call",
        )
    if len(call.args) < function.parameters or any(arg.star for arg in call.args):
        raise DocsError(
            f"{name}() is called without all arguments; in the plain form its defaults are "
            "FastAPI's markers",
            at=at,
            hint="give every argument in the call",
        )

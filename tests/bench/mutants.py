"""Mutants of the rules: each one small fault put into a rule's own code, for which a case of the rule should fail."""

from __future__ import annotations

import ast
import copy
import inspect
import textwrap
from collections.abc import Callable, Iterator
from functools import cache, partial
from types import FunctionType, ModuleType
from typing import Any, NamedTuple, cast

Check = Callable[..., Iterator[Any]]
SHOWN = 40
"""Characters shown of what a mutant leaves out."""
TURNED: dict[type[ast.cmpop], ast.cmpop] = {
    ast.Lt: ast.LtE(), ast.LtE: ast.Lt(), ast.Gt: ast.GtE(), ast.GtE: ast.Gt(), ast.Eq: ast.NotEq(),
    ast.NotEq: ast.Eq(), ast.Is: ast.IsNot(), ast.IsNot: ast.Is(), ast.In: ast.NotIn(), ast.NotIn: ast.In(),
}  # fmt: skip
PLAIN_TESTS = (ast.Compare, ast.BoolOp, ast.UnaryOp)
"""Conditions that are changed themselves: to negate them as well would be the same mutant twice."""
Change = tuple[str, Callable[[], None]]


class Mutant(NamedTuple):
    """A function of a rule's module with one thing changed; `room` is the module's names with the change in them."""

    function: str
    line: int
    change: str
    room: dict[str, Any]

    def check(self, name: str) -> Check:
        """The check of this name as it works with the change."""
        return cast("Check", self.room[name])


@cache
def reached(check: Check) -> set[str]:
    """The functions of the check's own module that it works through, itself first among them."""
    module = module_of(check)
    seen: set[str] = set()
    waiting = [check.__name__]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += [each for each in _names(getattr(module, name)) if _is_own(module, each)]
    return seen


def module_of(check: Check) -> ModuleType:
    """Where a check stands."""
    module = inspect.getmodule(check)
    assert module is not None
    return module


def _names(function: Check) -> list[str]:
    return [node.id for node in ast.walk(_tree(function)) if isinstance(node, ast.Name)]


def _is_own(module: ModuleType, name: str) -> bool:
    found = getattr(module, name, None)
    return isinstance(found, FunctionType) and found.__module__ == module.__name__


def _tree(function: Check) -> ast.Module:
    return ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function))))


def mutants(name: str, module: ModuleType) -> Iterator[Mutant]:
    """Every mutant of one function of a module."""
    function = getattr(module, name)
    tree = _tree(function)
    before = inspect.getsourcelines(function)[1] - 1
    for number, site in enumerate(_sites(tree)):
        for way, (label, _) in enumerate(_ways(site)):
            changed = copy.deepcopy(tree)
            _ways(_sites(changed)[number])[way][1]()
            yield Mutant(name, before + _line(site), label, _rebuilt(changed, module))


def _line(site: ast.AST) -> int:
    placed = site.ifs[0] if isinstance(site, ast.comprehension) else site
    return int(getattr(placed, "lineno", 1))


def _sites(tree: ast.Module) -> list[ast.AST]:
    """The nodes of a function's body that can be changed, always in the same order."""
    definition = tree.body[0]
    assert isinstance(definition, ast.FunctionDef)
    return [node for statement in definition.body for node in ast.walk(statement) if _ways(node)]


def _ways(node: ast.AST) -> list[Change]:
    """The changes that a node admits: what is told of each, and the doing of it."""
    match node:
        case ast.Compare(ops=[operator]):
            return [(f"{type(operator).__name__} turned", partial(_turn, node))]
        case ast.BoolOp(op=operator):
            return [(f"{type(operator).__name__} turned", partial(_flip, node))]
        case ast.UnaryOp(op=ast.Not()):
            return [("not dropped", partial(_drop, node))]
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, PLAIN_TESTS):
            return [("condition negated", partial(_negate, node))]
        case ast.comprehension(ifs=[test]) if not isinstance(test, PLAIN_TESTS):
            return [("filter negated", partial(_negate_filter, node))]
        case ast.Constant(value=int() as number) if not isinstance(number, bool):
            return [(f"{number} → {number + step}", partial(_set, node, number + step)) for step in (1, -1)]
        case ast.Expr(value=ast.Yield() | ast.YieldFrom() as said):
            return [(f"{ast.unparse(said)[1:-1][:SHOWN]} left out", partial(_silence, node))]
        case _:
            return []


def _turn(node: ast.Compare) -> None:
    node.ops = [TURNED[type(node.ops[0])]]


def _flip(node: ast.BoolOp) -> None:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def _drop(node: ast.UnaryOp) -> None:
    node.operand = ast.UnaryOp(ast.Not(), node.operand)


def _negate(node: ast.If | ast.IfExp) -> None:
    node.test = ast.UnaryOp(ast.Not(), node.test)


def _negate_filter(node: ast.comprehension) -> None:
    node.ifs = [ast.UnaryOp(ast.Not(), node.ifs[0])]


def _set(node: ast.Constant, number: int) -> None:
    node.value = number


def _silence(node: ast.Expr) -> None:
    """Say nothing; the function stays a generator."""
    node.value = ast.YieldFrom(ast.Tuple([], ast.Load()))


def _rebuilt(changed: ast.Module, module: ModuleType) -> dict[str, Any]:
    """A copy of the module's names in which one function is the changed one."""
    definition = changed.body[0]
    assert isinstance(definition, ast.FunctionDef)
    definition.decorator_list = []
    room = dict(vars(module))
    for name, each in vars(module).items():
        if isinstance(each, FunctionType) and each.__module__ == module.__name__:
            room[name] = _moved(each, room)
    changed.body.insert(0, ast.parse("from __future__ import annotations").body[0])
    code = compile(ast.fix_missing_locations(changed), "mutant", "exec")
    exec(code, room)
    return room


def _moved(function: FunctionType, room: dict[str, Any]) -> FunctionType:
    """The same function, looking up names in the copy."""
    moved = FunctionType(function.__code__, room, function.__name__, function.__defaults__, function.__closure__)
    moved.__kwdefaults__ = function.__kwdefaults__
    return moved

# The door for people: every target does its own set-up. The tool behind it is .venv/bin/dossier.
PYTHON ?= python3
CLIENT ?=
WHAT ?=
OPTIONS ?=
WORKERS ?= 2
DOSSIER = .venv/bin/dossier

.DEFAULT_GOAL := help
.PHONY: help dossier dossiers preview check new plan test lint deep bench docs demo clean set-up set-up-tests accuracy

help:
	@echo "make dossier CLIENT=acme   读取、核对、撰写并合并一个客户的全部材料"
	@echo "make dossiers              inputs/ 下所有客户"
	@echo "make preview CLIENT=acme   只看草稿    make check CLIENT=acme  只核对"
	@echo "make new CLIENT=x          新建客户    make plan CLIENT=x  定制材料清单和时间表"
	@echo "make test  运行全部测试    make lint  代码检查"
	@echo "make bench [WHAT=package]  性能比率    make docs  重新生成文档"
	@echo "make accuracy [WHAT=digital]  识读和规则（WHAT=rules）准确率，写入 docs/accuracy.md"

set-up:
	@$(PYTHON) tools/setup.py

set-up-tests:
	@$(PYTHON) tools/setup.py --tests

named:
	@test -n "$(CLIENT)" || { echo "请写明客户:make $(MAKECMDGOALS) CLIENT=acme" >&2; exit 2; }

dossier: named set-up
	@$(DOSSIER) build "$(CLIENT)" $(OPTIONS)

dossiers: set-up
	@$(DOSSIER) batch $(OPTIONS)

preview: named set-up
	@$(DOSSIER) preview "$(CLIENT)" $(OPTIONS)

check: named set-up
	@$(DOSSIER) check "$(CLIENT)" $(OPTIONS)

new: named set-up
	@$(DOSSIER) new "$(CLIENT)" $(OPTIONS)

plan: named set-up
	@$(DOSSIER) plan "$(CLIENT)" $(OPTIONS)

test: set-up-tests
	@.venv/bin/python -m pytest -n $(WORKERS) -m "not deep"

deep: set-up-tests
	@.venv/bin/python -m pytest -n $(WORKERS) -m deep

lint: set-up
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

bench: set-up
	@.venv/bin/python -m tests.bench $(WHAT)

accuracy: set-up
	@.venv/bin/python -m tests.accuracy $(WHAT)

docs: set-up
	@.venv/bin/python -m tools.docs

demo: set-up
	@.venv/bin/python -m tests.specimens acme
	@.venv/bin/python -m tests.specimens beta

clean:
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache

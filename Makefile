# Python 3.11 or newer and make are all that a fresh machine needs.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCKED := $(PIP) install --require-hashes

.PHONY: setup demo test test-long lint types browser lock audit sbom fuzz clean

setup: .venv/.installed

# Nothing is installed whose hash is not in requirements/; the package itself is built by what was locked.
.venv/.installed: pyproject.toml requirements/run.txt requirements/build.txt
	@test -n "$(PYTHON)" || { echo "whoheld needs Python 3.11 or newer; none was found on the PATH"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing whoheld into .venv ..."
	@$(LOCKED) --requirement requirements/run.txt --requirement requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.tested: .venv/.installed requirements/dev.txt
	@echo "installing what the tests need ..."
	@$(LOCKED) --requirement requirements/dev.txt
	@touch $@

demo: setup
	$(BIN)/whoheld build geodata/syria/articles --theatre syria --out out/demo
	@echo "Open $(CURDIR)/out/demo/index.html in any browser; it needs no network."

test: .venv/.tested browser lint types
	$(BIN)/pytest -m "not slow"

test-long: .venv/.tested browser
	$(BIN)/pytest -m slow

lint: .venv/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.tested
	$(BIN)/mypy

# The system's Chromium if there is one, else the package manager's when root; else the browser tests skip and say so.
browser:
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "installing chromium ..."; apt-get update -qq >/dev/null && apt-get install -y -qq chromium >/dev/null; \
	else echo "NO CHROMIUM FOUND: the browser tests will be skipped"; fi

clean:
	rm -rf .venv build dist out

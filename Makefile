# Python 3.11 or newer and make are all that a fresh machine needs.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCKED := $(PIP) install --require-hashes
RESOLVE := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command "make lock" --output-file

.PHONY: setup demo test test-long lint types browser types-web viewers bench compile pure lock audit sbom fuzz clean

setup: .venv/.installed

# Nothing is installed whose hash is not in requirements/; the package itself is built by what was locked.
.venv/.installed: pyproject.toml requirements/run.txt requirements/build.txt
	@test -n "$(PYTHON)" || { echo "whoheld needs Python 3.11 or newer; none was found on the PATH"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "installing whoheld into .venv ..."
	@$(LOCKED) --requirement requirements/run.txt --requirement requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@echo "indexing the world's towns ..."
	@$(BIN)/python -c "from whoheld.gazetteer import world; world.index()"
	@touch $@

.venv/.tested: .venv/.installed requirements/dev.txt
	@echo "installing what the tests need ..."
	@$(LOCKED) --requirement requirements/dev.txt
	@touch $@

.venv/.released: .venv/.tested requirements/release.txt
	@echo "installing what a release needs ..."
	@$(LOCKED) --requirement requirements/release.txt
	@touch $@

demo: setup
	$(BIN)/whoheld build geodata/syria/articles --theatre syria --out out/demo
	@echo "Open $(CURDIR)/out/demo/index.html in any browser; it needs no network."

# Types are checked among the tests. Processes that tests start load what is compiled here, also where Python is told to keep nothing;
# tests wait for browsers and for such processes, so that three at a time occupy two cores.
test: .venv/.tested browser lint
	@$(BIN)/python -m compileall -q src
	$(BIN)/pytest -m "not slow" --numprocesses 3 --dist worksteal

test-long: .venv/.tested browser
	$(BIN)/pytest -m "slow or hypothesis" --hypothesis-profile long

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

# Optional: the types in the comments of the browser half, checked by TypeScript's own checker.
types-web:
	@command -v npm >/dev/null || { echo "this needs npm"; exit 1; }
	@npm install --prefix build/types --no-save --no-audit --no-fund --ignore-scripts --loglevel error typescript@5.9.3
	build/types/node_modules/.bin/tsc --project tests/web

# Optional: the layers as kepler.gl and MapLibre read them, with their own npm packages (some hundred megabytes, kept in build/).
VIEWERS := @kepler.gl/processors@3.2.6 @maplibre/maplibre-gl-style-spec@24.10.0
viewers: .venv/.tested
	@command -v npm >/dev/null || { echo "this needs npm"; exit 1; }
	@npm install --prefix build/viewers --no-save --no-audit --no-fund --ignore-scripts --legacy-peer-deps --loglevel error $(VIEWERS)
	$(BIN)/pytest -m viewers

.venv/.benched: .venv/.tested requirements/bench.txt
	@echo "installing what the benchmarks compare with ..."
	@$(LOCKED) --requirement requirements/bench.txt
	@touch $@

# A quarter of an hour on two idle cores; SIZE=--quick takes some minutes, SIZE=--large an hour. The plugin that the map is compared
# with is brought by npm; without npm or Chromium its column, or the map's table, stays empty.
bench: .venv/.benched browser
	@command -v npm >/dev/null && npm install --prefix build/bench --no-save --no-audit --no-fund --ignore-scripts --loglevel error \
		leaflet@1.9.3 leaflet.timeline@1.6.0 moment@2.18.1 || echo "no npm: folium's Timeline is not timed"
	$(BIN)/python -m benchmarks.run $(SIZE)

# The newest versions that pyproject.toml allows, for every system and Python; later files follow the earlier ones.
lock: .venv/.released
	$(RESOLVE) requirements/run.txt pyproject.toml
	$(RESOLVE) requirements/build.txt --group build --constraint requirements/run.txt
	$(RESOLVE) requirements/dev.txt pyproject.toml --all-extras --group dev --constraint requirements/run.txt --constraint requirements/build.txt
	$(RESOLVE) requirements/bench.txt --group bench --constraint requirements/dev.txt
	$(RESOLVE) requirements/release.txt --group fuzz --group release --constraint requirements/dev.txt --constraint requirements/build.txt

audit: .venv/.released
	@$(BIN)/python requirements/audit.py

# What the runtime consists of, from an environment that holds nothing else.
sbom: .venv/.released
	@rm -rf build/sbom && mkdir -p dist
	@$(PYTHON) -m venv --without-pip build/sbom
	@$(PIP) --python build/sbom/bin/python install --require-hashes --requirement requirements/run.txt
	@$(BIN)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --output-file dist/whoheld.cdx.json build/sbom
	@echo "wrote dist/whoheld.cdx.json"

# Ten minutes in all, shared among the checks; what breaks one is kept in out/fuzz/ and the target fails.
FUZZ_SECONDS ?= 600
FUZZED := text page feed lines archive arabic english
fuzz: .venv/.released
	@failed=; for check in $(FUZZED); do \
		echo "fuzzing $$check ..."; mkdir -p out/fuzz; \
		$(BIN)/python -m fuzz.run $$check $$(($(FUZZ_SECONDS) / $(words $(FUZZED)))) >out/fuzz/$$check.log 2>&1 || failed="$$failed $$check"; \
	done; test -z "$$failed" || { echo "BROKEN:$$failed; the input and the traceback are in out/fuzz/"; exit 1; }

# Optional: the extraction as machine code beside its sources (5 CPU minutes to make), tested as such. It is of the sources as they are
# now: after a change to them make it again, or `make pure`. (mypyc makes a cached_property a plain one: extract has none.)
SOURCES := $(filter-out %/__init__.py %/examples.py %/explain.py,src/whoheld/text.py $(sort $(shell find src/whoheld/extract -name '*.py')))
compile: .venv/.benched
	@mkdir -p $(sort $(dir $(SOURCES:src/%=build/compiled/%)))
	cd build/compiled && MYPYPATH=../../src MYPYC_OPT_LEVEL=2 MYPYC_DEBUG_LEVEL=0 \
		../../$(BIN)/mypyc --config-file ../../pyproject.toml $(SOURCES:%=../../%)
	@cp -R build/compiled/whoheld build/compiled/*.so src/
	$(BIN)/pytest --quiet --numprocesses 2 -m "not slow" tests/extract tests/gold

pure:
	@find src -name '*.so' -delete

clean: pure
	rm -rf .venv build dist out

# Accord: build, run and test with nothing but Go, make and (for the browser
# tests) apt-get. Every target installs what it needs.

GO        ?= go
TOOLS     := $(CURDIR)/.tools
VERSION   ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS   := -s -w -X main.version=$(VERSION)
AXE       := $(TOOLS)/axe-4.14.1.js
LINT      := $(TOOLS)/golangci-lint-v2.15.0
REGISTRY  ?= $(wildcard ../shared/registry)

.DEFAULT_GOAL := help

## help: list the targets
.PHONY: help
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

## wasm: build the browser program, stripped and compressed, into web/built
.PHONY: wasm
wasm:
	$(GO) run ./web/build

## build: build bin/accord with the web folder inside
.PHONY: build
build: wasm
	$(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/accord ./server

## run: build and start the portal with a ready example on http://localhost:8080
.PHONY: run
run: build
	./bin/accord serve --demo $(if $(REGISTRY),--demo-registry $(REGISTRY)) $(ARGS)

## test: vet, lint, unit tests with the race detector, wasm build, browser tests
.PHONY: test
test: vet lint unit build e2e

## vet: go vet, for both worlds
.PHONY: vet
vet:
	$(GO) vet ./...
	GOOS=js GOARCH=wasm $(GO) vet ./app/...

## lint: golangci-lint
.PHONY: lint
lint: $(LINT)
	$(LINT) run ./...

$(LINT):
	GOBIN=$(TOOLS) $(GO) install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
	mv $(TOOLS)/golangci-lint $@

## unit: every test but the browser's, with the race detector
.PHONY: unit
unit:
	$(GO) test -race -timeout 20m ./app/... ./server/... ./shared/... ./web/...

## e2e: the whole program in a real browser
.PHONY: e2e
e2e: build browser
	-@$(MAKE) --no-print-directory $(AXE)
	$(GO) test -count=1 -parallel 4 -timeout 20m ./e2e/...

# Without it, for want of a network, the story that looks with it is left out.
$(AXE):
	@mkdir -p $(TOOLS)
	$(GO) run ./e2e/axe $@

## browser: install Chromium and the fonts that the browser tests need
.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
		{ apt-get update && apt-get install -y --no-install-recommends chromium; }
	@fc-list 2>/dev/null | grep -qi 'noto.*cjk' || \
		{ apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-noto-cjk; }

## bench: benchmarks, with the sizes of what a visitor downloads
.PHONY: bench
bench: build browser
	@ls -l web/built
	$(GO) test -run '^$$' -bench . -benchmem ./server/... ./shared/... ./app/...
	$(GO) test -run '^$$' -bench . -benchtime 5x ./e2e/...

## fuzz: each fuzz target for FUZZTIME (10s)
.PHONY: fuzz
fuzz:
	@for p in $$($(GO) list ./shared/... ./server/...); do \
		for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
			$(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(or $(FUZZTIME),10s) $$p || exit 1; \
		done; \
	done

## clean: remove what was built (the data folder stays)
.PHONY: clean
clean:
	rm -rf bin web/built/*.br web/built/*.gz web/built/*.js web/built/*.wasm

#!/usr/bin/env python3
"""How long a language server takes from an edit in a draft to its diagnostics: the median of many, in milliseconds.

A letter is typed in the middle of the draft and taken out again. usage: edit.py STATLINT DRAFT [EDITS]
"""
import json
import statistics
import subprocess
import sys
import time

program, path = sys.argv[1], sys.argv[2]
edits = int(sys.argv[3]) if len(sys.argv) > 3 else 20
text = open(path, encoding="utf-8").read()
uri = "file:///nowhere/" + path.rsplit("/", 1)[-1]
server = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def send(method, params, **more):
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    server.stdin.flush()


def receive():
    size = 0
    while line := server.stdout.readline().strip():
        if line.lower().startswith(b"content-length:"):
            size = int(line.split(b":")[1])
    return server.stdout.read(size)


send("initialize", {"capabilities": {"general": {"positionEncodings": ["utf-8"]}}}, id=1)
receive()
send("initialized", {})
send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "", "version": 1, "text": text}})
receive()

line = text.count("\n") // 2
took = []
for version in range(2, 2 + edits * 2):
    typed = version % 2 == 0
    span = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 0 if typed else 1}}
    change = {"range": span, "text": "x" if typed else ""}
    start = time.perf_counter()
    send("textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]})
    answer = receive()
    took.append((time.perf_counter() - start) * 1000)
send("shutdown", None, id=2)
receive()
send("exit", None)
server.wait()
print(f"{statistics.median(took):.1f}")

#!/usr/bin/env python3
"""How long a program takes from its start, as an editor starts it, to its end: the median of many runs, in milliseconds.

Two programs run in turns, so that a busy machine is as busy for one as for the other: the one that is measured and
an empty one. Prints both medians. usage: start_up.py RUNS PROGRAM [ARGUMENT...]
"""
import os
import statistics
import sys
import time

runs = int(sys.argv[1])
commands = [sys.argv[2:], ["/bin/true"]]
nowhere = os.open(os.devnull, os.O_WRONLY)
silent = [(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)]
took = [[], []]
for _ in range(runs):
    for command, times in zip(commands, took):
        start = time.perf_counter()
        process = os.posix_spawn(command[0], command, os.environ, file_actions=silent)
        _, status = os.waitpid(process, 0)
        times.append((time.perf_counter() - start) * 1000)
        if os.waitstatus_to_exitcode(status) > 1:
            sys.exit(f"bench: {' '.join(command)} failed")
print(" ".join(f"{statistics.median(times):.1f}" for times in took))

"""OR-Tools CP-SAT on a model: prints its progress as JSON lines, then its answer.

    cp_sat.py MODEL.mps THREADS SECONDS GAP [PARAMETERS]

The clock starts when the model has been read. Lines are as in highs.py. CP-SAT tells its plans and bounds in its log
alone when it is given a linear model, so they are read there, each at the moment when it is written. CP-SAT works in
whole numbers: it makes them of the columns that aren't, and of the coefficients, by itself.
"""

import json
import os
import re
import sys
import threading
import time

from ortools.linear_solver.python import model_builder

path, threads, seconds, gap = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])

model = model_builder.Model()
if not model.import_from_mps_file(path):
    sys.exit(f"{path} can't be read")

NEWS = re.compile(r"^#(?:\d+|Bound)\s+\S+\s+best:(\S+)\s+next:\[([^,\]]*)")


def number(text):
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) < 1e29 else None


best = None
bound = None


def follow(log):
    """Prints the news in the log as it comes."""
    global best, bound
    for line in log:
        news = NEWS.match(line)
        if news:
            best, bound = number(news[1]), number(news[2]) if news[2] else bound
            print(json.dumps({"t": round(time.monotonic() - start, 3), "best": best, "bound": bound}), file=out, flush=True)


# The log goes to the standard output of the process, which is led here.
out = os.fdopen(os.dup(1), "w")
reading, writing = os.pipe()
os.dup2(writing, 1)
os.close(writing)
follower = threading.Thread(target=follow, args=[os.fdopen(reading)])

solver = model_builder.Solver("sat")
solver.set_time_limit_in_seconds(seconds)
solver.enable_output(True)
parameters = f"num_workers:{threads} relative_gap_limit:{gap} log_search_progress:true"
solver.set_solver_specific_parameters(" ".join([parameters, *sys.argv[5:]]))

follower.start()
start = time.monotonic()
status = solver.solve(model)
took = time.monotonic() - start
os.dup2(out.fileno(), 1)
follower.join()

found = status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE)
columns = model.get_variables()
answer = {
    "end": status.name,
    "t": round(took, 3),
    "best": solver.objective_value if found else None,
    "bound": number(str(solver.best_objective_bound)) if found else bound,
    "solution": {c.name: solver.value(c) for c in columns} if found else None,
}
print(json.dumps(answer), file=out, flush=True)

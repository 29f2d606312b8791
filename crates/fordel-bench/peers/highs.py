"""HiGHS on a model: prints its progress as JSON lines, then its answer.

    highs.py MODEL.mps THREADS SECONDS GAP

The clock starts when the model has been read. A line of progress is {"t", "best", "bound"}; the last line is the
answer {"end", "t", "best", "bound", "solution"} with the value of each column by name.
"""

import json
import sys
import time

import highspy

model, threads, seconds, gap = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])

h = highspy.Highs()
h.setOptionValue("output_flag", False)
h.setOptionValue("threads", threads)
h.setOptionValue("time_limit", seconds)
h.setOptionValue("mip_rel_gap", gap)
# Otherwise the bound is told every five seconds only.
h.setOptionValue("mip_min_logging_interval", 0.1)
if h.readModel(model) != highspy.HighsStatus.kOk:
    sys.exit(f"{model} can't be read")


def finite(value):
    return value if abs(value) < 1e29 else None


told = [0.0, None, None]


def tell(event):
    now, best, bound = time.monotonic() - start, finite(event.data_out.mip_primal_bound), finite(event.data_out.mip_dual_bound)
    if told[1:] != [best, bound] and (told[1] != best or now - told[0] > 0.05):
        told[:] = [now, best, bound]
        print(json.dumps({"t": round(now, 3), "best": best, "bound": bound}), flush=True)


h.cbMipLogging += tell
h.cbMipInterrupt += tell
h.cbMipImprovingSolution += tell

start = time.monotonic()
h.run()
took = time.monotonic() - start

info = h.getInfo()
found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
values = h.getSolution().col_value
names = [h.getColName(c)[1] for c in range(h.getNumCol())]
answer = {
    "end": h.modelStatusToString(h.getModelStatus()),
    "t": round(took, 3),
    "best": finite(info.objective_function_value) if found else None,
    "bound": finite(info.mip_dual_bound),
    "solution": dict(zip(names, values)) if found else None,
}
print(json.dumps(answer), flush=True)

"""Simulated weeks of a plan in numpy, with HiGHS for the days that vectors alone don't decide: the same model as Fordel's.

usage: weeks.py FRAME.json WEEKS

Draws and all that can be decided for all weeks at once are vectors over weeks: who is there, presence, and work where a
group has time for all that may come to it. A day that is left is one linear program, whose model is built once for each
weekday and solved anew from its last basis with other right-hand sides.
"""

import json
import sys
import time

import highspy
import numpy as np

ROUNDING, SLACK = 1e-9, 1e-4


class Day:
    """A weekday: its matrices, and its linear program."""

    def __init__(self, told, frame):
        self.told, self.groups = told, len(frame["groups"])
        self.task_time = np.array([g["task_time"] for g in frame["groups"]])
        shifts = frame["shifts"]
        self.parts, self.slots = told["parts"], told["slots"]
        self.minutes = np.array([p["minutes"] for p in self.parts], float)
        self.slot_of = np.array([p["slot"] for p in self.parts])
        # present[part, group] from heads[shift, day].
        self.on = np.zeros((len(shifts) * 7, len(self.parts) * self.groups))
        for p, part in enumerate(self.parts):
            for shift, day in part["on"]:
                self.on[shift * 7 + day, p * self.groups + shifts[shift]] = 1
        kinds = told["kinds"]
        self.kinds, self.nodes = len(kinds), self.slots * self.groups
        self.feed = np.zeros((len(frame["works"]), self.kinds))
        for work, kind, minutes in told["feeds"]:
            self.feed[work, kind] += minutes
        self.arcs = [
            (k, slot * self.groups + g, ratio, late)
            for k, kind in enumerate(kinds) for slot, late in kind["slots"] for g, ratio in kind["doers"]
        ]
        self.colour = np.array([k["colour"] for k in kinds])
        self.own = np.array([k["own"] for k in kinds])
        worth = np.array([1.0, 1e3, 1e6])[self.colour]
        self.worth, self.worth_late = worth + 1e-6 * (self.slots - self.own), worth - 1e-4
        # The first way of each kind to each node, on time.
        self.ratio = np.zeros((self.kinds, self.nodes))
        self.on_time = np.zeros((self.kinds, self.nodes), bool)
        for k, node, ratio, late in self.arcs:
            self.ratio[k, node] = ratio
            self.on_time[k, node] = not late
        self.model = self.build()

    def build(self):
        model = highspy.Highs()
        model.setOptionValue("output_flag", False)
        model.setOptionValue("threads", 1)
        rows = self.kinds + self.nodes
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.arcs), rows
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_ = np.array([(self.worth_late if late else self.worth)[k] for k, _, _, late in self.arcs])
        lp.col_lower_ = np.zeros(len(self.arcs))
        lp.col_upper_ = np.full(len(self.arcs), highspy.kHighsInf)
        lp.row_lower_ = np.full(rows, -highspy.kHighsInf)
        lp.row_upper_ = np.zeros(rows)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.arange(0, 2 * len(self.arcs) + 1, 2)
        lp.a_matrix_.index_ = np.array([i for k, n, _, _ in self.arcs for i in (k, self.kinds + n)])
        lp.a_matrix_.value_ = np.array([v for _, _, r, _ in self.arcs for v in (1.0, r)])
        model.passModel(lp)
        self.rows = np.arange(rows, dtype=np.int32)
        self.lower = np.full(rows, -highspy.kHighsInf)
        self.arc_kind = np.array([a[0] for a in self.arcs])
        self.arc_late = np.array([a[3] for a in self.arcs], bool)
        return model

    def solve(self, amounts, room):
        self.model.changeRowsBounds(len(self.rows), self.rows, self.lower, np.concatenate([amounts, np.maximum(room, 0)]))
        self.model.run()
        x = np.asarray(self.model.getSolution().col_value)
        done = np.bincount(self.arc_kind, x, self.kinds)
        late = np.bincount(self.arc_kind, x * self.arc_late, self.kinds)
        return amounts - done, late

    def lights(self, heads, scale):
        """Colours (weeks × slots) for heads (weeks × shifts × 7) and scale (weeks × works); how many programs were solved."""
        weeks = len(heads)
        present = (heads.reshape(weeks, -1) @ self.on).reshape(weeks, len(self.parts), self.groups)
        lights = np.zeros((weeks, self.slots), int)
        for guard in self.told["guards"]:
            lacks = present[:, guard["part"], guard["groups"]].sum(axis=1) < guard["count"]
            lights[lacks, self.parts[guard["part"]]["slot"]] = 2
        amounts = scale @ self.feed
        free = present.copy()
        for bound in self.told["bounds"]:
            left = np.full(weeks, float(bound["people"]))
            for g in reversed(bound["doers"]):
                taken = np.minimum(left, free[:, bound["part"], g])
                free[:, bound["part"], g] -= taken
                left -= taken
            lights[left > 0, self.parts[bound["part"]]["slot"]] = 2
        room = np.zeros((weeks, self.slots, self.groups))
        for p in range(len(self.parts)):
            room[:, self.slot_of[p]] += free[:, p] * self.minutes[p] * self.task_time
        room = room.reshape(weeks, self.nodes)
        whole = room.copy()
        live = amounts > 1e-6
        while True:
            load = np.where(live, amounts, 0.0) @ self.ratio
            enough = (room > ROUNDING) & (load <= room + ROUNDING)
            served = np.zeros_like(live)
            for node in np.flatnonzero(enough.any(axis=0)):
                here = enough[:, [node]] & live & ~served & self.on_time[:, node]
                room[:, node] -= (np.where(here, amounts, 0.0) * self.ratio[:, node]).sum(axis=1)
                served |= here
            if not served.any():
                break
            live &= ~served
        hard = np.flatnonzero(live.any(axis=1))
        for week in hard:
            undone, late = self.solve(amounts[week], whole[week])
            for k in np.flatnonzero((undone > SLACK) | (late > SLACK)):
                lights[week, self.own[k]] = max(lights[week, self.own[k]], 2 if self.colour[k] == 2 else 1)
        return lights, len(hard)


def draw(frame, weeks, rng):
    """Who comes, and how much work there is."""
    groups, shifts = frame["groups"], np.array(frame["shifts"])
    absence = np.array([g["absence"] for g in groups])
    variance = frame["illness_spread"] ** 2
    hazard = ((1 - absence) ** -variance - 1) / variance
    pressure = rng.gamma(1 / variance, variance, weeks)
    there = np.exp(-np.outer(pressure, hazard))[:, shifts]
    heads = rng.binomial(np.array(frame["heads"])[None], there[:, :, None]).astype(float)
    works = frame["works"]
    times = np.array([w["times"] for w in works])
    likely = np.array([w["minutes"] for w in works])
    low = np.minimum([w["low"] for w in works], likely)
    high = np.maximum([w["high"] for w in works], likely)
    varies = np.array([w["varies"] for w in works])
    variance = frame["activity_spread"] ** 2
    busy = rng.gamma(1 / variance, variance, (weeks, 7 * frame["drivers"]))
    busy = np.concatenate([busy, np.ones((weeks, 1))], axis=1)
    of = [-1 if w["driver"] is None else w["day"] * frame["drivers"] + w["driver"] for w in works]
    number = rng.poisson(times * busy[:, of])
    width = np.where(varies, high - low, 1.0)
    mean = (low + 4 * likely + high) / 6
    variance = (mean - low) * (high - mean) / 7
    minutes = number * mean + np.sqrt(number * variance) * rng.standard_normal(number.shape)
    minutes = np.clip(minutes, number * low, number * high)
    few = np.zeros_like(minutes)
    for i in range(4):
        one = low + width * rng.beta(1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width, number.shape)
        few += np.where(number > i, one, 0.0)
    minutes = np.where(number <= 4, few, minutes)
    minutes = np.where(varies, minutes, number * likely)
    planned = times * likely
    return heads, np.where(planned > 0, minutes / np.where(planned > 0, planned, 1), 1.0)


def main():
    frame, weeks = json.load(open(sys.argv[1])), int(sys.argv[2])
    days = [Day(told, frame) for told in frame["days"]]
    compared = frame["compared"]
    heads = np.array([w["heads"] for w in compared], float)
    scale = np.array([w["scale"] for w in compared])
    differ = cells = 0
    for d, day in enumerate(days):
        own = np.array([w["lights"][d] for w in compared])
        found, _ = day.lights(heads, scale)
        differ += int((own != found).sum())
        cells += own.size
    start, spent = time.perf_counter(), time.process_time()
    heads, scale = draw(frame, weeks, np.random.default_rng(1))
    drawn = time.perf_counter() - start
    red = yellow = solved = 0
    for day in days:
        lights, hard = day.lights(heads, scale)
        red, yellow, solved = red + (lights == 2).sum(), yellow + (lights == 1).sum(), solved + hard
    took, work = time.perf_counter() - start, time.process_time() - spent
    told = {
        "seconds": took, "processor": work, "draws": drawn, "solved": solved, "days": 7 * weeks,
        "differ": differ, "compared": cells, "red": float(red / weeks), "yellow": float(yellow / weeks),
    }
    print(json.dumps(told))


main()

# Figures of the study @study@ (model @model@): python3 analysis.py writes measures.png and outcomes.png beside the tables,
# and heat_map.png where abm analyse has compared two factors of a design.
# A start for your own analysis. Change a copy: the study, when it is run anew, writes this file anew.
import json
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd

# The measures of the first figure, by name, with their labels; ticks.csv has more.
measures = {@measures@}
outcomes = [@outcomes@]
time = "@tick_unit@"

here = Path(__file__).resolve().parent
package = json.loads((here / "datapackage.json").read_text(encoding="utf-8"))


def read_table(name, columns=None):
    """A table by its name, plain or compressed, with the types that datapackage.json declares."""
    table = next(table for table in package["resources"] if table["name"] == name)
    pandas_types = {"integer": "Int64", "number": "float64", "boolean": "boolean", "string": "string"}
    types = {field["name"]: pandas_types.get(field["type"]) for field in table["schema"]["fields"]}
    return pd.read_csv(here / table["path"], usecols=columns, dtype={key: kind for key, kind in types.items() if kind},
                       parse_dates=[key for key, kind in types.items() if kind is None],
                       float_precision="round_trip", keep_default_na=False, na_values=[""])


design = read_table("design")
runs = read_table("runs")
ticks = read_table("ticks", ["run_id", "tick", *measures])

# Scenarios stand in the order of the config. With a design, all its rows are taken together.
scenarios = list(design["scenario"].unique())
done = runs[runs["status"] == "done"]
rows = len(design) // len(scenarios)
# Runs of one replication share their random numbers, so that over the rows of a design they are copies of one another.
shares_draws = rows > 1 and @common_random_numbers@
sample = f"{len(done):,} runs"
if rows > 1:
    sample += f", all {rows:,} rows of the design together"
if len(done) < len(runs):
    sample += f" ({len(runs) - len(done)} that did not finish are left out)"

plt.rcParams.update({"font.size": 8, "axes.titlesize": 8, "axes.grid": True, "grid.alpha": 0.4})


def save_figure(name, figure, title, subtitle, bottom=0):
    inch = 1 / figure.get_figheight()
    figure.text(0.01, 1 - 0.1 * inch, title, fontsize=11, va="top")
    figure.text(0.01, 1 - 0.35 * inch, subtitle, va="top")
    figure.tight_layout(rect=(0, bottom * inch, 1, 1 - 0.5 * inch))
    figure.savefig(here / name, dpi=120)


# Fan chart: at each tick the median and the middle 50 % and 90 % of the runs that still go on.
if measures and len(ticks) > 0:
    ticks = ticks.merge(runs[["run_id", "scenario"]], on="run_id").astype({"tick": int})
    groups = ticks.groupby(["scenario", "tick"])
    alive = groups.size()
    size = (2 + 2.4 * max(2, len(scenarios)), 1.2 + 1.25 * (len(measures) + 1))
    figure, axes = plt.subplots(len(measures) + 1, len(scenarios), figsize=size, sharex=True, sharey="row", squeeze=False)
    for panels, (name, label) in zip(axes, measures.items()):
        fan = groups[name].quantile([0.05, 0.25, 0.5, 0.75, 0.95]).astype(float).unstack()
        for panel, scenario in zip(panels, scenarios):
            band = fan.loc[scenario]
            panel.fill_between(band.index, band[0.05], band[0.95], color="#0072B2", alpha=0.2, linewidth=0)
            panel.fill_between(band.index, band[0.25], band[0.75], color="#0072B2", alpha=0.35, linewidth=0)
            panel.plot(fan.loc[scenarios[0]][0.5], color="#D55E00", linestyle="dashed", linewidth=0.8)
            panel.plot(band[0.5], color="#0072B2", linewidth=1.2)
        panels[0].set_ylabel(label)
    for panel, scenario in zip(axes[-1], scenarios):
        panel.fill_between(alive[scenario].index, alive[scenario], color="0.7", linewidth=0)
        panel.set_xlabel(time)
    axes[-1][0].set_ylabel("runs\nstill going on")
    figure.align_ylabels(axes[:, 0])
    for panel, scenario in zip(axes[0], scenarios):
        panel.set_title(scenario)
    save_figure("measures.png", figure, "@study@: median, middle 50 % and middle 90 % of the runs",
                sample + (f"; dashed: median of {scenarios[0]}" if len(scenarios) > 1 else ""))


def cumulative_incidence(tick, cause, outcome, grid):
    """Share of the runs that have had an outcome by each tick of a grid, with a 95 % band.

    The estimator of Aalen and Johansen (1978), in which outcomes compete and a run that reached its horizon is censored
    there; the band by the delta method on the scale log(-log).
    """
    at = np.unique(tick[cause != ""])
    risk = np.array([np.sum(tick >= t) for t in at])
    ended = np.array([np.sum((tick == t) & (cause != "")) for t in at])
    own = np.array([np.sum((tick == t) & (cause == outcome)) for t in at])
    before = np.cumprod(np.concatenate([[1], 1 - ended / risk]))[:-1]
    share = np.cumsum(before * own / risk)
    ahead = np.tril(np.subtract.outer(share, share))
    variance = (ahead**2 @ (ended / risk / np.maximum(risk - ended, 1)) + np.cumsum(before**2 * own * (risk - own) / risk**3)
                - 2 * ahead @ (before * own / risk**2))
    share, variance = (np.concatenate([[0], values])[np.searchsorted(at, grid, side="right")] for values in (share, variance))
    with np.errstate(divide="ignore", invalid="ignore"):
        width = 1.96 * np.sqrt(np.maximum(variance, 0)) / np.abs(share * np.log(share))
        return share, np.where(share > 0, share ** np.exp(width), 0), np.where(share > 0, share ** np.exp(-width), 0)


cause = done["outcome"].where(~done["censored"].astype(bool), "").fillna("").to_numpy(dtype=str)
if np.any(cause != ""):
    okabe_ito = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442"]
    grid = np.arange(int(done["last_tick"].max()) + 1)
    columns = min(4, len(scenarios))
    lines = -(-len(scenarios) // columns)
    size = (1.5 + 2.6 * max(2, columns), 1.5 + 2.6 * lines)
    figure, axes = plt.subplots(lines, columns, figsize=size, sharex=True, sharey=True, squeeze=False)
    for panel, scenario in zip(axes.flat, scenarios):
        here_too = (done["scenario"] == scenario).to_numpy(dtype=bool)
        tick = done.loc[here_too, "outcome_tick"].to_numpy(dtype=int)
        for number, outcome in enumerate(outcomes):
            if outcome in cause:
                share, low, high = cumulative_incidence(tick, cause[here_too], outcome, grid)
                colour = okabe_ito[number % len(okabe_ito)]
                panel.step(grid, 100 * share, where="post", color=colour, linewidth=1.2, label=outcome)
                if not shares_draws:
                    panel.fill_between(grid, 100 * low, 100 * high, step="post", color=colour, alpha=0.15, linewidth=0)
        panel.set_title(scenario)
    for number, panel in enumerate(axes.flat):
        panel.set_visible(number < len(scenarios))
        if number + columns >= len(scenarios):
            panel.set_xlabel(time)
            panel.tick_params(labelbottom=True)
    figure.supylabel("runs that have had the outcome (%)", fontsize=8)
    axes[0][0].set_ylim(bottom=0)
    figure.legend(*axes[0][0].get_legend_handles_labels(), loc="lower center", ncol=4, frameon=False)
    save_figure("outcomes.png", figure, "@study@: cumulative incidence of outcomes" + ("" if shares_draws else ", with 95 % bands"),
                sample + ("; no bands: rows share their random numbers" if shares_draws else ""), bottom=0.35)

# Heat map: the first two factors of analysis/heat_map.csv, in its first response, with the number of each cell.
maps = here / "analysis" / "heat_map.csv"
if maps.exists():
    words = {"scenario", "response", "kind", "factor", "level", "other_factor", "other_level"}
    heat = pd.read_csv(maps, dtype={word: "string" for word in words}, keep_default_na=False, na_values={"mean": [""], "low": [""], "high": [""]})
    first = heat.iloc[0]
    heat = heat[(heat["response"] == first["response"]) & (heat["kind"] == first["kind"])
                & (heat["factor"] == first["factor"]) & (heat["other_factor"] == first["other_factor"])]
    levels, others, panels = (list(heat[column].unique()) for column in ["level", "other_level", "scenario"])
    columns = min(3, len(panels))
    lines = -(-len(panels) // columns)
    size = (1 + columns * max(2.5, 1.2 + 0.55 * len(others)), 1.3 + lines * max(1.6, 0.8 + 0.3 * len(levels)))
    figure, axes = plt.subplots(lines, columns, figsize=size, sharex=True, sharey=True, squeeze=False)
    least, most = heat["mean"].min(), heat["mean"].max()
    for panel, scenario in zip(axes.flat, panels):
        own = heat[heat["scenario"] == scenario].pivot(index="level", columns="other_level", values="mean").loc[levels, others].to_numpy(dtype=float)
        image = panel.imshow(own, cmap="viridis", vmin=least, vmax=most, origin="lower", aspect="auto")
        for (row, column), value in np.ndenumerate(own):
            if not np.isnan(value):
                panel.text(column, row, f"{value:.3g}", ha="center", va="center", fontsize=7,
                           color="black" if value > (least + most) / 2 else "white")
        panel.set_xticks(range(len(others)), others)
        panel.set_yticks(range(len(levels)), levels)
        panel.set_title(scenario)
        panel.grid(False)
        figure.colorbar(image, ax=panel)
    for number, panel in enumerate(axes.flat):
        panel.set_visible(number < len(panels))
        if number + columns >= len(panels):
            panel.set_xlabel(first["other_factor"])
            panel.tick_params(labelbottom=True)
    for panel in axes[:, 0]:
        panel.set_ylabel(first["factor"])
    fewest, greatest = heat["runs"].min(), heat["runs"].max()
    save_figure("heat_map.png", figure, f"@study@: {first['response']}" + (" (share of runs)" if first["kind"] == "outcome" else ""),
                (f"{fewest:,} to " if fewest < greatest else "") + f"{greatest:,} runs in each cell")

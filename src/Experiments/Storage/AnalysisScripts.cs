using Experiments.Config;

namespace Experiments.Storage;

/// <summary>
/// Scripts that load the tables of a study with their types and draw two figures: a start for the modeller's own
/// analysis, hers to change.
/// </summary>
internal static class AnalysisScripts
{
    public const string RName = "analysis.R";

    public const string PythonName = "analysis.py";

    /// <summary>The figures that either script draws: of the tables beside them, so that they go when the tables go.</summary>
    public static readonly IReadOnlyList<string> Figures = ["outcomes.png", "measures.png"];

    /// <summary>Measures that the second figure shows: the first of the study.</summary>
    private const int ShownMeasures = 6;

    /// <summary>For data.table and ggplot2.</summary>
    public static string R(Study study, StudyTables tables) => $$"""
        # Tables and figures of the study {{study.Name}} (model {{study.Model.Name}}).
        # Rscript analysis.R writes outcomes.png and measures.png beside the tables.
        library(data.table)
        library(ggplot2)

        script <- sub("--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
        here <- if (length(script)) dirname(script[1]) else "."
        read_table <- function(name, types) {
          fread(file.path(here, name), sep = ",", na.strings = "", colClasses = types)
        }

        {{string.Join("\n\n", tables.All.Select(ReadInR))}}

        # Share of runs that have had each outcome by each {{study.Model.TickUnit}}.
        # Scenarios stand in the order of the config.
        done <- runs[status == "done"][, scenario := factor(scenario, levels = unique(runs$scenario))]
        settled <- done[censored == FALSE & !is.na(outcome)]
        if (nrow(settled) > 0) {
          grid <- 0:max(done$last_tick)
          settled[done[, .N, by = scenario], runs_of_scenario := i.N, on = "scenario"]
          shares <- settled[, .(tick = grid, share = ecdf(outcome_tick)(grid) * .N / runs_of_scenario[1]),
                            by = .(scenario, outcome)]
          figure <- ggplot(shares, aes(tick, share, colour = outcome)) +
            geom_step() +
            facet_wrap(~scenario, drop = FALSE) +
            labs(x = "{{study.Model.TickUnit}}", y = "share of runs", title = "{{study.Name}}: outcomes so far")
          ggsave(file.path(here, "outcomes.png"), figure, width = 9, height = 5, dpi = 120)
        }

        # Mean of the measures over the runs that still go on, with the middle 80 % of them.
        shown <- c({{Quoted(Shown(study))}})
        if (length(shown) > 0 && nrow(ticks) > 0) {
          long <- ticks[, c(list(run_id = run_id, tick = tick), lapply(.SD, as.numeric)), .SDcols = shown]
          long[done, scenario := i.scenario, on = "run_id"]
          long <- melt(long, id.vars = c("run_id", "tick", "scenario"), variable.name = "measure")
          bands <- long[!is.na(value), .(mean = mean(value), low = quantile(value, 0.1), high = quantile(value, 0.9)),
                        by = .(scenario, measure, tick)]
          figure <- ggplot(bands, aes(tick, mean, colour = scenario, fill = scenario)) +
            geom_ribbon(aes(ymin = low, ymax = high), alpha = 0.2, colour = NA) +
            geom_line() +
            facet_wrap(~measure, scales = "free_y") +
            labs(x = "{{study.Model.TickUnit}}", y = NULL, title = "{{study.Name}}: mean and middle 80 % of the runs that still go on")
          ggsave(file.path(here, "measures.png"), figure, width = 9, height = 5, dpi = 120)
        }

        """;

    /// <summary>For pandas and matplotlib.</summary>
    public static string Python(Study study, StudyTables tables) => $$"""
        # Tables and figures of the study {{study.Name}} (model {{study.Model.Name}}).
        # python3 analysis.py writes outcomes.png and measures.png beside the tables.
        from pathlib import Path

        import matplotlib

        matplotlib.use("Agg")
        import matplotlib.pyplot as plt
        import pandas as pd

        here = Path(__file__).resolve().parent


        def read_table(name, types, dates=()):
            return pd.read_csv(here / name, dtype=types, parse_dates=list(dates), float_precision="round_trip",
                               keep_default_na=False, na_values=[""])


        {{string.Join("\n\n", tables.All.Select(ReadInPython))}}

        # Share of runs that have had each outcome by each {{study.Model.TickUnit}}.
        done = runs[runs["status"] == "done"]
        settled = done[~done["censored"].astype(bool) & done["outcome"].notna()]
        if len(settled) > 0:
            scenarios = list(done["scenario"].unique())
            grid = range(int(done["last_tick"].max()) + 1)
            figure, axes = plt.subplots(1, len(scenarios), figsize=(9, 5), sharey=True, squeeze=False)
            outcomes = sorted(settled["outcome"].unique())
            for axis, scenario in zip(axes[0], scenarios):
                total = (done["scenario"] == scenario).sum()
                for number, outcome in enumerate(outcomes):
                    at = settled.loc[(settled["scenario"] == scenario) & (settled["outcome"] == outcome), "outcome_tick"]
                    so_far = at.value_counts().reindex(grid, fill_value=0).cumsum() / total
                    axis.step(list(grid), so_far.astype(float), where="post", label=outcome, color=f"C{number}")
                axis.set_title(scenario)
                axis.set_xlabel("{{study.Model.TickUnit}}")
            axes[0][0].set_ylabel("share of runs")
            axes[0][-1].legend()
            figure.suptitle("{{study.Name}}: outcomes so far")
            figure.tight_layout()
            figure.savefig(here / "outcomes.png", dpi=120)

        # Mean of the measures over the runs that still go on, with the middle 80 % of them.
        shown = [{{Quoted(Shown(study))}}]
        if shown and len(ticks) > 0:
            rows = ticks.merge(runs[["run_id", "scenario"]], on="run_id")
            figure, axes = plt.subplots((len(shown) + 2) // 3, min(3, len(shown)), figsize=(9, 5), squeeze=False)
            for axis, measure in zip(axes.flat, shown):
                for number, (scenario, group) in enumerate(rows.groupby("scenario", sort=False)):
                    values = group[measure].astype(float).groupby(group["tick"].astype(int))
                    mean, low, high = values.mean(), values.quantile(0.1), values.quantile(0.9)
                    axis.plot(mean.index, mean, label=scenario, color=f"C{number}")
                    axis.fill_between(mean.index, low, high, alpha=0.2, color=f"C{number}", linewidth=0)
                axis.set_title(measure, fontsize=9)
                axis.set_xlabel("{{study.Model.TickUnit}}")
            for axis in list(axes.flat)[len(shown):]:
                axis.set_visible(False)
            axes[0][0].legend()
            figure.suptitle("{{study.Name}}: mean and middle 80 % of the runs that still go on")
            figure.tight_layout()
            figure.savefig(here / "measures.png", dpi=120)

        """;

    private static IEnumerable<string> Shown(Study study) => study.ModelMeasures.Take(ShownMeasures).Select(measure => measure.Name);

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static string ReadInR(Table table) =>
        $"{table.Name} <- read_table(\"{table.FileName}\", c({string.Join(",", table.Fields.Select(field => $"\n  \"{field.Name}\" = \"{RType(field)}\""))}\n))";

    private static string ReadInPython(Table table)
    {
        var types = string.Join("", table.Fields
            .Where(field => field.Type != FieldType.DateTime)
            .Select(field => $"\n    \"{field.Name}\": \"{PythonType(field)}\","));
        var dates = table.Fields.Where(field => field.Type == FieldType.DateTime).Select(field => field.Name).ToList();
        return $"{table.Name} = read_table(\"{table.FileName}\", {{{types}\n}}{(dates.Count == 0 ? "" : $", dates=[{Quoted(dates)}]")})";
    }

    /// <summary>R's integer has 32 bits: whole numbers that are not ours to bound are doubles there, exact up to 2^53.</summary>
    private static string RType(Field field) => field.Type switch
    {
        FieldType.Integer when field.Name is "run_id" or "design_id" or "design_row" or "replication" or "seed" or "tick" or "outcome_tick" or "last_tick" or "sequence" => "integer",
        FieldType.Integer or FieldType.Number => "numeric",
        FieldType.Boolean => "logical",
        FieldType.DateTime => "POSIXct",
        _ => "character",
    };

    /// <summary>The types of pandas that know a missing value.</summary>
    private static string PythonType(Field field) => field.Type switch
    {
        FieldType.Integer => "Int64",
        FieldType.Number => "float64",
        FieldType.Boolean => "boolean",
        _ => "string",
    };
}

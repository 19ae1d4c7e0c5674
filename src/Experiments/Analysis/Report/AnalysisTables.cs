using Experiments.Analysis.Discovery;
using Experiments.Analysis.Sensitivity;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>The tables of an analysis, column by column.</summary>
internal static class AnalysisTables
{
    private static readonly Field Scenario = new("scenario", FieldType.String, "The scenario's name.");
    private static readonly Field Runs = new("runs", FieldType.Integer, "Runs that have a value.");
    private static readonly Field Units = new("replications", FieldType.Integer,
        "What the interval leaves out or resamples: runs, or whole replications where rows of the design share their random numbers and are copies of one another.");
    private static readonly Field Low = new("low", FieldType.Number, "Lower end of the 95 % interval; empty where there is none. That of a share, and of the mean of what is 0 or 1 in each run, stays between 0 and 1.");
    private static readonly Field High = new("high", FieldType.Number, "Upper end of the 95 % interval; empty where there is none.");
    private static readonly Field Points = new("points", FieldType.Integer, "Base samples of the design.");
    private static readonly Field Trajectories = new("trajectories", FieldType.Integer, "Trajectories of the design.");
    private static readonly Field Replications = new("replications", FieldType.Integer, "Replications of each row, whose mean was taken first.");
    private static readonly Field Convergence = new("convergence", FieldType.String, "Whether the interval is narrow enough.", "", ["converged", "not converged", "constant"]);
    private static readonly Field Reason = new("reason", FieldType.String, "Why it has not converged; empty where it has.");
    private static readonly Field Factor = new("factor", FieldType.String, "The factor of the design, or the group of factors.");
    private static readonly Field Level = new("level", FieldType.String, "The factor's level, as design.csv writes it.");
    private static readonly Field[] Answer =
    [
        new("response", FieldType.String, "The response of the config, the outcome, or the end measure."),
        new("kind", FieldType.String, "response: a statistic that the config names; outcome: a share of runs; measure: a mean over runs at their end.", "", [Response.Declared, Response.Outcome, Response.Measure]),
    ];

    /// <summary>The tables of a report that have rows.</summary>
    /// <param name="report">The report.</param>
    /// <param name="points">Means of the design points; empty where the study has no design.</param>
    /// <param name="maps">Maps of two factors; empty where the design is no factorial of several.</param>
    public static IEnumerable<AnalysisTable> Of(AnalysisReport report, IEnumerable<PointMean> points, IEnumerable<HeatMap> maps)
    {
        AnalysisTable?[] all =
        [
            Measures(report), Outcomes(report), OfResponses(report), DesignPoints(points), MainEffects(report), HeatMaps(maps), Differences(report), Ranking(report), Incidence(report), Survival(report),
            Sobol(report), SobolPairs(report), Morris(report), FirstOrder(report), Prim(report), PrimLimits(report),
        ];
        return all.OfType<AnalysisTable>();
    }

    private static AnalysisTable? Measures(AnalysisReport report) => report.Measures.Count == 0 ? null : new(
        Table("measures", "Statistics of the end measures of each scenario's runs, over all rows of the design together.", ["scenario", "measure", "statistic"],
            Scenario,
            new("measure", FieldType.String, "The end measure, a column of runs.csv."),
            new("unit", FieldType.String, "Its unit."),
            new("statistic", FieldType.String, $"mean, sd (sample standard deviation), or a quantile; {Quantiles.Definition}.", "", ["mean", "sd", "q05", "q25", "median", "q75", "q95"]),
            Runs, Units,
            new("value", FieldType.Number, "The statistic."), Low, High),
        report.Measures.Select(row => (object?[])[row.Scenario, row.Measure.Name, row.Measure.Unit, row.Statistic, row.Runs, row.Replications, .. Cells(row.Estimate)]));

    private static AnalysisTable? Outcomes(AnalysisReport report) => report.Outcomes.Count == 0 ? null : new(
        Table("outcomes", "How each scenario's runs ended, over all rows of the design together.", ["scenario", "outcome"],
            Scenario,
            new("outcome", FieldType.String, $"The outcome's code, a group of them, or '{Response.AnyBeforeHorizon}' for all that ended a run before its horizon."),
            new("runs", FieldType.Integer, "Runs of the scenario."), Units,
            new("count", FieldType.Integer, "Runs that had the outcome."),
            new("share", FieldType.Number, "Their share."), Low, High),
        report.Outcomes.Select(row => (object?[])
            [row.Scenario, row.Estimate.Response.Name, row.Estimate.Runs, row.Estimate.Replications, (int)row.Estimate.Count, .. Cells(row.Estimate.Estimate)]));

    private static AnalysisTable? OfResponses(AnalysisReport report) => report.Responses.Count == 0 ? null : new(
        Table("responses", "The responses of the config in each scenario, over all rows of the design together.", ["scenario", "response"],
            Scenario,
            new("response", FieldType.String, "The response's name; config.resolved.yaml says what it is."),
            new("unit", FieldType.String, "Its unit; empty for a share or a count."),
            Runs, Units,
            new("value", FieldType.Number, "The statistic."), Low, High),
        report.Responses.Select(row => (object?[])
            [row.Scenario, row.Estimate.Response.Name, row.Estimate.Response.Unit, row.Estimate.Runs, row.Estimate.Replications, .. Cells(row.Estimate.Estimate)]));

    private static AnalysisTable? Ranking(AnalysisReport report) => report.Ranking.Count == 0 ? null : new(
        Table("ranking", "Scenarios in the order of their difference from the baseline in one response.", ["rank"],
            [
                new("rank", FieldType.Integer, "From 1 for the least difference."),
                Scenario,
                new("baseline", FieldType.String, "The scenario that it is compared with."),
                .. Answer,
                new("value", FieldType.Number, "The response in the scenario."),
                new("pairs", FieldType.Integer, "Pairs in which both runs have a value."), Units,
                new("difference", FieldType.Number, "Scenario minus baseline."),
                new("low", FieldType.Number, "Lower end of an interval which holds for all comparisons at once with 95 % (Bonferroni)."),
                new("high", FieldType.Number, "Upper end of the same."),
            ]),
        report.Ranking.Select(row => (object?[])
        [
            row.Rank, row.Scenario, row.Baseline, row.Value.Response.Name, row.Value.Response.Kind, row.Value.Estimate.Value,
            row.Difference.Pairs, row.Difference.Replications, .. Cells(row.Difference.Estimate),
        ]));

    private static AnalysisTable? DesignPoints(IEnumerable<PointMean> points) => !points.Any() ? null : new(
        Table("design_points", "Means of the runs of each design point; its parameters stand in design.csv.", ["design_id", "response", "kind"],
            [
                new("design_id", FieldType.Integer, "The design point, a row of design.csv."),
                new("design_row", FieldType.Integer, "The row of the design that all scenarios share."),
                Scenario, .. Answer, Runs,
                new("mean", FieldType.Number, "Mean of the measure, or share of the outcome."), Low, High,
            ]),
        points.Select(row => (object?[])[row.DesignId, row.Row, row.Scenario, row.Response.Name, row.Response.Kind, row.Runs, .. Cells(row.Mean)]));

    private static AnalysisTable? MainEffects(AnalysisReport report) => report.MainEffects.Count == 0 ? null : new(
        Table("main_effects", "Each level of each factor of a design that goes through levels, over all its rows; with one factor at a time the others stand at their reference.", ["scenario", "response", "kind", "factor", "level"],
            [
                Scenario, .. Answer, Factor, Level, Runs, Units,
                new("mean", FieldType.Number, "Mean of the measure, share of the outcome, or the statistic, over the rows that have the level."), Low, High,
                new("baseline", FieldType.String, "The level that it is compared with: the factor's first, or the reference of a design of one factor at a time."),
                new("pairs", FieldType.Integer, "Pairs of runs of one replication whose rows differ in the factor alone and which both have a value; empty for the baseline."),
                new("difference", FieldType.Number, "Level minus baseline; empty for the baseline."),
                new("difference_low", FieldType.Number, "Lower end of its 95 % interval."),
                new("difference_high", FieldType.Number, "Upper end of its 95 % interval."),
            ]),
        from effect in report.MainEffects
        from level in effect.Levels
        let difference = level.Difference?.Estimate ?? Estimate.None
        select (object?[])
        [
            effect.Scenario, effect.Response.Name, effect.Response.Kind, effect.Factor, level.Level, level.Mean.Runs, level.Mean.Replications, .. Cells(level.Mean.Estimate),
            effect.Baseline, level.Difference?.Pairs, .. Cells(difference),
        ]);

    private static AnalysisTable? HeatMaps(IEnumerable<HeatMap> maps) => !maps.Any() ? null : new(
        Table("heat_map", "Each pair of levels of two factors, over all rows of the design that have both. The first map, of the first response and the two factors that matter most to it, is the one that the scripts draw.",
            ["scenario", "response", "kind", "factor", "level", "other_factor", "other_level"],
            [
                Scenario, .. Answer, Factor, Level,
                new("other_factor", FieldType.String, "The other factor of the design."),
                new("other_level", FieldType.String, "The other factor's level, as design.csv writes it."),
                new("mean", FieldType.Number, "Mean of the measure, share of the outcome, or the statistic, over the rows that have both levels."), Low, High, Runs, Units,
            ]),
        from map in maps
        from level in Enumerable.Range(0, map.Levels.Count)
        from other in Enumerable.Range(0, map.OtherLevels.Count)
        let cell = map.Cells[level][other]
        select (object?[])
        [
            map.Scenario, map.Response.Name, map.Response.Kind, map.Factor, map.Levels[level], map.OtherFactor, map.OtherLevels[other],
            .. Cells(cell.Estimate), cell.Runs, cell.Replications,
        ]);

    private static AnalysisTable? Differences(AnalysisReport report) => report.Differences.Count == 0 ? null : new(
        Table("differences", "Each scenario minus the baseline, and the pairs of the config, over pairs of runs of one replication and one row of the design.", ["scenario", "baseline", "among", "response", "kind"],
            [
                Scenario,
                new("baseline", FieldType.String, "The scenario that it is compared with."),
                new("among", FieldType.String, "All pairs, or only those whose runs both reach an intervention: past tick T.", ""),
                .. Answer,
                new("pairs", FieldType.Integer, "Pairs in which both runs have a value."), Units,
                new("difference", FieldType.Number, "Mean difference of the measure, or difference of the statistics."), Low, High,
            ]),
        report.Differences.Select(row => (object?[])
            [row.Scenario, row.Baseline, Among(row), row.Difference.Response.Name, row.Difference.Response.Kind, row.Difference.Pairs, row.Difference.Replications, .. Cells(row.Difference.Estimate)]));

    private static AnalysisTable? Incidence(AnalysisReport report) => report.Incidence.Count == 0 ? null : new(
        Table("incidence", "Cumulative incidence of the outcomes that end a run before its horizon (Aalen and Johansen): the share of runs that each has ended by a tick; it holds until the next row.", ["scenario", "outcome", "tick"],
            Scenario,
            new("outcome", FieldType.String, "The outcome's code."),
            new("tick", FieldType.Integer, "Row of ticks.", report.TickUnit),
            new("at_risk", FieldType.Integer, "Runs still going just before it."),
            new("events", FieldType.Integer, "Runs that the outcome ended then."),
            new("censored", FieldType.Integer, "Runs last seen then."),
            new("incidence", FieldType.Number, "Share of runs that the outcome has ended by then."),
            Low, High,
            new("standard_error", FieldType.Number, "Standard error of the incidence: infinitesimal jackknife over runs; over replications where rows of a design share their random numbers, and then none of one replication.")),
        from curve in report.Incidence
        from cause in Enumerable.Range(0, curve.Outcomes.Count)
        from step in curve.Steps
        let own = step.Causes[cause]
        select (object?[])[curve.Scenario, curve.Outcomes[cause], step.Time, step.AtRisk, own.Events, step.Censored, .. Cells(own.Incidence), own.StandardError]);

    private static AnalysisTable? Survival(AnalysisReport report) => report.Survival.Count == 0 ? null : new(
        Table("survival", "Share of runs that nothing has ended by a tick (Kaplan and Meier); it holds until the next row.", ["scenario", "tick"],
            Scenario,
            new("tick", FieldType.Integer, "Row of ticks.", report.TickUnit),
            new("at_risk", FieldType.Integer, "Runs still going just before it."),
            new("events", FieldType.Integer, "Runs that ended then."),
            new("censored", FieldType.Integer, "Runs last seen then."),
            new("survival", FieldType.Number, "Share of runs that go on past it."),
            Low, High,
            new("standard_error", FieldType.Number, "Standard error of the survival: Greenwood's; infinitesimal jackknife over replications where rows of a design share their random numbers, and then none of one replication.")),
        from curve in report.Survival
        from step in curve.Steps
        select (object?[])[curve.Scenario, step.Time, step.AtRisk, step.Events, step.Censored, .. Cells(step.Survival), step.StandardError]);

    private static AnalysisTable? Sobol(AnalysisReport report) => report.Sobol.Count == 0 ? null : new(
        Table("sobol", SobolIndices.Method, ["scenario", "response", "kind", "factor", "order"],
            [
                Scenario, .. Answer, Factor,
                new("order", FieldType.String, "first: what the factor explains alone; total: also in interaction with others.", "", ["first", "total"]),
                new("index", FieldType.Number, "Share of the variance; below 0 or above 1 by chance only; empty where the response does not vary."),
                Low, High, Points, Replications, Convergence, Reason,
                new("noise", FieldType.Number, "Share of the variance of a single run that is due to its replication and not to any factor; empty with one replication, which cannot tell."),
                new("noise_low", FieldType.Number, "Lower end of its 95 % interval, over base samples."),
                new("noise_high", FieldType.Number, "Upper end of its 95 % interval."),
            ]),
        from set in report.Sobol
        from factor in Enumerable.Range(0, set.Factors.Count)
        where set.Factors[factor] is not null
        let indices = set.Indices.Factors[factor]
        from row in new[] { ("first", indices.First), ("total", indices.Total) }
        select (object?[])
            [set.Scenario, set.Response.Name, set.Response.Kind, set.Factors[factor], row.Item1, .. Cells(row.Item2), set.Indices.Points, set.Replications, indices.Convergence.Word(), indices.Convergence.Reason(), .. Cells(set.Indices.Noise)]);

    private static AnalysisTable? SobolPairs(AnalysisReport report) => report.Sobol.All(set => set.Indices.Pairs.Count == 0) ? null : new(
        Table("sobol_pairs", "Second-order Sobol' indices. " + SobolIndices.Method, ["scenario", "response", "kind", "factor", "other_factor"],
            [
                Scenario, .. Answer, Factor,
                new("other_factor", FieldType.String, "The other factor."),
                new("index", FieldType.Number, "Share of the variance that only both factors together explain; below 0 by chance only; empty where the response does not vary."),
                Low, High, Points, Replications, Convergence, Reason,
            ]),
        from set in report.Sobol
        from pair in set.Indices.Pairs
        let names = (set.Factors[pair.Factor], set.Factors[pair.Other])
        where names.Item1 is not null && names.Item2 is not null
        select (object?[])
            [set.Scenario, set.Response.Name, set.Response.Kind, names.Item1, names.Item2, .. Cells(pair.Second), set.Indices.Points, set.Replications, pair.Convergence.Word(), pair.Convergence.Reason()]);

    private static AnalysisTable? Morris(AnalysisReport report) => report.Morris.Count == 0 ? null : new(
        Table("morris", MorrisMeasures.Method, ["scenario", "response", "kind", "factor", "measure"],
            [
                Scenario, .. Answer, Factor,
                new("measure", FieldType.String, "mu: mean effect; mu_star: mean size of the effect; sigma: its standard deviation. Groups have mu_star only.", "", ["mu", "mu_star", "sigma"]),
                new("value", FieldType.Number, "In units of the response over the whole range of the factor; empty where it never moved."),
                Low, High, Trajectories,
                new("effects", FieldType.Integer, "Trajectories in which the factor, or all of the group, really moved: rounding can keep a value. The measures are over these."),
                Replications, Convergence, Reason,
            ]),
        from set in report.Morris
        from factor in Enumerable.Range(0, set.Factors.Count)
        where set.Factors[factor] is not null
        let effects = set.Measures.Factors[factor]
        from row in new[] { ("mu", effects.Mean), ("mu_star", effects.MeanSize), ("sigma", effects.Deviation) }
        where !double.IsNaN(row.Item2.Value) || row.Item1 == "mu_star"
        select (object?[])
            [set.Scenario, set.Response.Name, set.Response.Kind, set.Factors[factor], row.Item1, .. Cells(row.Item2), set.Measures.Trajectories, effects.Effects, set.Replications, effects.Convergence.Word(), effects.Convergence.Reason()]);

    private static AnalysisTable? FirstOrder(AnalysisReport report) => report.FirstOrder.Count == 0 ? null : new(
        Table("first_order", "What each factor of a sample explains alone, and the answer along it. " + FirstOrderIndices.Method, ["scenario", "response", "kind", "factor"],
            [
                Scenario, .. Answer, Factor,
                new("index", FieldType.Number, "S1: share of the variance of the expected answer over the rows that the factor explains alone; below 0 by chance only; empty where rows differ by nothing but chance."),
                Low, High,
                new("level", FieldType.Number, "What one in twenty factors that explain nothing exceeds, with as many rows and classes."),
                new("is_told", FieldType.Boolean, "TRUE where the index lies above the level, and so can be told from 0."),
                new("lowest", FieldType.Number, "Mean answer over the rows in the lowest third of the factor; choices are in the order of the model."),
                new("middle", FieldType.Number, "The same in the middle third; empty for a factor of two values."),
                new("highest", FieldType.Number, "The same in the highest third."),
                new("difference", FieldType.Number, "Highest less lowest."),
                new("difference_low", FieldType.Number, "Lower end of its 95 % interval."),
                new("difference_high", FieldType.Number, "Upper end of its 95 % interval."),
                new("rows", FieldType.Integer, "Rows of the design that have an answer."),
                new("classes", FieldType.Integer, "Classes of the factor that hold rows; equal values stand in one."),
                new("replications", FieldType.Integer, "Replications of a row, at most."),
                Convergence, Reason,
                new("noise", FieldType.Number, "Share of the variance between rows that is the noise of their replications, and is no part of what is shared out; empty with one replication, which cannot tell."),
            ]),
        from set in report.FirstOrder
        from ranked in set.Ranked
        let share = ranked.Share
        select (object?[])
        [
            set.Scenario, set.Response.Name, set.Response.Kind, ranked.Factor, .. Cells(share.First), share.Level, share.IsTold, share.Lowest, share.Middle, share.Highest, .. Cells(share.Difference),
            set.Indices.Rows, share.Classes, set.Replications, share.Convergence.Word(), share.Convergence.Reason(), set.Indices.Noise,
        ]);

    private static AnalysisTable? Prim(AnalysisReport report) => report.Prim.All(set => set.Result is null) ? null : new(
        Table("prim", Discovery.Prim.Method, ["condition", "scenario", "box"],
            Condition, Scenario, Box,
            new("stage", FieldType.String, "start: all points; peel: a slice was taken off the box before; paste: the smallest box enlarged again.", "", ["start", "peel", "paste"]),
            new("points", FieldType.Integer, "Rows of the design in the box."),
            new("mass", FieldType.Number, "Their share of all rows."),
            new("coverage", FieldType.Number, "Share of all cases of interest that are in the box."),
            new("density", FieldType.Number, "Share of the box that are cases of interest."),
            new("missing_runs", FieldType.Integer, "Runs of the scenario that have no value of what was asked: they are in no box."),
            new("is_chosen", FieldType.Boolean, "TRUE for the box with the greatest harmonic mean of coverage and density.")),
        from set in report.Prim
        let boxes = set.Result?.Boxes ?? []
        from i in Enumerable.Range(0, boxes.Count)
        let box = boxes[i]
        select (object?[])
            [set.Condition, set.Scenario, i + 1, StageWord(box.Stage), box.Points, box.Mass, box.Coverage, box.Density, set.Missing, i == set.Result!.Chosen]);

    private static AnalysisTable? PrimLimits(AnalysisReport report) => report.Prim.All(set => set.Result is null) ? null : new(
        Table("prim_limits", "What each box of prim.csv asks of the factors that it restricts.", ["condition", "scenario", "box", "factor"],
            Condition, Scenario, Box,
            new("factor", FieldType.String, "The factor of the design."),
            new("low", FieldType.Number, "Least value in the box; empty where there is no lower limit."),
            new("high", FieldType.Number, "Greatest value in the box; empty where there is no upper limit."),
            new("categories", FieldType.String, "The choices in the box, with | between."),
            new("quasi_p", FieldType.Number, "Probability of as many cases by chance, were the limit of no use (Bryant and Lempert 2010); empty with several replications.")),
        from set in report.Prim
        let boxes = set.Result?.Boxes ?? []
        from i in Enumerable.Range(0, boxes.Count)
        from limit in boxes[i].Limits
        let factor = set.Factors[limit.Factor]
        let isOrdered = limit.Categories is null
        select (object?[])
        [
            set.Condition, set.Scenario, i + 1, factor.Key, isOrdered ? limit.Low : null, isOrdered ? limit.High : null,
            isOrdered ? "" : string.Join('|', limit.Categories!.Select(category => factor.Categories[category])), limit.QuasiP,
        ]);

    private static Field Condition => new("condition", FieldType.String, "What makes a run a case of interest.");

    private static Field Box => new("box", FieldType.Integer, "The box, from 1 for all points.");

    private static string Among(PairedDifference row) =>
        row.PastTick is { } tick ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"past tick {tick}") : "all";

    private static string StageWord(PrimStage stage) => stage switch
    {
        PrimStage.Start => "start",
        PrimStage.Peel => "peel",
        _ => "paste",
    };

    private static Table Table(string name, string description, IReadOnlyList<string> key, params Field[] fields) => new(name, description, key, null, null, fields);

    private static object?[] Cells(Estimate estimate) => [estimate.Value, estimate.Interval.Low, estimate.Interval.High];
}

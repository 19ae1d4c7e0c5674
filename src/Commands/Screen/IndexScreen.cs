using Experiments.Analysis;
using Experiments.Analysis.Discovery;
using Experiments.Analysis.Report;
using Experiments.Analysis.Sensitivity;
using Experiments.Config;
using static Commands.Screen.Cells;

namespace Commands.Screen;

/// <summary>What a design was made for: indices, effects, boxes.</summary>
/// <param name="report">What to show.</param>
/// <param name="terminal">Where.</param>
/// <param name="isAsked">True where measures or outcomes were named: then all are shown, and pairs of factors too.</param>
internal sealed class IndexScreen(AnalysisReport report, Terminal terminal, bool isAsked)
{
    /// <summary>Responses of a scenario that are shown where none is named.</summary>
    private const int ShownResponses = 4;

    public void Write()
    {
        WriteSobol();
        WriteMorris();
        WriteFirstOrder();
        foreach (var set in report.Prim)
        {
            WritePrim(set);
            if (set.Note.Length > 0)
                terminal.Out.WriteLine(set.Note);
        }
        if (report.Prim.Count > 0)
            terminal.Out.WriteLine(Prim.Method);
    }

    private void WriteSobol()
    {
        foreach (var set in Shown(report.Sobol, set => set.Scenario, set => set.Response, set => set.Indices.Factors[0].Convergence, set => $"{Whole(set.Indices.Points)} base samples{Averaged(set.Replications)}"))
        {
            Grid.Write(terminal, $"What {set.Response.Name} varies with in {set.Scenario}: shares of its variance (95 % interval) from {Whole(set.Indices.Points)} base samples{Averaged(set.Replications)}{Noise(set)}",
                ["factor", ">alone (first order)", ">with interactions (total)", ""],
                from factor in Enumerable.Range(0, set.Factors.Count)
                where set.Factors[factor] is not null
                let indices = set.Indices.Factors[factor]
                orderby indices.Total.Value descending
                select (string[])[set.Factors[factor]!, Index(indices.First), Index(indices.Total), Word(indices.Convergence)]);
            if (isAsked && set.Indices.Pairs.Count > 0)
                WritePairs(set);
        }
        if (report.Sobol.Count > 0)
            terminal.Out.WriteLine(SobolIndices.Method);
    }

    private void WritePairs(SobolSet set) =>
        Grid.Write(terminal, $"Pairs of factors: shares of the variance of {set.Response.Name} in {set.Scenario} that only both together explain (95 % interval)",
            ["factor", "factor", ">second order", ""],
            from pair in set.Indices.Pairs
            where set.Factors[pair.Factor] is not null && set.Factors[pair.Other] is not null
            orderby pair.Second.Value descending
            select (string[])[set.Factors[pair.Factor]!, set.Factors[pair.Other]!, Index(pair.Second), Word(pair.Convergence)]);

    private void WriteMorris()
    {
        foreach (var set in Shown(report.Morris, set => set.Scenario, set => set.Response, set => set.Measures.Factors[0].Convergence, set => $"{Whole(set.Measures.Trajectories)} trajectories{Averaged(set.Replications)}"))
        {
            Grid.Write(terminal, $"What moves {set.Response.Name} in {set.Scenario}{(set.Response.Unit.Length > 0 ? $" ({set.Response.Unit})" : "")}: effects over the whole range of a factor (95 % interval) from {Whole(set.Measures.Trajectories)} trajectories{Averaged(set.Replications)}",
                ["factor", ">mean size (mu*)", ">mean (mu)", ">deviation (sigma)", ">effects", ""],
                from factor in Enumerable.Range(0, set.Factors.Count)
                where set.Factors[factor] is not null
                let effects = set.Measures.Factors[factor]
                orderby effects.MeanSize.Value descending
                select (string[])[set.Factors[factor]!, Number(effects.MeanSize), Number(effects.Mean), Number(effects.Deviation), Whole(effects.Effects), Word(effects.Convergence)]);
        }
        if (report.Morris.Count > 0)
            terminal.Out.WriteLine(MorrisMeasures.Method);
    }

    private void WriteFirstOrder()
    {
        foreach (var set in Shown(report.FirstOrder, set => set.Scenario, set => set.Response, set => set.Indices.Factors[0].Convergence, set => $"{Whole(set.Indices.Rows)} rows"))
        {
            var all = set.Ranked.ToList();
            var shown = isAsked ? all : [.. all.Where(one => one.Share.IsTold)];
            var title = $"What {set.Response.Name} hangs on in {set.Scenario}: shares of the variance of its expected value (95 % interval) from {Whole(set.Indices.Rows)} rows in {Whole(FirstOrderIndices.ClassesFor(set.Indices.Rows))} classes{Noise(set)}";
            if (shown.Count > 0)
            {
                Grid.Write(terminal, title, ["factor", ">alone (first order)", ">told from 0 above", ">lowest third", ">middle", ">highest", ">highest less lowest", ""],
                    from one in shown
                    let share = one.Share
                    select (string[])
                    [
                        one.Factor, Index(share.First), Index(new(share.Level, Interval.None)), Mean(set, share.Lowest), Mean(set, share.Middle), Mean(set, share.Highest),
                        Change(set.Response, share.Difference), share.IsTold || double.IsNaN(share.First.Value) ? Word(share.Convergence) : "not told from 0",
                    ]);
            }
            else
                terminal.Out.WriteLine($"{title}: none of {Whole(all.Count)} factors explains a share that can be told from 0.");
            if (shown.Count > 0 && shown.Count < all.Count)
                terminal.Out.WriteLine($"Not told from 0, and in first_order.csv: {string.Join(", ", all.Where(one => !one.Share.IsTold).Select(one => one.Factor))}.");
        }
        if (report.FirstOrder.Count > 0)
            terminal.Out.WriteLine(FirstOrderIndices.Method);
    }

    private static string Mean(FirstOrderSet set, double mean) => Value(set.Response, new(mean, Interval.None));

    private void WritePrim(PrimSet set)
    {
        var title = $"Where {set.Condition} in {set.Scenario}: {Whole(set.Cases)} of {Whole(set.Runs)} runs";
        if (set.Result is not { } result)
        {
            terminal.Out.WriteLine($"{title}; a box needs some that are and some that are not.");
            return;
        }
        var box = result.Boxes[result.Chosen];
        if (box.Limits.Count == 0)
        {
            terminal.Out.WriteLine($"{title}; no box holds them better than all {Whole(set.Points)} points.");
            return;
        }
        Grid.Write(terminal, $"{title}. The box covers {Percent(box.Coverage)} % of them, {Percent(box.Density)} % of it are such runs, and it holds {Percent(box.Mass)} % of {Whole(set.Points)} points",
            ["factor", "in the box", ">quasi-p"],
            box.Limits.Select(limit => (string[])[set.Factors[limit.Factor].Key, Limits(limit, set.Factors[limit.Factor]), Number(limit.QuasiP)]));
    }

    /// <summary>The responses that are shown; those that do not vary are told in a line.</summary>
    private IEnumerable<T> Shown<T>(IReadOnlyList<T> sets, Func<T, string> scenario, Func<T, Response> response, Func<T, Convergence> convergence, Func<T, string> seen)
        where T : class
    {
        foreach (var own in sets.GroupBy(scenario))
        {
            var varying = own.Where(set => convergence(set) != Convergence.Constant).ToList();
            foreach (var set in isAsked ? varying : varying.Take(ShownResponses))
                yield return set;
            var constant = own.Except(varying).Select(set => response(set).Name).ToList();
            if (constant.Count > 0)
                terminal.Out.WriteLine($"The same in every row of {own.Key} ({seen(own.First())}): {string.Join(", ", constant)}.");
            if (!isAsked && varying.Count > ShownResponses)
                terminal.Out.WriteLine($"The tables hold {Whole(varying.Count - ShownResponses)} more for {own.Key}; --response NAME shows one here.");
        }
    }

    private static string Averaged(int replications) => replications == 1 ? "" : $", of the mean of {Whole(replications)} replications of each row";

    private static string Word(Convergence convergence) => convergence is Convergence.Converged or Convergence.Constant ? "" : $"{convergence.Word()}: {convergence.Reason()}";

    /// <summary>How much of the variance of a single run no factor can explain.</summary>
    private static string Noise(SobolSet set) => double.IsNaN(set.Indices.Noise.Value)
        ? set.Replications == 1 ? "; one replication cannot tell how much of it is noise" : ""
        : $"; of the variance of a single run {Percent(set.Indices.Noise)} % is noise";

    /// <summary>How much of what rows differ by was taken off as noise.</summary>
    private static string Noise(FirstOrderSet set) => double.IsNaN(set.Indices.Noise)
        ? "; one replication cannot tell how much of it is noise"
        : $", each over up to {Whole(set.Replications)} replications; of the variance between rows {Percent(set.Indices.Noise)} % was noise";

    private static string Limits(PrimLimit limit, PrimFactorName factor)
    {
        if (limit.Categories is { } categories)
            return string.Join(", ", categories.Select(category => factor.Categories[category]));
        if (double.IsInfinity(limit.Low))
            return $"at most {Number(limit.High)}";
        return double.IsInfinity(limit.High) ? $"at least {Number(limit.Low)}" : $"{Number(limit.Low)} to {Number(limit.High)}";
    }
}

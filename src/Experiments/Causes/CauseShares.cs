using Experiments.Analysis;
using Experiments.Config;
using Experiments.Statistics;

namespace Experiments.Causes;

/// <summary>How often a cause was necessary and how often sufficient, over the runs of a scenario or of all.</summary>
/// <param name="Scenario">The scenario; empty for all together.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Removals">Runs that ended as asked and in which it was at work and was taken out.</param>
/// <param name="Necessary">Share of them that end otherwise without it: the probability of necessity (Pearl 2009).</param>
/// <param name="Net">
/// What all runs together lose by it: 1 - the share that ends so without it over the share that ends so with it (the excess risk
/// ratio). Luck dealt anew prevents some and provokes as many, so that this, unlike necessity, is then 0; both agree where it never prevents.
/// </param>
/// <param name="AloneInRemovals">Share of them that end so with it alone; to be read beside the next.</param>
/// <param name="NoneInRemovals">Share of them that end so without any cause of its kind.</param>
/// <param name="Survivors">Runs that end otherwise without any cause of its kind, and were played with it alone.</param>
/// <param name="Sufficient">Share of them that end so with it alone: the probability of sufficiency (Pearl 2009).</param>
public sealed record CauseShares(string Scenario, Cause Cause, int Removals, Estimate Necessary, Estimate Net, Estimate AloneInRemovals, Estimate NoneInRemovals, int Survivors, Estimate Sufficient)
{
    /// <summary>The shares of every cause: scenario by scenario, and, where there are several, over all.</summary>
    /// <param name="study">The study that is asked about.</param>
    /// <param name="outcome">What was asked.</param>
    /// <param name="runs">Its runs.</param>
    public static IReadOnlyList<CauseShares> Of(Study study, OutcomeSet outcome, IReadOnlyList<AskedRun> runs)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(runs);
        var groups = study.Scenarios.Select(scenario => (scenario.Name, Runs: runs.Where(run => run.Scenario == scenario.Name)));
        if (study.Scenarios.Count > 1)
            groups = groups.Append(("", runs));
        return [.. groups.Where(group => group.Runs.Any(run => outcome.Holds(run.Stored))).SelectMany(group => Of(study, outcome, group.Name, [.. group.Runs]))];
    }

    /// <summary>What intervals leave out one at a time, in words.</summary>
    /// <param name="study">The study that is asked about.</param>
    public static string Method(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var alone = study.HasSharedDraws ? "one replication at a time, with all its rows of the design, which share their random numbers"
            : study.HasSampledRows ? "one row of the design at a time, with all its replications"
            : "nothing: every run is evidence of its own, and they are Wilson's (1927)";
        var all = study.Scenarios.Count == 1 ? ""
            : study.HasUnits ? " Over all scenarios they leave out the same."
            : DrawsAreShared(study) ? " Over all scenarios they leave out one replication at a time, with all its scenarios, which share their random numbers." : "";
        return $"95 % intervals leave out {alone}.{all}{(study.HasUnits || (study.Scenarios.Count > 1 && DrawsAreShared(study)) ? " Those by clusters are Wilson's at the number of independent runs that vary as much (Korn and Graubard 1998)." : "")}";
    }

    private static bool DrawsAreShared(Study study) => study.CommonRandomNumbers || study.RowsDrawAlone;

    private static IEnumerable<CauseShares> Of(Study study, OutcomeSet outcome, string scenario, IReadOnlyList<AskedRun> runs)
    {
        var causes = runs.SelectMany(run => run.Verdicts.Select(verdict => verdict.Cause)).Distinct();
        return causes.Select(cause => Of(study, outcome, scenario, cause, [.. runs.Select(run => (run.Stored, Verdict: run.Verdicts.First(verdict => verdict.Cause == cause)))]));
    }

    private static CauseShares Of(Study study, OutcomeSet outcome, string scenario, Cause cause, IReadOnlyList<(Agents.Outcome Stored, Verdict Verdict)> runs)
    {
        var removed = runs.Where(run => outcome.Holds(run.Stored)).Select(run => run.Verdict).ToList();
        // Survivors among runs that ended so are no sample of those that survive: without the others nothing is said of sufficiency.
        var surviving = removed.Count == runs.Count ? [] : runs.Select(run => run.Verdict).Where(verdict => verdict.None is { } none && !outcome.Holds(none)).ToList();
        var (necessary, removals) = Share(removed, verdict => verdict.IsNecessary(outcome));
        var (sufficient, survivors) = Share(surviving, verdict => verdict.IsSufficient(outcome));
        return new CauseShares(
            scenario, cause, removals, necessary, NetOf(study, outcome, isOverAll: scenario.Length == 0, runs), Share(removed, verdict => verdict.IsSufficient(outcome)).Estimate,
            Share(removed, verdict => verdict.IsNeedless(outcome)).Estimate, survivors, sufficient);

        (Estimate Estimate, int Count) Share(List<Verdict> verdicts, Func<Verdict, bool?> isSo)
        {
            var known = verdicts.Select(verdict => (verdict.Run, IsSo: isSo(verdict))).Where(one => one.IsSo is not null).Select(one => (one.Run, one.IsSo!.Value)).ToList();
            return (Estimated(study, isOverAll: scenario.Length == 0, known), known.Count);
        }
    }

    private static Estimate Estimated(Study study, bool isOverAll, List<(int Run, bool IsSo)> known)
    {
        if (known.Count == 0)
            return Estimate.None;
        var count = known.Count(one => one.IsSo);
        var share = (double)count / known.Count;
        if (!study.HasUnits && !(isOverAll && DrawsAreShared(study)))
            return new Estimate(share, Intervals.Wilson(count, known.Count));
        var units = new UnitSums(hasUnits: true);
        foreach (var (run, isSo) in known)
            units.Add(UnitOf(study, isOverAll, run), [new Contribution(isSo ? 1 : 0, 1)]);
        var variance = units.Variance(sums => sums[0].Top / sums[0].Bottom);
        return new Estimate(share, Intervals.Share(share, variance, units.Count, known.Count));
    }

    private static Estimate NetOf(Study study, OutcomeSet outcome, bool isOverAll, IReadOnlyList<(Agents.Outcome Stored, Verdict Verdict)> runs)
    {
        // Only where runs that did not end so were played too is it known what taking the cause out provokes.
        var known = runs.Where(run => run.Verdict.Without is not null).ToList();
        if (known.TrueForAll(run => outcome.Holds(run.Stored)))
            return Estimate.None;
        var units = new UnitSums(hasUnits: true);
        foreach (var (stored, verdict) in known)
            units.Add(UnitOf(study, isOverAll, verdict.Run), [Ended(verdict.Without!.Value), Ended(stored)]);
        var net = Ratio(units.Total());
        return double.IsFinite(net) ? new Estimate(net, Intervals.OfVariance(net, units.Variance(Ratio), units.Count)) : Estimate.None;

        Contribution Ended(Agents.Outcome end) => new(outcome.Holds(end) ? 1 : 0, 1);
        static double Ratio(Contribution[] sums) => 1 - sums[0].Top / sums[1].Top;
    }

    /// <summary>The unit of evidence of a run: over all scenarios, those that share their random numbers are one.</summary>
    private static int UnitOf(Study study, bool isOverAll, int run) =>
        study.HasUnits ? study.UnitOf(run) : isOverAll ? study.DrawsOf(run) : run;
}

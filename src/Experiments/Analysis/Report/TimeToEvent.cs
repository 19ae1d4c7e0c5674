using Experiments.Analysis.Survival;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>When runs ended, and of what: the time of a run is the tick of its outcome, censored where nothing ended it before its horizon.</summary>
internal static class TimeToEvent
{
    /// <summary>Cumulative incidence by scenario; outcomes that ended no run of the whole study before its horizon are left out.</summary>
    public static IEnumerable<IncidenceCurve> Incidence(RunSet runs)
    {
        var ending = runs.Done.SelectMany(own => own).Where(run => !run.Outcome.Censored).Select(run => run.Outcome.Code).ToHashSet(StringComparer.Ordinal);
        List<string> causes = [.. runs.Study.Model.Outcomes.Select(outcome => outcome.Code).Where(ending.Contains)];
        if (causes.Count == 0)
            return [];
        return runs.Done.Zip(runs.Study.Scenarios, (own, scenario) => new IncidenceCurve(scenario.Name, causes, AalenJohansen.Of(Durations(own, causes), causes.Count, Clusters(runs, own))));
    }

    /// <summary>Survival by scenario, whatever ends it; none for a model without outcomes.</summary>
    public static IEnumerable<SurvivalCurve> Survival(RunSet runs)
    {
        List<string> causes = [.. runs.Study.Model.Outcomes.Select(outcome => outcome.Code)];
        if (causes.Count == 0)
            return [];
        return runs.Done.Zip(runs.Study.Scenarios, (own, scenario) => new SurvivalCurve(scenario.Name, KaplanMeier.Of(Durations(own, causes), Clusters(runs, own))));
    }

    /// <summary>The unit of evidence of each run; null where all are independent.</summary>
    private static List<int>? Clusters(RunSet runs, IReadOnlyList<RunRecord> own) =>
        runs.Study.HasUnits ? [.. own.Select(run => runs.Study.UnitOf(run.RunId))] : null;

    private static List<Duration> Durations(IReadOnlyList<RunRecord> runs, List<string> causes) =>
        [.. runs.Select(run => new Duration(run.Outcome.Tick, run.Outcome.Censored ? Duration.Censored : causes.IndexOf(run.Outcome.Code)))];
}

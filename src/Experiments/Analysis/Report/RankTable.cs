using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>Scenarios in the order in which they differ from the baseline.</summary>
internal static class RankTable
{
    /// <summary>The response that the command line names, or null where it names none.</summary>
    /// <exception cref="ConfigException">There is none of this name, or nothing to compare.</exception>
    public static Response? Asked(Study study, Responses responses, string? typed)
    {
        if (typed is null)
            return null;
        if (study.Pairs.Count == 0)
            throw new ConfigException(new Problem("--rank", 0, 0, "", "orders scenarios by their difference from a baseline, and the study has one scenario"));
        return responses.Find(StudyAnalysis.NameOf(typed), "--rank");
    }

    /// <summary>
    /// The order of a response. The intervals hold for all comparisons at once: each has the level 1 - 0.05 / their number
    /// (Bonferroni; Dunn 1961, JASA 56, 52-64).
    /// </summary>
    public static IEnumerable<RankedScenario> Of(RunSet runs, Responses responses, Response response)
    {
        var study = runs.Study;
        var against = study.Pairs.Where(pair => pair.Baseline == study.Pairs[0].Baseline).ToList();
        var upper = 1 - 0.05 / (2 * against.Count);
        var estimates = runs.Summary.Scenarios.ToDictionary(scenario => scenario.Scenario, scenario => scenario.Responses.First(one => one.Response.Name == response.Name));
        var differences = against.Select(pair => (pair.Scenario, Difference: Difference(runs, responses, new PairedTally(response, study.HasUnits, upper), response, pair)))
            .OrderBy(one => double.IsNaN(one.Difference.Estimate.Value)).ThenBy(one => one.Difference.Estimate.Value).ThenBy(one => one.Scenario);
        var baseline = study.Scenarios[study.Pairs[0].Baseline].Name;
        return differences.Select((one, place) =>
            new RankedScenario(place + 1, study.Scenarios[one.Scenario].Name, baseline, estimates[study.Scenarios[one.Scenario].Name], one.Difference));
    }

    private static Difference Difference(RunSet runs, Responses responses, PairedTally tally, Response response, ScenarioPair pair)
    {
        var baseline = runs.Done[pair.Baseline].ToDictionary(Place);
        foreach (var run in runs.Done[pair.Scenario])
        {
            if (baseline.TryGetValue(Place(run), out var other))
                tally.Add(runs.Study.UnitOf(run.RunId), responses.PartsOf(response, run), responses.PartsOf(response, other));
        }
        return tally.Build();
        (int, int) Place(RunRecord run) => (runs.RowOf(run), run.Replication);
    }
}

namespace Experiments.Analysis.Report;

/// <summary>The comparisons of a study, over pairs of runs that share their random numbers.</summary>
internal static class DifferenceTable
{
    public static IEnumerable<PairedDifference> Of(RunSet runs, Responses responses)
    {
        foreach (var comparison in runs.Summary.Comparisons)
        {
            foreach (var difference in responses.Chosen(comparison.All.Responses, one => one.Response))
                yield return new PairedDifference(comparison.Scenario, comparison.Baseline, null, difference);
            foreach (var difference in responses.Chosen(comparison.Reaching?.Responses ?? [], one => one.Response))
                yield return new PairedDifference(comparison.Scenario, comparison.Baseline, comparison.InterventionTick, difference);
        }
    }
}

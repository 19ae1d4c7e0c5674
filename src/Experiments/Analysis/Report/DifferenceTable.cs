using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>Every scenario after the first against the first, over pairs of runs that share their random numbers.</summary>
internal static class DifferenceTable
{
    public static IEnumerable<PairedDifference> Of(RunSet runs, Responses responses, Bootstrap bootstrap)
    {
        var baseline = runs.Done[0].ToDictionary(Place);
        var scenarios = runs.Study.Scenarios.Count;
        for (var i = 1; i < scenarios; i++)
        {
            var comparison = runs.Summary.Comparisons[i - 1];
            // The row of the design and the replication follow from the run's id and the scenario's number.
            var pairs = runs.Done[i].Where(run => baseline.ContainsKey(Place(run))).Select(run => (Run: run, Baseline: baseline[Place(run)])).ToList();
            foreach (var row in Rows(null, comparison.All, pairs))
                yield return row;
            if (comparison is { InterventionTick: { } tick, Reaching: { } reaching })
            {
                foreach (var row in Rows(tick, reaching, [.. pairs.Where(pair => pair.Run.LastTick > tick && pair.Baseline.LastTick > tick)]))
                    yield return row;
            }

            IEnumerable<PairedDifference> Rows(int? tick, PairedDifferences shares, List<(RunRecord Run, RunRecord Baseline)> chosen)
            {
                PairedDifference Row(Response response, int count, Estimate difference) =>
                    new(comparison.Scenario, comparison.Baseline, tick, response, count, difference);
                var any = new Response(OutcomeShare.AnyBeforeHorizon, Response.Outcome, "");
                if (shares.BeforeHorizon is { } before && responses.Outcomes.Count == shares.Outcomes.Count)
                    yield return Row(any, shares.Pairs, new Estimate(before.Value, before.Interval));
                foreach (var outcome in responses.Outcomes)
                {
                    var share = shares.Outcomes.First(one => one.Of == outcome.Name);
                    yield return Row(outcome, shares.Pairs, new Estimate(share.Value, share.Interval));
                }
                foreach (var measure in responses.Measures)
                {
                    var read = responses.Reader(measure);
                    double[] values = [.. chosen.Select(pair => read(pair.Run) - read(pair.Baseline)).Where(value => !double.IsNaN(value))];
                    yield return Row(measure, values.Length, values.Length == 0 ? Estimate.None : new Estimate(values.Average(), bootstrap.Mean(values)));
                }
            }
        }

        (int, int) Place(RunRecord run) => (runs.RowOf(run), run.Replication);
    }
}

using Experiments.Config;
using Experiments.Statistics;
using Experiments.Storage;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>Counts the runs of one scenario.</summary>
internal sealed class ScenarioTally(Study study, string scenario, int? interventionTick, IReadOnlyList<Response> responses)
{
    private readonly ResponseTally[] tallies = [.. responses.Select(response => new ResponseTally(response, study.HasUnits))];
    private readonly List<double>[] endingTicks = [.. responses.Select(_ => new List<double>())];
    private int runs;
    private int failed;
    private int endedBefore;

    /// <summary>Takes a run, and what it adds to each response; nothing for one that is not done.</summary>
    public void Add(RunRecord run, Contribution[][]? parts)
    {
        if (parts is null)
        {
            failed++;
            return;
        }
        runs++;
        endedBefore += run.EndTick <= interventionTick ? 1 : 0;
        for (var i = 0; i < tallies.Length; i++)
        {
            tallies[i].Add(study.UnitOf(run.RunId), parts[i]);
            if (responses[i].Kind == Response.Outcome && parts[i][0].Top > 0 && !run.Outcome.Censored)
                endingTicks[i].Add(run.Outcome.Tick);
        }
    }

    public ScenarioSummary Build() => new(
        scenario,
        runs,
        failed,
        interventionTick,
        interventionTick is null ? null : endedBefore,
        [.. tallies.Select(tally => tally.Build())],
        responses.Zip(endingTicks).Where(pair => pair.Second.Count > 0).ToDictionary(pair => pair.First.Name, pair => pair.Second.Median()));
}

using Experiments.Config;
using Experiments.Runs;

namespace Experiments.Analysis;

/// <summary>
/// Counts runs as they come, in the order of run_id, so that the runs of one replication stand together and only they
/// are kept for pairing.
/// </summary>
internal sealed class SummaryBuilder
{
    private readonly Study study;
    private readonly int?[] interventionTicks;
    private readonly List<string> scenarios;
    private readonly ScenarioTally[] tallies;
    private readonly PairedTally[] all;
    private readonly PairedTally[] reaching;
    private readonly (int Scenario, int Rank)[] places;
    private readonly RunRecord?[][] replication;
    private int current = 1;

    public SummaryBuilder(Study study)
    {
        this.study = study;
        scenarios = [.. study.DesignPoints.Select(point => point.Scenario).Distinct()];
        interventionTicks = [.. scenarios.Select(scenario => FirstIntervention(study.DesignPoints.Where(point => point.Scenario == scenario)))];
        tallies = [.. scenarios.Select((scenario, i) => new ScenarioTally(study, scenario, interventionTicks[i] ?? interventionTicks.Min()))];
        all = [.. scenarios.Select(_ => new PairedTally(study))];
        reaching = [.. scenarios.Select(_ => new PairedTally(study))];

        // The first design point of a scenario is paired with the first of the baseline, the second with the second.
        var points = new int[scenarios.Count];
        places = new (int, int)[study.DesignPoints.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var scenario = scenarios.IndexOf(study.DesignPoints[i].Scenario);
            places[i] = (scenario, points[scenario]++);
        }
        replication = [.. points.Select(count => new RunRecord?[count])];
    }

    public void Add(RunRecord run)
    {
        if (run.Replication != current)
            Pair();
        current = run.Replication;
        var (scenario, rank) = places[run.Point.Id - 1];
        tallies[scenario].Add(run);
        replication[scenario][rank] = run.IsDone ? run : null;
    }

    public Summary Build()
    {
        Pair();
        return new Summary
        {
            Study = study.Name,
            Model = study.Model.Name,
            TickUnit = study.Model.TickUnit,
            Planned = study.Runs,
            Scenarios = [.. tallies.Select(tally => tally.Build())],
            Comparisons = [.. Enumerable.Range(1, scenarios.Count - 1).Select(Compare)],
            Method = Intervals.Method,
        };
    }

    private static int? FirstIntervention(IEnumerable<DesignPoint> points) =>
        points.SelectMany(point => point.Interventions).Select(change => (int?)change.At).Min();

    private Comparison Compare(int scenario)
    {
        var tick = FirstInterventionOfEither(scenario);
        return new Comparison(scenarios[scenario], scenarios[0], tick, all[scenario].Build(), tick is null ? null : reaching[scenario].Build());
    }

    /// <summary>The first row at which an intervention acts in a scenario or in the baseline.</summary>
    private int? FirstInterventionOfEither(int scenario) => new[] { interventionTicks[scenario], interventionTicks[0] }.Min();

    private void Pair()
    {
        for (var scenario = 1; scenario < scenarios.Count; scenario++)
        {
            var tick = FirstInterventionOfEither(scenario);
            for (var rank = 0; rank < Math.Min(replication[scenario].Length, replication[0].Length); rank++)
            {
                if (replication[scenario][rank] is not { } run || replication[0][rank] is not { } baseline)
                    continue;
                all[scenario].Add(run, baseline);
                if (run.LastTick > tick && baseline.LastTick > tick)
                    reaching[scenario].Add(run, baseline);
            }
        }
        foreach (var runs in replication)
            Array.Clear(runs);
    }
}

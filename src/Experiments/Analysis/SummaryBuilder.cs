using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Analysis;

/// <summary>
/// Counts runs as they come, in the order of run_id, so that the runs of one replication stand together and only they
/// are kept for pairing.
/// </summary>
internal sealed class SummaryBuilder
{
    private readonly Study study;
    private readonly int?[] interventionTicks;
    private readonly ScenarioTally[] tallies;
    private readonly PairedTally[] all;
    private readonly PairedTally[] reaching;
    private readonly RunRecord?[][] replication;
    private int current = 1;

    public SummaryBuilder(Study study)
    {
        this.study = study;
        interventionTicks = FirstInterventions(study);
        tallies = [.. study.Scenarios.Select((scenario, i) => new ScenarioTally(study, scenario.Name, interventionTicks[i] ?? interventionTicks.Min()))];
        all = [.. study.Scenarios.Select(_ => new PairedTally(study))];
        reaching = [.. study.Scenarios.Select(_ => new PairedTally(study))];
        replication = [.. study.Scenarios.Select(_ => new RunRecord?[study.Design.Rows])];
    }

    public void Add(RunRecord run)
    {
        if (run.Replication != current)
            Pair();
        current = run.Replication;
        var (row, scenario) = Math.DivRem(run.DesignId - 1, study.Scenarios.Count);
        tallies[scenario].Add(run);
        replication[scenario][row] = run.IsDone ? run : null;
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
            DesignRows = study.Design.Rows,
            Scenarios = [.. tallies.Select(tally => tally.Build())],
            Comparisons = [.. Enumerable.Range(1, study.Scenarios.Count - 1).Select(Compare)],
            Method = Intervals.Method,
        };
    }

    /// <summary>For each scenario the first row of ticks at which an intervention acts in it, in any row of the design.</summary>
    private static int?[] FirstInterventions(Study study)
    {
        var points = study.Design.Factors.Any(factor => factor.Target == FactorTarget.At) ? study.DesignPoints : study.DesignPoints.Take(study.Scenarios.Count);
        var first = new int?[study.Scenarios.Count];
        foreach (var point in points)
        {
            ref var tick = ref first[(point.Id - 1) % first.Length];
            tick = point.Interventions.Select(change => (int?)change.At).Append(tick).Min();
        }
        return first;
    }

    private Comparison Compare(int scenario)
    {
        var tick = FirstInterventionOfEither(scenario);
        return new Comparison(study.Scenarios[scenario].Name, study.Scenarios[0].Name, tick, all[scenario].Build(), tick is null ? null : reaching[scenario].Build());
    }

    /// <summary>The first row at which an intervention acts in a scenario or in the baseline.</summary>
    private int? FirstInterventionOfEither(int scenario) => new[] { interventionTicks[scenario], interventionTicks[0] }.Min();

    private void Pair()
    {
        for (var scenario = 1; scenario < replication.Length; scenario++)
        {
            var tick = FirstInterventionOfEither(scenario);
            for (var row = 0; row < replication[0].Length; row++)
            {
                if (replication[scenario][row] is not { } run || replication[0][row] is not { } baseline)
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

using Experiments.Config;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Analysis;

/// <summary>
/// Counts runs as they come, in the order of run_id, so that the runs of one replication stand together and only they
/// are kept for pairing.
/// </summary>
internal sealed class SummaryBuilder
{
    private readonly Study study;
    private readonly ResponseReadings readings;
    private readonly int?[] interventionTicks;
    private readonly ScenarioTally[] tallies;
    private readonly PairedTally[][] all;
    private readonly PairedTally[][] reaching;
    private readonly int[] pairs;
    private readonly int[] pairsReaching;
    private readonly (RunRecord Run, Contribution[][] Parts)?[][] replication;
    private int current;
    private int replications;

    public SummaryBuilder(Study study)
    {
        (this.study, readings) = (study, new ResponseReadings(study));
        interventionTicks = FirstInterventions(study);
        tallies = [.. study.Scenarios.Select((scenario, i) => new ScenarioTally(study, scenario.Name, interventionTicks[i] ?? interventionTicks.Min(), readings.Responses))];
        (all, reaching) = (Tallies(), Tallies());
        (pairs, pairsReaching) = (new int[study.Pairs.Count], new int[study.Pairs.Count]);
        replication = [.. study.Scenarios.Select(_ => new (RunRecord, Contribution[][])?[study.Design.Rows])];
    }

    /// <summary>Takes a run.</summary>
    /// <param name="run">Its record.</param>
    /// <param name="seen">What responses ask of it; null for one that is not done.</param>
    /// <returns>What it adds to each response of the study; null for one that is not done.</returns>
    public Contribution[][]? Add(RunRecord run, SeenRun? seen)
    {
        if (run.Replication != current)
        {
            Pair();
            replications++;
        }
        current = run.Replication;
        var parts = seen is null ? null : readings.Of(seen);
        var (row, scenario) = Math.DivRem(run.DesignId - 1, study.Scenarios.Count);
        tallies[scenario].Add(run, parts);
        replication[scenario][row] = parts is null ? null : (run, parts);
        return parts;
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
            IsClustered = study.HasUnits,
            Replications = replications,
            Scenarios = [.. tallies.Select(tally => tally.Build())],
            Comparisons = [.. Enumerable.Range(0, study.Pairs.Count).Select(Compare)],
            Method = Intervals.MethodOf(study, replications),
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

    private PairedTally[][] Tallies() =>
        [.. study.Pairs.Select(_ => readings.Responses.Select(response => new PairedTally(response, study.HasUnits)).ToArray())];

    private Comparison Compare(int number)
    {
        var (scenario, baseline) = study.Pairs[number];
        var tick = FirstInterventionOfEither(study.Pairs[number]);
        return new Comparison(
            study.Scenarios[scenario].Name, study.Scenarios[baseline].Name, tick,
            Build(pairs[number], all[number]), tick is null ? null : Build(pairsReaching[number], reaching[number]));
    }

    private static PairedDifferences Build(int pairs, PairedTally[] tallies) => new(pairs, [.. tallies.Select(tally => tally.Build())]);

    private int? FirstInterventionOfEither(ScenarioPair pair) => new[] { interventionTicks[pair.Scenario], interventionTicks[pair.Baseline] }.Min();

    private void Pair()
    {
        for (var number = 0; number < study.Pairs.Count; number++)
        {
            var (scenario, baseline) = study.Pairs[number];
            var tick = FirstInterventionOfEither(study.Pairs[number]);
            for (var row = 0; row < study.Design.Rows; row++)
            {
                if (replication[scenario][row] is not { } one || replication[baseline][row] is not { } other)
                    continue;
                pairs[number]++;
                Add(all[number], study.UnitOf(one.Run.RunId), one.Parts, other.Parts);
                if (!(one.Run.EndTick > tick && other.Run.EndTick > tick))
                    continue;
                pairsReaching[number]++;
                Add(reaching[number], study.UnitOf(one.Run.RunId), one.Parts, other.Parts);
            }
        }
        foreach (var runs in replication)
            Array.Clear(runs);
    }

    private static void Add(PairedTally[] tallies, int unit, Contribution[][] scenario, Contribution[][] baseline)
    {
        for (var i = 0; i < tallies.Length; i++)
            tallies[i].Add(unit, scenario[i], baseline[i]);
    }
}

using Experiments.Config;
using Experiments.Storage;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>Counts pairs of runs, one of a scenario and one of the baseline, that share their random numbers.</summary>
internal sealed class PairedTally(Study study)
{
    private readonly PairCount[] outcomes = [.. study.Model.Outcomes.Select(outcome => new PairCount(outcome.Code))];
    private readonly PairCount beforeHorizon = new(OutcomeShare.AnyBeforeHorizon);
    private readonly RunningStatistics[] measures = [.. study.ModelMeasures.Select(_ => new RunningStatistics())];
    private int pairs;

    public void Add(RunRecord scenario, RunRecord baseline)
    {
        pairs++;
        foreach (var outcome in outcomes)
            outcome.Add(scenario.Outcome.Code == outcome.Name, baseline.Outcome.Code == outcome.Name);
        beforeHorizon.Add(!scenario.Outcome.Censored, !baseline.Outcome.Censored);
        for (var i = 0; i < measures.Length; i++)
        {
            var difference = scenario.EndMeasures[i] - baseline.EndMeasures[i];
            if (!double.IsNaN(difference))
                measures[i].Push(difference);
        }
    }

    public PairedDifferences Build() => new(
        pairs,
        [.. outcomes.Select(outcome => outcome.Difference())],
        outcomes.Length == 0 ? null : beforeHorizon.Difference(),
        [.. study.ModelMeasures.Select((measure, i) => new Difference(measure.Name, measures[i].Mean, Intervals.Mean(measures[i])))]);

    /// <summary>Pairs by which of their runs has something.</summary>
    private sealed class PairCount(string name)
    {
        private int both;
        private int scenarioOnly;
        private int baselineOnly;
        private int neither;

        public string Name => name;

        public void Add(bool scenario, bool baseline)
        {
            both += scenario && baseline ? 1 : 0;
            scenarioOnly += scenario && !baseline ? 1 : 0;
            baselineOnly += baseline && !scenario ? 1 : 0;
            neither += scenario || baseline ? 0 : 1;
        }

        public Difference Difference()
        {
            var pairs = both + scenarioOnly + baselineOnly + neither;
            return new Difference(
                name,
                pairs == 0 ? double.NaN : (double)(scenarioOnly - baselineOnly) / pairs,
                Intervals.PairedProportions(both, scenarioOnly, baselineOnly, neither));
        }
    }
}

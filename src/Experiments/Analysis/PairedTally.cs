using Experiments.Config;
using Experiments.Runs;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>Counts pairs of runs, one of a scenario and one of the baseline, that share their random numbers.</summary>
internal sealed class PairedTally(Study study)
{
    private readonly int[] both = new int[study.Model.Outcomes.Count];
    private readonly int[] scenarioOnly = new int[study.Model.Outcomes.Count];
    private readonly int[] baselineOnly = new int[study.Model.Outcomes.Count];
    private readonly RunningStatistics[] measures = [.. study.ModelMeasures.Select(_ => new RunningStatistics())];
    private int pairs;

    public void Add(RunRecord scenario, RunRecord baseline)
    {
        pairs++;
        for (var i = 0; i < both.Length; i++)
        {
            var code = study.Model.Outcomes[i].Code;
            var (first, second) = (scenario.Outcome.Code == code, baseline.Outcome.Code == code);
            both[i] += first && second ? 1 : 0;
            scenarioOnly[i] += first && !second ? 1 : 0;
            baselineOnly[i] += second && !first ? 1 : 0;
        }
        for (var i = 0; i < measures.Length; i++)
        {
            var difference = scenario.EndMeasures[i] - baseline.EndMeasures[i];
            if (!double.IsNaN(difference))
                measures[i].Push(difference);
        }
    }

    public PairedDifferences Build() => new(
        pairs,
        [.. study.Model.Outcomes.Select((outcome, i) => new Difference(
            outcome.Code,
            pairs == 0 ? double.NaN : (double)(scenarioOnly[i] - baselineOnly[i]) / pairs,
            Intervals.PairedProportions(both[i], scenarioOnly[i], baselineOnly[i], pairs - both[i] - scenarioOnly[i] - baselineOnly[i])))],
        [.. study.ModelMeasures.Select((measure, i) => new Difference(measure.Name, measures[i].Mean, Intervals.Mean(measures[i])))]);
}

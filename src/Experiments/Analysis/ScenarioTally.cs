using Experiments.Config;
using Experiments.Runs;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>Counts the runs of one scenario.</summary>
internal sealed class ScenarioTally(Study study, string scenario, int? interventionTick)
{
    private readonly int[] counts = new int[study.Model.Outcomes.Count];
    private readonly List<double>[] ticks = [.. study.Model.Outcomes.Select(_ => new List<double>())];
    private readonly RunningStatistics[] measures = [.. study.ModelMeasures.Select(_ => new RunningStatistics())];
    private int runs;
    private int failed;
    private int endedBefore;

    public void Add(RunRecord run)
    {
        if (!run.IsDone)
        {
            failed++;
            return;
        }
        runs++;
        endedBefore += run.LastTick <= interventionTick ? 1 : 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (study.Model.Outcomes[i].Code != run.Outcome.Code)
                continue;
            counts[i]++;
            if (!run.Outcome.Censored)
                ticks[i].Add(run.Outcome.Tick);
        }
        for (var i = 0; i < measures.Length; i++)
        {
            if (!double.IsNaN(run.EndMeasures[i]))
                measures[i].Push(run.EndMeasures[i]);
        }
    }

    public ScenarioSummary Build() => new(
        scenario,
        runs,
        failed,
        interventionTick is null ? null : endedBefore,
        [.. study.Model.Outcomes.Select((outcome, i) => new OutcomeShare(
            outcome.Code,
            counts[i],
            runs == 0 ? double.NaN : (double)counts[i] / runs,
            Intervals.Wilson(counts[i], runs),
            ticks[i].Count == 0 ? null : ticks[i].Median()))],
        [.. study.ModelMeasures.Select((measure, i) => new MeasureMean(
            measure.Name, measure.Unit, (int)measures[i].Count, measures[i].Mean, measures[i].StandardDeviation, Intervals.Mean(measures[i])))]);
}

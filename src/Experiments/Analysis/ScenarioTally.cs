using Experiments.Config;
using Experiments.Storage;
using MathNet.Numerics.Statistics;

namespace Experiments.Analysis;

/// <summary>Counts the runs of one scenario.</summary>
internal sealed class ScenarioTally(Study study, string scenario, int? interventionTick)
{
    private readonly OutcomeCount[] outcomes = [.. study.Model.Outcomes.Select(outcome => new OutcomeCount(outcome.Code))];
    private readonly OutcomeCount beforeHorizon = new(OutcomeShare.AnyBeforeHorizon);
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
        foreach (var outcome in outcomes.Where(outcome => outcome.Name == run.Outcome.Code))
            outcome.Add(run.Outcome);
        if (!run.Outcome.Censored)
            beforeHorizon.Add(run.Outcome);
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
        interventionTick,
        interventionTick is null ? null : endedBefore,
        [.. outcomes.Select(outcome => outcome.Of(runs))],
        outcomes.Length == 0 ? null : beforeHorizon.Of(runs),
        [.. study.ModelMeasures.Select((measure, i) => new MeasureMean(
            measure.Name, measure.Unit, (int)measures[i].Count, measures[i].Mean, measures[i].StandardDeviation, Intervals.Mean(measures[i])))]);

    /// <summary>The runs that had an outcome, and when it came to those that it ended.</summary>
    private sealed class OutcomeCount(string name)
    {
        private readonly List<double> ticks = [];
        private int count;

        public string Name => name;

        public void Add(Agents.Outcome outcome)
        {
            count++;
            if (!outcome.Censored)
                ticks.Add(outcome.Tick);
        }

        public OutcomeShare Of(int runs) => new(
            name, count, runs == 0 ? double.NaN : (double)count / runs, Intervals.Wilson(count, runs), ticks.Count == 0 ? null : ticks.Median());
    }
}

using Experiments.Config;
using Experiments.Runs;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Analysis.Report;

/// <summary>The runs of a stored result: those that are done by scenario, and what is known of the others.</summary>
internal sealed class RunSet
{
    private readonly List<RunRecord>[] done;
    private readonly List<RunRecord> unfinished = [];
    private readonly RunPlan plan;
    private readonly int known;

    /// <param name="study">The study.</param>
    /// <param name="plan">The runs that it wants.</param>
    /// <param name="records">Its runs in the order of run_id.</param>
    /// <param name="responses">Takes what runs add to the responses of the config.</param>
    public RunSet(Study study, RunPlan plan, IEnumerable<(RunRecord Record, SeenRun? Run)> records, Responses responses)
    {
        (Study, this.plan) = (study, plan);
        Planned = plan.Runs.Count();
        done = [.. study.Scenarios.Select(_ => new List<RunRecord>())];
        var summary = new SummaryBuilder(study);
        foreach (var (record, run) in records)
        {
            known++;
            if (summary.Add(record, run) is { } parts)
            {
                done[(record.DesignId - 1) % done.Length].Add(record);
                responses.Keep(record.RunId, parts);
            }
            else
                unfinished.Add(record);
        }
        Summary = summary.Build();
    }

    public Study Study { get; }

    public Summary Summary { get; }

    /// <summary>Runs that are done, in the order of run_id, for each scenario.</summary>
    public IReadOnlyList<IReadOnlyList<RunRecord>> Done => done;

    /// <summary>Runs that are done.</summary>
    public int Count => known - unfinished.Count;

    /// <summary>Runs that failed or took too long, in the order of run_id.</summary>
    public IReadOnlyList<RunRecord> Unfinished => unfinished;

    /// <summary>The command that does what is missing, and again what failed.</summary>
    public string Completion(string directory) => $"abm resume {directory}{(unfinished.Exists(run => run.Status == RunStatus.Failed) ? " --retry-failed" : "")}";

    /// <summary>Runs that are planned.</summary>
    public int Planned { get; }

    /// <summary>Runs that are planned and have no record.</summary>
    public int Missing => Planned - known;

    /// <summary>The row of the design that a run belongs to, from 1.</summary>
    public int RowOf(RunRecord run) => (run.DesignId - 1) / done.Length + 1;

    /// <summary>The first planned runs that are not done, at most so many.</summary>
    public IEnumerable<int> FirstNotDone(int most)
    {
        var have = done.SelectMany(runs => runs).Select(run => run.RunId).ToHashSet();
        return plan.Runs.Where(runId => !have.Contains(runId)).Take(most);
    }
}

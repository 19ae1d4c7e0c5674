using System.Diagnostics;
using Agents;
using Agents.Data;
using Experiments.Config;
using Experiments.Storage;

namespace Experiments.Runs;

/// <summary>Carries out one run.</summary>
internal static class SingleRun
{
    /// <summary>Runs to the model's own end or to the horizon. A run that throws is recorded as failed.</summary>
    /// <param name="study">The study.</param>
    /// <param name="runId">From 1.</param>
    /// <param name="blockWorkers">Threads for the blocks of its rules, or null.</param>
    /// <param name="rows">Takes its rows.</param>
    /// <param name="cancel">Seen between two steps.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static RunRecord Execute(Study study, int runId, Workers? blockWorkers, RunTables rows, CancellationToken cancel)
    {
        var (point, replication) = study.Run(runId);
        var record = new RunRecord { RunId = runId, Point = point, Replication = replication, Started = DateTime.UtcNow };
        var clock = Stopwatch.StartNew();
        rows.Begin(runId);
        try
        {
            var model = Advance(study, point, replication, blockWorkers, rows, cancel);
            rows.Add(model.Events);
            record = record with
            {
                Outcome = Classify(study, model),
                LastTick = model.Tick,
                EndMeasures = [.. study.ModelMeasures.Select(measure => measure.Read(model))],
                Duration = clock.Elapsed,
            };
            rows.End(record);
        }
        catch (Exception exception) when (exception is not StorageException && !(exception is OperationCanceledException && cancel.IsCancellationRequested))
        {
            record = record with { Error = $"{exception.GetType().Name}: {exception.Message}", Duration = clock.Elapsed, EndMeasures = [] };
            rows.Fail(record);
        }
        return record;
    }

    private static Model Advance(Study study, DesignPoint point, int replication, Workers? blockWorkers, RunTables rows, CancellationToken cancel)
    {
        var parameters = study.Catalogue.Make(point.Values);
        var interventions = new InterventionSchedule(study.Catalogue, point.Interventions, parameters);
        var model = study.Model.Create(parameters, study.SeedOf(point, replication));
        model.Workers = blockWorkers;
        var collector = new DataCollector(study.ModelMeasures, study.AgentMeasures, study.Every, rows);
        collector.Collect(model);
        while (!model.IsFinished && model.Tick < study.Ticks)
        {
            cancel.ThrowIfCancellationRequested();
            interventions.Apply(model.Tick);
            model.Advance();
            collector.Collect(model);
        }
        return model;
    }

    private static Outcome Classify(Study study, Model model)
    {
        var outcome = model.Classify();
        return study.Model.Outcomes.Count == 0 || study.Model.Outcomes.Any(code => code.Code == outcome.Code)
            ? outcome
            : throw new InvalidOperationException($"The model ended with the outcome '{outcome.Code}', which its definition does not declare.");
    }
}

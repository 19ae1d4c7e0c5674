using System.Diagnostics;
using System.Globalization;
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
    /// <param name="limit">Time after which it is given up at its next tick, or null.</param>
    /// <param name="rows">Takes its rows.</param>
    /// <param name="cancel">Seen between two steps.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static RunRecord Execute(Study study, int runId, Workers? blockWorkers, TimeSpan? limit, RunRows rows, CancellationToken cancel)
    {
        var (point, replication) = study.Run(runId);
        var record = new RunRecord
        {
            RunId = runId,
            DesignId = point.Id,
            Scenario = point.Scenario,
            Replication = replication,
            BlockThreads = blockWorkers?.Count ?? 1,
            Started = DateTime.UtcNow,
        };
        var clock = Stopwatch.StartNew();
        rows.Begin(runId);
        try
        {
            var model = Advance(study, point, replication, blockWorkers, () => RequireTime(clock, limit), rows, cancel);
            rows.Add(model.Events);
            return rows.End(record with
            {
                Outcome = Classify(study, model),
                LastTick = model.Tick,
                EndMeasures = [.. study.ModelMeasures.Select(measure => measure.Read(model))],
                Duration = clock.Elapsed,
            });
        }
        catch (RunTimeoutException exception)
        {
            return rows.End(record with { Status = RunStatus.TimedOut, Message = exception.Message, Duration = clock.Elapsed });
        }
        catch (Exception exception) when (exception is not StorageException && !(exception is OperationCanceledException && cancel.IsCancellationRequested))
        {
            return rows.End(record with { Status = RunStatus.Failed, Message = $"{exception.GetType().Name}: {exception.Message}", Duration = clock.Elapsed });
        }
    }

    private static Model Advance(Study study, DesignPoint point, int replication, Workers? blockWorkers, Action requireTime, RunRows rows, CancellationToken cancel)
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
            requireTime();
            interventions.Apply(model.Tick);
            model.Advance();
            collector.Collect(model);
        }
        return model;
    }

    private static void RequireTime(Stopwatch clock, TimeSpan? limit)
    {
        if (limit is { } time && clock.Elapsed > time)
            throw new RunTimeoutException(string.Create(CultureInfo.InvariantCulture, $"The run took longer than {time.TotalSeconds} s and was given up."));
    }

    private static Outcome Classify(Study study, Model model)
    {
        var outcome = model.Classify();
        return study.Model.Outcomes.Count == 0 || study.Model.Outcomes.Any(code => code.Code == outcome.Code)
            ? outcome
            : throw new InvalidOperationException($"The model ended with the outcome '{outcome.Code}', which its definition does not declare.");
    }

    /// <summary>A run that took too long.</summary>
    private sealed class RunTimeoutException(string message) : Exception(message);
}

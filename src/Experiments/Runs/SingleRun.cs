using Agents;
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
    /// <param name="burnIn">Steps that were carried out for it and others, or null.</param>
    /// <param name="keeper">Keeps its state from time to time, or has kept it, or null.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="ModelFaultException">The model is not what its definition says.</exception>
    /// <exception cref="StorageException">The file system gave way.</exception>
    public static RunRecord Execute(Study study, int runId, Workers? blockWorkers, TimeSpan? limit, RunRows rows, CancellationToken cancel, BurnIn? burnIn = null, RunKeeper? keeper = null)
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
        rows.Begin(runId);
        var past = keeper?.Begin(record, rows, blockWorkers);
        record = record with { Started = past?.Started ?? record.Started };
        var clock = new RunClock(limit, past?.Duration ?? burnIn?.Duration ?? TimeSpan.Zero, cancel);
        TimeSpan Duration() => past is null ? clock.Elapsed : clock.Total;
        try
        {
            var course = past?.Course ?? burnIn?.Branch(runId, blockWorkers, rows) ?? new RunCourse(study, point, replication, blockWorkers);
            course.Advance(study.Ticks, rows, clock, keeper);
            var model = course.Model;
            rows.Add(model.Events);
            rows.AddSpells(model);
            return rows.End(record with
            {
                Outcome = Classify(study, model),
                LastTick = model.Tick,
                EndMeasures = [.. study.ModelMeasures.Select(measure => measure.Read(model))],
                Duration = Duration(),
            });
        }
        catch (RunTimeoutException exception)
        {
            return rows.End(record with { Status = RunStatus.TimedOut, Message = exception.Message, Duration = Duration() });
        }
        catch (Exception exception) when (exception is not (StorageException or ModelFaultException) && !(exception is OperationCanceledException && cancel.IsCancellationRequested))
        {
            return rows.End(record with { Status = RunStatus.Failed, Message = $"{exception.GetType().Name}: {exception.Message}{(Told.By(exception) is { } whom ? $" ({whom})" : "")}", Duration = Duration() });
        }
    }

    private static Outcome Classify(Study study, Model model)
    {
        var outcome = model.Classify();
        return study.Model.Outcomes.Count == 0 || study.Model.Outcomes.Any(code => code.Code == outcome.Code)
            ? outcome
            : throw new ModelFaultException(study.Model.Name, "ended a run with the outcome", outcome.Code, study.Model.Outcomes.Select(code => code.Code));
    }
}

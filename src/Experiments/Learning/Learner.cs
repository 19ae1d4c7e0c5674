using System.Globalization;
using Experiments.Config;
using Experiments.Runs;
using Experiments.Statistics;
using Experiments.Storage;

namespace Experiments.Learning;

/// <summary>What belongs to one execution of a learner; never changes results.</summary>
public sealed record LearnOptions
{
    /// <summary>The directory that takes a folder for the runs of each round.</summary>
    public required string Directory { get; init; }

    /// <summary>Rounds: in each but the first, what was learnt before is known to the model.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>Threads, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Time after which the state of a run is kept, again and again, so that what stops it loses no more; null for never.</summary>
    public TimeSpan? CheckpointEvery { get; init; }

    /// <summary>Lets runs of this build stand beside runs that another build made.</summary>
    public bool AcceptBuild { get; init; }

    /// <summary>Replaces what another study left in the folders.</summary>
    public bool Force { get; init; }

    /// <summary>Told of each round's progress.</summary>
    public Action<Progress>? Progress { get; init; }

    /// <summary>Told what may not be expected of this execution: one sentence a call.</summary>
    public Action<string>? Note { get; init; }
}

/// <summary>What became of a learner.</summary>
/// <param name="ExitCode">0 done; otherwise that of the runs.</param>
/// <param name="Message">Lines for the person who asked.</param>
/// <param name="Rounds">What each round taught, none where its runs are not over.</param>
/// <param name="IsInterrupted">True when it was cancelled.</param>
public sealed record LearnResult(int ExitCode, string Message, IReadOnlyList<Lessons> Rounds, bool IsInterrupted = false);

/// <summary>Fits the hazard of a study's plan to its runs, in rounds, until it stands still.</summary>
public static class Learner
{
    /// <summary>Runs and fits.</summary>
    /// <param name="load">Loads the study with values of parameters, KEY=VALUE, that hold in all of its runs.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="cancel">Stops it soon; called again, it goes on.</param>
    /// <returns>What became of it. Unusable directories and full disks are told here, not thrown.</returns>
    public static LearnResult Run(Func<IReadOnlyList<string>, Study> load, LearnOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(options);
        var rounds = new List<Lessons>();
        try
        {
            return Run(load, options, rounds, cancel);
        }
        catch (StorageException exception)
        {
            return new LearnResult(exception.ExitCode, exception.Message, rounds);
        }
    }

    private static LearnResult Run(Func<IReadOnlyList<string>, Study> load, LearnOptions options, List<Lessons> rounds, CancellationToken cancel)
    {
        for (var round = 1; round <= options.Rounds; round++)
        {
            var study = OfRound(load(rounds.Count == 0 ? [] : Known(rounds[^1])));
            var folder = Path.Combine(options.Directory, string.Create(CultureInfo.InvariantCulture, $"round-{round}"));
            var execution = new RunOptions { Directory = folder, Threads = options.Threads, CheckpointEvery = options.CheckpointEvery, AcceptBuild = options.AcceptBuild, Force = options.Force, Progress = options.Progress, Note = options.Note };
            var made = StudyRunner.Run(study, execution, cancel);
            if (made.IsInterrupted)
                return new LearnResult(made.ExitCode, $"Interrupted: the same command goes on from what is kept in {folder}.", rounds, IsInterrupted: true);
            if (made.ExitCode != 0)
                return new LearnResult(made.ExitCode, made.Message, rounds);
            HazardData data;
            try
            {
                data = StudyRunner.Read(study, execution, () => Read(folder, study), cancel);
            }
            catch (StorageException exception)
            {
                return new LearnResult(exception.ExitCode, exception.Message, rounds);
            }
            if (data.Events == 0)
                return new LearnResult(1, $"{folder}: of {data.Count} stretches none ends with the event: nothing can be learnt.", rounds);
            rounds.Add(Lessons.Of(study.Learning!, data, rounds.Count == 0 ? null : rounds[^1]));
        }
        return new LearnResult(0, "", rounds);
    }

    /// <summary>What the next round knows: what the plan says of later rounds, and the coefficients.</summary>
    private static IReadOnlyList<string> Known(Lessons lessons) =>
    [
        .. lessons.Plan.Later.Select(one => $"{one.Parameter.Key}={one.Parameter.Format(one.Value)}"),
        .. lessons.Plan.Coefficients.Zip(lessons.Coefficients, (one, value) => $"{one.Parameter.Key}={one.Parameter.Format(value)}"),
    ];

    private static Study OfRound(Study study)
    {
        var made = study with { ModelMeasures = study.Learning!.Measures, AgentMeasures = [], Responses = [] };
        return made with { ResolvedYaml = ResolvedConfig.Write(made, study.Scenarios[0].Values) };
    }

    private static HazardData Read(string folder, Study study)
    {
        var ahead = new LookAhead(study.Learning!, [.. study.ModelMeasures.Select(measure => measure.Name)]);
        using var ledger = Ledger.Read(folder, study);
        // A statistic with a window asks for the rows of ticks.
        var rows = new RunStatistic { Kind = RunStatisticKind.Mean, Scenario = 0, ScenarioName = "", Name = study.ModelMeasures[0].Name, From = 0 };
        foreach (var (record, run) in SeenRunReader.All(ledger, study, [rows]))
        {
            // The ledger may hold more replications than are asked for now.
            if (run is not null && record.Replication <= study.Replications)
                ahead.Add(run, study.DrawsOf(record.RunId));
        }
        return ahead.Data;
    }
}

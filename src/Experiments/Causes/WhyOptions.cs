using Experiments.Config;
using Experiments.Runs;

namespace Experiments.Causes;

/// <summary>What is asked of the runs of a study.</summary>
public sealed record WhyOptions
{
    /// <summary>The directory of the finished study.</summary>
    public required string Directory { get; init; }

    /// <summary>The run, from 1; null for all.</summary>
    public int? Run { get; init; }

    /// <summary>The outcome, or group of outcomes, whose causes are asked for; null for the model's first group.</summary>
    public string? Outcome { get; init; }

    /// <summary>The row of ticks from which causes are out; null for the first intervention of each scenario, or 0.</summary>
    public int? From { get; init; }

    /// <summary>Whether levers are taken out too, one by one.</summary>
    public bool WithLevers { get; init; }

    /// <summary>Whether runs that did not end so are left out, and with them the probability of sufficiency and what is provoked.</summary>
    public bool OnlyEnded { get; init; }

    /// <summary>How the worlds are run; its directory holds them, and the tables beside them.</summary>
    public required RunOptions Execution { get; init; }

    /// <summary>The directory for the worlds of a study, where nothing else is said: one for each row of ticks.</summary>
    /// <param name="directory">The directory of the study.</param>
    /// <param name="from">The row of ticks from which causes are out.</param>
    public static string FolderOf(string directory, int? from) =>
        Path.Combine(directory, from is { } tick ? FormattableString.Invariant($"why-from-{tick}") : "why");
}

/// <summary>What was found.</summary>
public sealed record WhyResult
{
    /// <summary>0 done; 1 it was interrupted or a run failed; 2 the directories cannot be used; 3 no space.</summary>
    public required int ExitCode { get; init; }

    /// <summary>What to say; empty where there is nothing.</summary>
    public string Message { get; init; } = "";

    /// <summary>True when it was cancelled; the same call goes on.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>The directory of the tables; null where there are none.</summary>
    public string? Folder { get; init; }

    /// <summary>The shares of every cause, by scenario; none for a single run.</summary>
    public IReadOnlyList<CauseShares> Shares { get; init; } = [];

    /// <summary>The runs that were asked about.</summary>
    public IReadOnlyList<AskedRun> Runs { get; init; } = [];

    /// <summary>What was asked, as a word.</summary>
    public string Outcome => Asked.ToString();

    /// <summary>What was asked.</summary>
    public OutcomeSet Asked { get; init; } = new([]);

    /// <summary>Whether a run ended as asked.</summary>
    public bool IsEnded(AskedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Asked.Holds(run.Stored);
    }

    /// <summary>Whether a run is known to end as asked even without any claim.</summary>
    public bool IsEndedWithoutAny(AskedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Verdicts.FirstOrDefault(verdict => !verdict.Cause.IsLever)?.None is { } none && Asked.Holds(none);
    }

    /// <summary>Whether a cause is known to be necessary.</summary>
    public bool IsNecessary(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.IsNecessary(Asked) == true;
    }

    /// <summary>How the shares were come by, a sentence each.</summary>
    public IReadOnlyList<string> Method { get; init; } = [];

    /// <summary>The page of a single run, lines of Markdown; none for several.</summary>
    public IReadOnlyList<string> Page { get; init; } = [];
}
